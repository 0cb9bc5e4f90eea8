import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { openSignings } from '../../../../electron/db/stores/signing-store.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { signBatch } from '../../../../electron/services/sign-off/sign-batch.ts';
import type { Task } from '../../../../electron/services/tasks.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { edit, markSections, openedSheet, PASSING, sign } from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';

const quiet: Task = { report: () => undefined, cancelled: () => false };

async function markedSheets(workspace: Workspace, count: number): Promise<readonly SheetView[]> {
  const views: SheetView[] = [];
  for (let left = count; left > 0; left -= 1) {
    const view = await openedSheet(workspace);
    markSections(workspace, view, PASSING);
    views.push(view);
  }
  return views;
}

const batch = (workspace: Workspace, views: readonly SheetView[], task = quiet, passphrase = PASSPHRASE) =>
  signBatch(workspace, { sheets: views.map(({ sheet, revision }) => ({ sheet, revision })), passphrase }, task);

const stateOf = (workspace: Workspace, { sheet }: SheetView) => answer(viewSheet(workspace, sheet)).state;

function expectWhole(workspace: Workspace): void {
  const { events, payloads } = readChain(workspace.db);
  expect(checkChain(sha256Text, events, payloads)).toBeNull();
  expect(openSignings(workspace.db)).toEqual([]);
}

describe('signing a batch', () => {
  it('signs each sheet under one passphrase, says how far it is, and names what it could not sign', async () => {
    const { now } = await temporaryWorkspace();
    const views = await markedSheets(now(), 4);
    const at = (index: number) => present(views[index]);
    const [first, unmarked, signedBefore, moved] = [at(0), at(1), at(2), at(3)] as const;
    answer(edit(now(), unmarked, { kind: 'mark', section: 's3', typed: '' }));
    answer(await sign(now(), signedBefore));
    const reports: [number, number][] = [];
    const made = answer(
      await batch(now(), [first, unmarked, signedBefore, { ...moved, revision: 2 }, first], {
        ...quiet,
        report: (done, total) => reports.push([done, total]),
      }),
    );
    expect(made).toEqual({
      signed: [first.sheet],
      refused: [
        { sheet: unmarked.sheet, error: { code: 'sign-off-blocked', findings: 1 } },
        { sheet: signedBefore.sheet, error: { code: 'sheet-frozen' } },
        { sheet: moved.sheet, error: { code: 'sheet-moved-on', revision: 1 } },
      ],
    });
    const total = 4;
    expect(reports).toEqual([0, 1, 2, 3, 4].map((done) => [done, total]));
    expect(stateOf(now(), unmarked)).toBe('draft');
    expectWhole(now());
  });

  it('signs nothing with a wrong passphrase', async () => {
    const { now } = await temporaryWorkspace();
    const views = await markedSheets(now(), 2);
    expect(refusal(await batch(now(), views, quiet, 'not the passphrase'))).toEqual({ code: 'wrong-passphrase' });
    expect(views.map((view) => stateOf(now(), view))).toEqual(['draft', 'draft']);
  });

  it('stops where it is cancelled, and says which sheets were left out', async () => {
    const { now } = await temporaryWorkspace();
    const views = await markedSheets(now(), 3);
    let done = 0;
    const report = (sofar: number) => {
      done = sofar;
    };
    const made = answer(await batch(now(), views, { report, cancelled: () => done === 1 }));
    const [first, second, third] = views.map((view) => view.sheet);
    expect(made.signed).toEqual([first]);
    expect(made.refused).toEqual([second, third].map((sheet) => ({ sheet, error: { code: 'cancelled' } })));
    expectWhole(now());
  });

  it('keeps what was signed where the disk fails at a sheet, and goes on from there when it is back', async () => {
    const { now } = await temporaryWorkspace();
    const views = await markedSheets(now(), 3);
    const { folder } = now().vault;
    const aside = `${folder}-away`;
    const report = (done: number) => {
      if (done === 1) renameSync(folder, aside);
    };
    await expect(batch(now(), views, { ...quiet, report })).rejects.toThrow('ENOENT');
    renameSync(aside, folder);
    expect(views.map((view) => stateOf(now(), view))).toEqual(['signed', 'draft', 'draft']);
    expectWhole(now());
    expect(answer(await batch(now(), views.slice(1))).signed).toHaveLength(2);
    expectWhole(now());
  });
});

describe('an expired certificate', () => {
  it('signs nothing, alone or in a batch, and the sheets stay drafts', async () => {
    const { now, clock } = await temporaryWorkspace();
    const [view] = await markedSheets(now(), 1);
    const sheet = present(view);
    clock.advance(11 * 366 * 86_400_000);
    expect(refusal(await sign(now(), sheet))).toMatchObject({ code: 'certificate-expired' });
    expect(answer(await batch(now(), [sheet]))).toMatchObject({
      signed: [],
      refused: [{ sheet: sheet.sheet, error: { code: 'certificate-expired' } }],
    });
    expect(stateOf(now(), sheet)).toBe('draft');
    expectWhole(now());
  });
});
