import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { writeSetting } from '../../../../electron/db/stores/setting-store.ts';
import { getDueDateRules, putDueDateRules } from '../../../../electron/services/due-dates/due-date-rules.ts';
import { inputs } from '../../../../shared/api/inputs.ts';
import { shippedPack } from '../../../support/desk.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const UNSET = { daysOff: [6, 7], closures: [], moveToWorkingDay: false, skipClosures: false, turnaround: [] };
const winter = { from: '2026-12-24', to: '2027-01-03', title: 'Winter closure' };
const own = (days = 20) => ({ pack: shippedPack().code, qualification: 'award', days });
const parsed = (change: object) => inputs['due-dates.put'].parse({ ...UNSET, ...change });

describe('how a centre counts to a due date', () => {
  it('is by the source until it says otherwise, and is there again at the next start', async () => {
    const workspace = await temporaryWorkspace();
    expect(getDueDateRules(workspace.now())).toEqual(UNSET);
    const set = { ...UNSET, daysOff: [5, 6, 7], closures: [winter], skipClosures: true, turnaround: [own()] };
    expect(answer(putDueDateRules(workspace.now(), parsed(set)))).toEqual(set);
    expect(getDueDateRules(await workspace.reopen())).toEqual(set);
  });

  it('keeps closures that overlap as they were entered', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const closures = [{ from: '2026-12-28', to: '2027-01-05', title: 'Boiler' }, winter, winter];
    expect(answer(putDueDateRules(workspace, parsed({ closures }))).closures).toEqual(closures);
  });

  it('refuses days for a qualification that no pack has, and changes nothing', async () => {
    const workspace = (await temporaryWorkspace()).now();
    for (const unknown of [
      { ...own(), qualification: 'nothing' },
      { ...own(), pack: 'nobody' },
    ]) {
      const refused = refusal(putDueDateRules(workspace, parsed({ skipClosures: true, turnaround: [unknown] })));
      expect(refused).toEqual({ code: 'qualification-unknown', qualification: unknown.qualification });
    }
    expect(getDueDateRules(workspace)).toEqual(UNSET);
  });

  it('leaves one event for each change, with what was before and after', async () => {
    const workspace = (await temporaryWorkspace()).now();
    answer(putDueDateRules(workspace, parsed({ turnaround: [own(20)] })));
    answer(putDueDateRules(workspace, parsed({ turnaround: [own(20)] })));
    answer(putDueDateRules(workspace, parsed({ turnaround: [own(15)] })));
    const { events, payloads } = readChain(workspace.db);
    const edits = events.filter((event) => event.kind === 'due-dates-edited');
    expect(edits.map((event) => payloads.get(event.id)?.payload)).toMatchObject([
      { before: UNSET, after: { turnaround: [{ days: 20 }] } },
      { before: { turnaround: [{ days: 20 }] }, after: { turnaround: [{ days: 15 }] } },
    ]);
  });

  it.each(['no JSON', '[]', '{"daysOff":[8]}', JSON.stringify({ ...UNSET, halfDays: true })])(
    'counts as not set where another version stored %s',
    async (stored) => {
      const workspace = (await temporaryWorkspace()).now();
      writeSetting(workspace.db, 'due-dates', stored);
      expect(getDueDateRules(workspace)).toEqual(UNSET);
    },
  );
});

describe('what is asked for', () => {
  it('has each day off once, in order', () => {
    expect(parsed({ daysOff: [7, 6, 7] }).daysOff).toEqual([6, 7]);
  });

  it.each([
    [{ closures: [winter, { ...winter, to: '2026-12-23' }] }, 'closures.1.to', /before the first day/],
    [{ closures: [{ ...winter, from: '2026-02-30' }] }, 'closures.0.from', /not a date/],
    [{ daysOff: [1, 2, 3, 4, 5, 6, 7] }, 'daysOff', /./],
    [{ daysOff: [0] }, 'daysOff.0', /./],
    [{ turnaround: [{ pack: 'a', qualification: 'b', days: 0 }] }, 'turnaround.0.days', /./],
    [{ turnaround: [{ pack: 'a', qualification: 'b', days: 1.5 }] }, 'turnaround.0.days', /./],
    [{ turnaround: Array(2).fill({ pack: 'a', qualification: 'b', days: 1 }) }, 'turnaround', /twice/],
  ])('is refused with its place: %j', (change, place, reason) => {
    const refused = inputs['due-dates.put'].safeParse({ ...UNSET, ...change });
    const issue = refused.error?.issues[0];
    expect({ place: issue?.path.join('.'), reason: issue?.message }).toEqual({
      place,
      reason: expect.stringMatching(reason),
    });
  });
});
