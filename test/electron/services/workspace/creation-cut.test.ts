import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../../electron/services/workspace/create-workspace.ts';
import { openWorkspace, workspaceExists } from '../../../../electron/services/workspace/open-workspace.ts';
import { sessionOf } from '../../../../electron/services/workspace/workspace.ts';
import { startChild } from '../../../support/child.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { answer } from '../../../support/result.ts';
import { type Afterwards, temporaryFolder } from '../../../support/temporary-folder.ts';
import { CHEAP_COST, DETAILS, PASSPHRASE } from '../../../support/workspace-details.ts';

/** Steps that change the disk, up to the first after the workspace is there; see create-and-die.ts. */
const STEPS = Array.from({ length: 14 }, (_value, step) => step);

async function dieAt(step: number, afterwards: Afterwards) {
  const folder = join(temporaryFolder(afterwards), 'workspace');
  const ended = await startChild('create-and-die.ts', [folder, String(step)], afterwards).ended;
  return { folder, ended };
}

describe('making a workspace', () => {
  const outcomes: boolean[] = [];

  it.concurrent.for(STEPS)('leaves none or a whole one when it is cut before step %i', async (step, context) => {
    const { folder, ended } = await dieAt(step, context.onTestFinished);
    expect(ended.signal).toBe('SIGKILL');
    const whole = workspaceExists(folder);
    const workspace = whole
      ? await openWorkspace(folder, PASSPHRASE, heldClock())
      : await createWorkspace(folder, DETAILS, heldClock(), CHEAP_COST);
    const session = sessionOf(answer(workspace));
    expect(session.person.name).toBe(DETAILS.person.name);
    expect(session.person.keys).toHaveLength(1);
    answer(workspace).close();
    expect(existsSync(join(folder, 'workspace.db.new'))).toBe(false);
    expect(existsSync(join(folder, 'workspace.json.new'))).toBe(false);
    outcomes[step] = whole;
  });

  it('was cut before there was a workspace, and after', () => {
    expect(outcomes).toHaveLength(STEPS.length);
    expect(outcomes[0]).toBe(false);
    expect(outcomes.at(-1)).toBe(true);
    expect(outcomes.toSorted()).toEqual(outcomes);
  });

  it('ends of itself when it is not cut', async ({ onTestFinished }) => {
    const { ended } = await dieAt(1000, onTestFinished);
    expect(ended).toMatchObject({ said: 'made', code: 0 });
  });
});
