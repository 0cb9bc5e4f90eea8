import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../../electron/services/workspace/create-workspace.ts';
import { openWorkspace } from '../../../../electron/services/workspace/open-workspace.ts';
import { startChild } from '../../../support/child.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { CHEAP_COST, DETAILS, PASSPHRASE } from '../../../support/workspace-details.ts';

const open = (folder: string) => openWorkspace(folder, PASSPHRASE, heldClock());
const holder = (folder: string) => startChild('hold-workspace.ts', [folder, PASSPHRASE]);

describe('one workspace', () => {
  it('is refused to a second process while this one holds it', async () => {
    const { folder } = await temporaryWorkspace();
    const other = holder(folder);
    expect(await other.firstLine).toBe('workspace-in-use');
    other.finish();
  });

  it('is refused to this process while another holds it, and is free again when that one ends', async () => {
    const made = await temporaryWorkspace();
    made.now().close();
    const other = holder(made.folder);
    expect(await other.firstLine).toBe('open');
    expect(refusal(await open(made.folder))).toEqual({ code: 'workspace-in-use' });
    other.finish();
    expect((await other.ended).code).toBe(0);
    answer(await open(made.folder)).close();
  });

  it('is free again when the process that held it was killed', async () => {
    const made = await temporaryWorkspace();
    made.now().close();
    const other = holder(made.folder);
    expect(await other.firstLine).toBe('open');
    other.kill();
    expect((await other.ended).signal).toBe('SIGKILL');
    answer(await open(made.folder)).close();
  });

  it('is refused a second time to the process that holds it, which keeps it', async () => {
    const made = await temporaryWorkspace();
    expect(refusal(await open(made.folder))).toEqual({ code: 'workspace-in-use' });
    expect(made.now().db.open).toBe(true);
    await made.reopen();
  });

  it('is made once when two make it at the same time', async () => {
    const folder = join(temporaryFolder(), 'workspace');
    const make = (passphrase: string) => createWorkspace(folder, { ...DETAILS, passphrase }, heldClock(), CHEAP_COST);
    const passphrases = ['first of two passphrases', 'second of two passphrases'];
    const results = await Promise.all(passphrases.map(make));
    const winners = passphrases.filter((_passphrase, at) => results[at]?.ok);
    expect(winners).toHaveLength(1);
    for (const result of results) if (result.ok) result.value.close();
    answer(await openWorkspace(folder, winners[0] ?? '', heldClock())).close();
  });
});
