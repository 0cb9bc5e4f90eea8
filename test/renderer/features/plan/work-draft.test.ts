import { describe, expect, it } from 'vitest';
import { type WorkDraft, workDraftOf, workFaults, workPutOf } from '../../../../renderer/features/plan/work-draft.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { PlannedWork } from '../../../../shared/model/assessment-plan.ts';
import type { WorkId } from '../../../../shared/model/ids.ts';
import type { EvidenceRules } from '../../../../shared/model/pack.ts';

const day = (date: string) => ({ date: date as CivilDate, readable: true });
const rules = (open: boolean): EvidenceRules => ({ kinds: [{ code: 'report', text: 'A report' }], open, rules: [] });
const work = (kind: PlannedWork['kind']): PlannedWork => ({
  id: 'w1' as WorkId,
  number: 1,
  title: 'Plan',
  kind,
  from: null,
  to: '2026-10-09' as CivilDate,
});
const whole: WorkDraft = { ...workDraftOf(work({ code: 'report', text: 'A report' }), rules(false)) };

describe('a piece of work while it is entered', () => {
  it('is sent as it was where nothing is changed', () => {
    const { id, number, ...same } = work({ code: 'report', text: 'A report' });
    expect([number, workPutOf(whole, work(same.kind))]).toEqual([1, { ...same, work: id, kind: { code: 'report' } }]);
  });

  it('says what it lacks', () => {
    expect(workFaults(workDraftOf(null, rules(true)))).toEqual({
      title: 'Enter a title',
      kind: 'Choose a type from the list',
    });
    expect(workFaults(workDraftOf(null, null))).toEqual({
      title: 'Enter a title',
      kindWords: 'Enter what kind of evidence it is',
    });
    expect(workPutOf(workDraftOf(null, null), null)).toBeNull();
  });

  it('keeps own words as own words, and asks for another type where a closed list has this one no longer', () => {
    const own = work({ code: null, text: 'recorded call' });
    expect(workDraftOf(own, rules(true))).toMatchObject({ ownKind: true, kind: null, kindWords: 'recorded call' });
    const gone = work({ code: 'gone', text: 'A gone type' });
    expect(workFaults(workDraftOf(gone, rules(false)))).toEqual({ kind: 'Choose a type from the list' });
    expect(workPutOf(workDraftOf(own, null), own)?.kind).toEqual({ text: 'recorded call' });
  });

  it('is not sent with a last day before the first, nor while a date cannot be read', () => {
    expect(workFaults({ ...whole, from: day('2026-10-10') })).toHaveProperty('days');
    expect(workFaults({ ...whole, from: day('2026-10-09') })).toEqual({});
    expect(workPutOf({ ...whole, from: { date: null, readable: false } }, null)).toBeNull();
    expect(workPutOf({ ...whole, from: { date: null, readable: true } }, null)).toMatchObject({
      from: null,
      work: null,
    });
  });
});
