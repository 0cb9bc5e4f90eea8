import { describe, expect, it } from 'vitest';
import { auditHead, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { viewPlan } from '../../../../electron/services/plans/plan-view.ts';
import { editPlan, markPlan, putWork, removeWork } from '../../../../electron/services/plans/plans.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { WorkId } from '../../../../shared/model/ids.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { addWork, plannedDiploma, show, work } from '../../../support/planning.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { addSyntheticPack, syntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const PLAN = plannedDiploma();
const HEAD = { programme: 'Autumn 2026', agreedWith: 'Ada Wren', agreedOn: '2026-09-30' as CivilDate };
const NOBODY = '00000000-0000-4000-8000-000000000001' as WorkId;

const view = (workspace: Workspace) => answer(viewPlan(workspace, PLAN));
const numbers = (workspace: Workspace) => view(workspace).plan?.works.map((one) => one.number);

/** What the newest link of the chain says. */
function lastAct(workspace: Workspace) {
  const { events, payloads } = readChain(workspace.db);
  const event = present(events.at(-1));
  return { kind: event.kind, payload: payloads.get(event.id)?.payload };
}

describe('an assessment plan', () => {
  it('is not there before anything is entered, and its units and their criteria are the qualification’s', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const { plan, units, rules, qualification } = view(workspace);
    expect(plan).toBeNull();
    expect(units.map((unit) => unit.code).toSorted()).toEqual(
      [...new Set(qualification.groups.flatMap((group) => group.units))].toSorted(),
    );
    expect(units.every((unit) => unit.outcomes.some((outcome) => outcome.criteria.length > 0))).toBe(true);
    expect(rules?.open).toBe(true);
    const head = auditHead(workspace.db);
    answer(editPlan(workspace, { ...PLAN, programme: '', agreedWith: '', agreedOn: null }));
    expect(view(workspace).plan).toBeNull();
    expect(auditHead(workspace.db)).toEqual(head);
  });

  it('keeps the programme, the pieces of work and what they show over a restart', async () => {
    const desk = await temporaryWorkspace();
    answer(editPlan(desk.now(), { ...PLAN, ...HEAD }));
    const first = addWork(desk.now());
    const second = addWork(desk.now(), { title: 'Account', kind: { text: 'recorded call' }, from: null, to: null });
    show(desk.now(), first, 'ML56', ['1.1', '1.2']);
    show(desk.now(), second, 'ML56', ['1.2']);
    await desk.reopen();
    expect(view(desk.now()).plan).toMatchObject({
      ...HEAD,
      works: [
        {
          number: 1,
          title: 'Operational plan of the department',
          kind: {
            code: 'work-products',
            text: 'physical products of work (such as reports, plans, correspondence etc)',
          },
          from: '2026-10-05',
          to: '2026-12-18',
        },
        { number: 2, title: 'Account', kind: { code: null, text: 'recorded call' }, from: null, to: null },
      ],
      marks: [
        { work: first.id, unit: 'ML56', criterion: '1.1' },
        { work: first.id, unit: 'ML56', criterion: '1.2' },
        { work: second.id, unit: 'ML56', criterion: '1.2' },
      ],
    });
  });

  it('never gives a number twice, not even the last one', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const first = addWork(workspace);
    const second = addWork(workspace);
    answer(removeWork(workspace, { ...PLAN, work: second.id }));
    expect(addWork(workspace).number).toBe(3);
    answer(removeWork(workspace, { ...PLAN, work: first.id }));
    expect(numbers(workspace)).toEqual([3]);
    expect(addWork(workspace).number).toBe(4);
  });

  it('takes what a piece of work was to show out with it, and knows it no more', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const [first, second] = [addWork(workspace), addWork(workspace)];
    show(workspace, first, 'ML56', ['1.1']);
    show(workspace, second, 'ML56', ['1.1']);
    expect(answer(removeWork(workspace, { ...PLAN, work: first.id })).plan?.marks).toEqual([
      { work: second.id, unit: 'ML56', criterion: '1.1' },
    ]);
    for (const asked of [
      removeWork(workspace, { ...PLAN, work: first.id }),
      putWork(workspace, { ...PLAN, ...work({ work: first.id }) }),
      markPlan(workspace, { ...PLAN, changes: [{ work: first.id, unit: 'ML56', criterion: '1.1', marked: true }] }),
    ]) {
      expect(refusal(asked)).toEqual({ code: 'work-unknown' });
    }
    expect(numbers(workspace)).toEqual([2]);
  });

  it('changes a piece of work in its place', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const { id } = addWork(workspace);
    const later = '2027-01-08' as CivilDate;
    const change = work({ work: id, title: 'Plan, second edition', kind: { code: 'witness-testimony' }, to: later });
    expect(answer(putWork(workspace, { ...PLAN, ...change })).plan?.works).toEqual([
      {
        id,
        number: 1,
        title: 'Plan, second edition',
        kind: { code: 'witness-testimony', text: 'witness testimony' },
        from: '2026-10-05',
        to: later,
      },
    ]);
  });

  it('refuses a piece of work that ends before it begins, and a type that the list has not', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const early = putWork(workspace, { ...PLAN, ...work({ to: '2026-10-04' as CivilDate }) });
    expect(refusal(early)).toMatchObject({ code: 'invalid-input', place: 'to' });
    const odd = putWork(workspace, { ...PLAN, ...work({ kind: { code: 'telepathy' } }) });
    expect(refusal(odd)).toEqual({ code: 'evidence-kind-refused', kind: 'telepathy' });
    expect(view(workspace).plan).toBeNull();
  });

  it('takes any words for a type where the source has no list, and only the list’s where that is closed', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const pack = syntheticPack();
    const like = present(pack.qualifications[0]);
    const closed = { kinds: [{ code: 'report', text: 'A report' }], open: false, rules: [] };
    const { digest } = await addSyntheticPack(workspace, {
      qualifications: [
        { ...like, evidence: undefined },
        { ...like, code: 'closed', evidence: closed },
      ],
      assessments: [],
    });
    const own = work({ kind: { text: 'recorded call' } });
    const without = answer(putWork(workspace, { pack: digest, qualification: like.code, ...own }));
    expect(without.plan?.works[0]?.kind).toEqual({ code: null, text: 'recorded call' });
    const refused = putWork(workspace, { pack: digest, qualification: 'closed', ...own });
    expect(refusal(refused)).toEqual({ code: 'evidence-kind-refused', kind: 'recorded call' });
  });
});

