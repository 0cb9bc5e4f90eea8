import { describe, expect, it } from 'vitest';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import { edit, openedSheet, register } from '../../../support/desk.ts';
import { added, criteriaSheet, judge, link, portfolioOf } from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

async function began() {
  const { now, clock } = await temporaryWorkspace();
  const learner = register(now());
  const view = await criteriaSheet(now(), learner);
  return { workspace: now(), clock, view, of: portfolioOf(learner.id) };
}

const entryOf = (workspace: Workspace, view: SheetView, criterion: string) =>
  answer(viewSheet(workspace, view.sheet))
    .sections.flatMap((one) => one.criteria)
    .find((one) => one.criterion === criterion);

describe('judging a criterion', () => {
  it('as achieved is refused while nothing is held to prove it, and changes nothing', async () => {
    const { workspace, view, of } = await began();
    const { id } = added(workspace, of);
    answer(link(workspace, of, id, ['1.2']));
    answer(link(workspace, of, id, ['1.1'], { unit: 'ML46' }));
    const refused = refusal(judge(workspace, view, 'ac1.1', 'achieved'));
    expect(refused).toEqual({ code: 'criterion-without-evidence', criterion: '1.1' });
    expect(answer(viewSheet(workspace, view.sheet))).toEqual(view);
  });

  it('as not yet needs no evidence', async () => {
    const { workspace, view } = await began();
    answer(judge(workspace, view, 'ac1.1', 'not-yet'));
    expect(entryOf(workspace, view, 'ac1.1')).toMatchObject({
      met: 'not-yet',
      judged: [{ met: 'not-yet', at: '2026-11-22T09:00:00.000+00:00', attempt: 1, evidence: [] }],
    });
  });

  it('keeps the way to it, with the evidence that there was at each step', async () => {
    const { workspace, view, of, clock } = await began();
    answer(judge(workspace, view, 'ac1.1', 'not-yet'));
    clock.advance(60_000);
    const [first, second] = [added(workspace, of).id, added(workspace, of).id];
    answer(link(workspace, of, second, ['1.1']));
    answer(judge(workspace, view, 'ac1.1', 'achieved'));
    answer(link(workspace, of, first, ['1.1']));
    clock.advance(60_000);
    answer(judge(workspace, view, 'ac1.1', null));
    answer(judge(workspace, view, 'ac1.1', 'achieved'));
    const trail = present(entryOf(workspace, view, 'ac1.1')?.judged);
    expect(trail.map((one) => [one.met, one.at.slice(11, 16), one.evidence])).toEqual([
      ['not-yet', '09:00', []],
      ['achieved', '09:01', [2]],
      ['achieved', '09:02', [1, 2]],
    ]);
  });

  it('again with the same answer is a step of its own, on the evidence that there is now', async () => {
    const { workspace, view, of, clock } = await began();
    const [first, second] = [added(workspace, of).id, added(workspace, of).id];
    answer(link(workspace, of, first, ['1.1']));
    answer(judge(workspace, view, 'ac1.1', 'achieved'));
    answer(link(workspace, of, second, ['1.1']));
    answer(link(workspace, of, first, ['1.1'], { linked: false }));
    clock.advance(60_000);
    answer(judge(workspace, view, 'ac1.1', 'achieved'));
    expect(entryOf(workspace, view, 'ac1.1')).toMatchObject({
      met: 'achieved',
      judged: [{ evidence: [1] }, { met: 'achieved', evidence: [2] }],
    });
  });

  it('takes a slip of the hand for no step: within half a minute the last judgement counts', async () => {
    const { workspace, view, of, clock } = await began();
    answer(link(workspace, of, added(workspace, of).id, ['1.1', '1.2']));
    answer(judge(workspace, view, 'ac1.1', 'achieved'));
    clock.advance(29_000);
    answer(judge(workspace, view, 'ac1.1', 'not-yet'));
    answer(judge(workspace, view, 'ac1.2', 'achieved'));
    expect(entryOf(workspace, view, 'ac1.1')?.judged?.map((one) => one.met)).toEqual(['not-yet']);
    clock.advance(30_000);
    answer(judge(workspace, view, 'ac1.1', 'achieved'));
    expect(entryOf(workspace, view, 'ac1.1')?.judged?.map((one) => one.met)).toEqual(['not-yet', 'achieved']);
  });

  it('that is taken back leaves the trail as it is', async () => {
    const { workspace, view } = await began();
    answer(judge(workspace, view, 'ac1.1', 'not-yet'));
    answer(judge(workspace, view, 'ac1.1', null));
    expect(entryOf(workspace, view, 'ac1.1')).toMatchObject({ met: null, judged: [{ met: 'not-yet' }] });
  });
});

describe('the reasons of a judgement', () => {
  it('are kept beside it word for word, and belong to no step of the trail', async () => {
    const { workspace, view } = await began();
    const text = 'O’Neill’s plan names "three" risks.\r\nNo costs <yet>.';
    answer(edit(workspace, view, { kind: 'judgement', section: 'lo1', criterion: 'ac1.3', text }));
    const entry = entryOf(workspace, view, 'ac1.3');
    expect(entry).toMatchObject({ met: null, judgement: text.replace('\r\n', '\n') });
    expect(entry?.judged).toBeUndefined();
  });

  it('are refused on a sheet with marks, and for a criterion that is not there', async () => {
    const { workspace, view } = await began();
    const reasons = { kind: 'judgement', section: 'lo1', text: 'Why.' } as const;
    expect(refusal(edit(workspace, view, { ...reasons, criterion: 'ac9.9' }))).toEqual({
      code: 'criterion-unknown',
      criterion: 'ac9.9',
    });
    const marked = await openedSheet(workspace);
    expect(refusal(edit(workspace, marked, { ...reasons, section: 's1', criterion: 'c1' })).code).toBe('mark-refused');
  });
});
