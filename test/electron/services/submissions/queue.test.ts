import { describe, expect, it } from 'vitest';
import { returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { learnerQueue, listAttempts } from '../../../../electron/services/submissions/queue.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import {
  edit,
  openedSheet,
  PASSING,
  REFERRED,
  register,
  signedSheet,
  submission,
  submitted,
} from '../../../support/desk.ts';
import { answer } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

describe('the queue', () => {
  it('tells of each attempt how far it is', async () => {
    const { now } = await temporaryWorkspace();
    const fresh = await submitted(now(), register(now(), 'A Fresh'));
    const opened = await openedSheet(now(), register(now(), 'B Opened'));
    const begun = await openedSheet(now(), register(now(), 'C Begun'));
    answer(edit(now(), begun, { kind: 'mark', section: 's1', typed: '5' }));
    const passed = await signedSheet(now(), PASSING, register(now(), 'D Passed'));
    const referred = await signedSheet(now(), REFERRED, register(now(), 'E Referred'));
    const returned = await submitted(now(), register(now(), 'F Returned'));
    answer(returnAttempt(now(), { attempt: returned.attempt.id, reason: 'No declaration.' }));
    const rows = listAttempts(now(), {}).rows.toSorted((a, b) => (a.learnerName < b.learnerName ? -1 : 1));
    expect(
      rows.map(({ state, sheet, outcome, total, sectionsMarked }) => ({
        state,
        sheet,
        outcome,
        total,
        sectionsMarked,
      })),
    ).toEqual([
      { state: 'to-mark', sheet: null, outcome: null, total: null, sectionsMarked: 0 },
      { state: 'to-mark', sheet: opened.sheet, outcome: 'incomplete', total: 0, sectionsMarked: 0 },
      { state: 'in-progress', sheet: begun.sheet, outcome: 'incomplete', total: 5, sectionsMarked: 1 },
      { state: 'signed', sheet: passed.sheet, outcome: 'pass', total: 67, sectionsMarked: 4 },
      { state: 'signed', sheet: referred.sheet, outcome: 'referral', total: 56, sectionsMarked: 4 },
      { state: 'returned', sheet: null, outcome: null, total: null, sectionsMarked: 0 },
    ]);
    expect(rows[0]).toMatchObject({
      attempt: fresh.attempt.id,
      units: ['602'],
      sections: 4,
      declared: true,
      number: 1,
    });
    for (const state of ['to-mark', 'in-progress', 'signed', 'returned'] as const) {
      const listed = listAttempts(now(), { state });
      expect(listed.rows.map((row) => row.attempt)).toEqual(
        listAttempts(now(), {})
          .rows.filter((row) => row.state === state)
          .map((row) => row.attempt),
      );
      expect(listed.total).toBe(listed.rows.length);
    }
  });

  it('has the oldest first, whatever order they came in, and says where there is no declaration', async () => {
    const { now } = await temporaryWorkspace();
    for (const date of ['2026-11-03', '2026-10-30', '2026-11-01']) {
      const facts = { dateReceived: date as CivilDate, declarationDate: null };
      answer(await takeIn(now(), submission(now(), register(now()).id, facts)));
    }
    const { rows } = listAttempts(now(), {});
    expect(rows.map((row) => row.dateReceived)).toEqual(['2026-10-30', '2026-11-01', '2026-11-03']);
    expect(rows.every((row) => !row.declared)).toBe(true);
  });

  it('is searched by learner, number and assessment, with no wildcards', async () => {
    const { now } = await temporaryWorkspace();
    const siobhan = await submitted(now(), register(now(), 'Siobhán O’Brien', 'XY_12'));
    await submitted(now(), register(now(), 'Rhys Jones', 'XYZ12'));
    const found = (search: string) => listAttempts(now(), { search }).rows.map((row) => row.attempt);
    expect(found("siobhan o'b")).toEqual([siobhan.attempt.id]);
    expect(found('xy_12')).toEqual([siobhan.attempt.id]);
    expect(found('award-602')).toHaveLength(2);
    expect(found('%')).toEqual([]);
    expect(found('nobody')).toEqual([]);
  });

  it('comes by the page, each attempt once', async () => {
    const { now } = await temporaryWorkspace();
    for (let at = 0; at < 7; at += 1) await submitted(now());
    const pages = [0, 3, 6].map((offset) => listAttempts(now(), { limit: 3, offset }));
    expect(pages.map((page) => page.rows.length)).toEqual([3, 3, 1]);
    expect(pages.map((page) => page.total)).toEqual([7, 7, 7]);
    expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.attempt))).size).toBe(7);
  });

  it("of one learner has that learner's attempts and no other's", async () => {
    const { now } = await temporaryWorkspace();
    const { learner } = await signedSheet(now(), REFERRED);
    answer(await takeIn(now(), submission(now(), learner.id)));
    await submitted(now());
    expect(
      learnerQueue(now(), learner.id)
        .map((row) => [row.number, row.state])
        .sort(),
    ).toEqual([
      [1, 'signed'],
      [2, 'to-mark'],
    ]);
  });
});