describe('the matrix of a plan', () => {
  it('takes all changes or none', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const { id } = addWork(workspace);
    const good = { work: id, unit: 'ML56', criterion: '1.1', marked: true };
    const head = auditHead(workspace.db);
    for (const [bad, error] of [
      [
        { ...good, criterion: '99.9' },
        { code: 'criterion-unknown', criterion: 'ML56 99.9' },
      ],
      [
        { ...good, unit: 'ML999' },
        { code: 'criterion-unknown', criterion: 'ML999 1.1' },
      ],
      [{ ...good, work: NOBODY }, { code: 'work-unknown' }],
    ] as const) {
      expect(refusal(markPlan(workspace, { ...PLAN, changes: [good, bad] }))).toEqual(error);
    }
    expect(view(workspace).plan?.marks).toEqual([]);
    expect(auditHead(workspace.db)).toEqual(head);
  });

  it('holds the last word on a place, and records what changed alone', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const one = addWork(workspace);
    show(workspace, one, 'ML56', ['1.1', '1.2']);
    const change = (criterion: string, marked: boolean) => ({ work: one.id, unit: 'ML56', criterion, marked });
    const changes = [change('1.1', true), change('1.2', false), change('1.3', false), change('1.3', true)];
    const marks = answer(markPlan(workspace, { ...PLAN, changes })).plan?.marks;
    expect(marks?.map((mark) => mark.criterion)).toEqual(['1.1', '1.3']);
    expect(lastAct(workspace)).toMatchObject({
      kind: 'plan-edited',
      payload: {
        pack: 'cmi-7d27v2',
        qualification: 'diploma',
        change: { marked: [{ criterion: '1.3' }], unmarked: [{ criterion: '1.2' }] },
      },
    });
    const head = auditHead(workspace.db);
    answer(markPlan(workspace, { ...PLAN, changes }));
    expect(auditHead(workspace.db)).toEqual(head);
    const { events, payloads } = readChain(workspace.db);
    expect(checkChain(sha256Text, events, payloads)).toBeNull();
  });

  it('is kept for a newer version of the pack, and what that has no criterion for comes back with the older', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const first = await addSyntheticPack(workspace, { assessments: [] });
    const pack = syntheticPack();
    const [qualification, unit] = [
      present(pack.qualifications[0]),
      present(pack.units.find((one) => one.code === '602')),
    ];
    const of = { pack: first.digest, qualification: qualification.code };
    const kept = addWork(workspace, { kind: { text: 'report' } }, of);
    show(workspace, kept, '602', ['1.1', '1.2'], of);
    const [lead, ...others] = unit.outcomes;
    const without = { ...present(lead), criteria: present(lead).criteria.filter((one) => one.number !== '1.2') };
    const newer = await addSyntheticPack(workspace, {
      version: '9.0.0',
      assessments: [],
      units: pack.units.map((one) => (one === unit ? { ...unit, outcomes: [without, ...others] } : one)),
    });
    const later = answer(viewPlan(workspace, { ...of, pack: newer.digest })).plan;
    expect(later).toMatchObject({ works: [{ id: kept.id }], marks: [{ unit: '602', criterion: '1.1' }] });
    const earlier = answer(viewPlan(workspace, of)).plan;
    expect(earlier?.id).toBe(later?.id);
    expect(earlier?.marks.map((mark) => mark.criterion)).toEqual(['1.1', '1.2']);
  });
});
