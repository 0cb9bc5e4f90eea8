import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FieldEdit } from '../../../../shared/api/inputs.ts';
import { edit, openedSheet } from '../../../support/desk.ts';
import { criteriaSheet, proveAll } from '../../../support/portfolios.ts';
import { answer, present } from '../../../support/result.ts';
import { fieldsOf, redo, undo } from '../../../support/steps.ts';
import { afterFile } from '../../../support/temporary-folder.ts';
import { type TemporaryWorkspace, temporaryWorkspace } from '../../../support/temporary-workspace.ts';

let made: TemporaryWorkspace;
const afterwards = afterFile();
beforeAll(async () => {
  made = await temporaryWorkspace({ afterwards });
});

const section = fc.constantFrom('s1', 's2');
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '"', '😀', '😁'), maxLength: 24 });
const marked: fc.Arbitrary<FieldEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('strengths' as const, 'improvements' as const), section, text }),
  fc.record({ kind: fc.constant('mark' as const), section, typed: fc.constantFrom('', '0', '4', '9', '99', 'x') }),
  fc.record({ kind: fc.constant('redo' as const), sections: fc.subarray(['s1', 's2']) }),
);
const criterion = fc.constantFrom('ac1.1', 'ac1.2');
const ofOne = { section: fc.constant('lo1'), criterion };
const judged: fc.Arbitrary<FieldEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('criterion-met' as const),
    met: fc.constantFrom('achieved' as const, 'not-yet' as const, null),
    ...ofOne,
  }),
  fc.record({ kind: fc.constant('judgement' as const), text, ...ofOne }),
  fc.record({ kind: fc.constant('seen' as const), seen: fc.subarray(['p 1', 'p 2']), ...ofOne }),
);

type Step = { readonly do: 'undo' | 'redo' | 'restart' } | { readonly do: 'edit'; readonly field: FieldEdit };
const stepsOf = (field: fc.Arbitrary<FieldEdit>): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.record({ do: fc.constant('edit' as const), field }) },
      { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
      { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
    ),
    { maxLength: 30 },
  );

/** A sheet whose sections are named as the edits above name them. */
async function sheetFor(kind: 'marked' | 'judged') {
  if (kind === 'marked') return openedSheet(made.now());
  const view = await criteriaSheet(made.now());
  proveAll(made.now(), view);
  return view;
}

describe.each([
  ['marked', marked],
  ['judged', judged],
] as const)('whatever is edited, undone, redone and restarted on a sheet that is %s', (kind, field) => {
  const fieldOn = (first: string, one: FieldEdit): FieldEdit =>
    kind === 'judged' && 'section' in one ? { ...one, section: first } : one;

  it('is what two stacks of states say it is', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(field), async (steps) => {
        const view = await sheetFor(kind);
        const first = present(view.sections[0]).section;
        const now = () => fieldsOf(made.now(), view);
        const past: ReturnType<typeof now>[] = [];
        let future: ReturnType<typeof now>[] = [];
        let state = now();
        for (const step of steps) {
          // Longer than a pause, so that every edit is a step.
          made.clock.advance(2000);
          if (step.do === 'restart') await made.reopen();
          else if (step.do === 'edit') {
            edit(made.now(), view, fieldOn(first, step.field));
            if (JSON.stringify(now()) !== JSON.stringify(state)) {
              past.push(state);
              future = [];
            }
            state = now();
          } else {
            const [from, to] = step.do === 'undo' ? [past, future] : [future, past];
            const taken = answer((step.do === 'undo' ? undo : redo)(made.now(), view));
            const other = from.pop();
            expect(taken === null).toBe(other === undefined);
            if (other) {
              to.push(state);
              state = other;
            }
            expect(taken?.steps ?? null).toEqual(taken && { undo: past.length > 0, redo: future.length > 0 });
          }
          expect(now()).toEqual(state);
        }
        while (answer(undo(made.now(), view))) expect(now()).toEqual(past.pop());
        expect(now()).toEqual({ sections: view.sections, redo: view.redo });
      }),
      { numRuns: 15 },
    );
  });

  it('comes back to its first state, and to its last, however fast it was edited', { timeout: 120_000 }, async () => {
    const times = fc.array(fc.constantFrom(0, 100, 1499, 1500, 40_000), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(stepsOf(field), times, async (steps, waits) => {
        const view = await sheetFor(kind);
        const first = present(view.sections[0]).section;
        const now = () => fieldsOf(made.now(), view);
        const seen = new Set([JSON.stringify(now())]);
        const holds = () => expect(seen.has(JSON.stringify(now()))).toBe(true);
        for (const [at, step] of steps.entries()) {
          made.clock.advance(waits[at] ?? 0);
          if (step.do === 'edit') {
            edit(made.now(), view, fieldOn(first, step.field));
            seen.add(JSON.stringify(now()));
          } else if (step.do !== 'restart') answer((step.do === 'undo' ? undo : redo)(made.now(), view));
          holds();
        }
        while (answer(redo(made.now(), view))) holds();
        const last = now();
        while (answer(undo(made.now(), view))) holds();
        expect(now()).toEqual({ sections: view.sections, redo: view.redo });
        while (answer(redo(made.now(), view))) holds();
        expect(now()).toEqual(last);
      }),
      { numRuns: 15 },
    );
  });
});
