import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { FieldEdit } from '../../../../shared/api/inputs.ts';
import { edit, openedSheet } from '../../../support/desk.ts';
import { answer } from '../../../support/result.ts';
import { afterFile } from '../../../support/temporary-folder.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const AVAILABLE: Readonly<Record<string, number>> = { s1: 10, s2: 30, s3: 30, s4: 30 };
const section = fc.constantFrom('s1', 's2', 's3', 's4');
const text = fc.string({ unit: 'grapheme', maxLength: 30 });

const field: fc.Arbitrary<FieldEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('strengths' as const, 'improvements' as const), section, text }),
  fc.record({
    kind: fc.constant('mark' as const),
    section,
    typed: fc.oneof(fc.nat({ max: 40 }).map(String), fc.constantFrom('', '-1', '2.5', '007')),
  }),
  fc.record({ kind: fc.constant('redo' as const), sections: fc.subarray(['s1', 's2', 's3', 's4']) }),
);
const edits = fc.array(fc.record({ to: fc.constantFrom(0 as const, 1 as const), field }), { maxLength: 25 });

/** What a sheet should hold, said without the app: the last text, the last mark that fits, by section. */
type Model = Map<string, string | number | null>;

function applyTo(model: Model, one: FieldEdit): boolean {
  switch (one.kind) {
    case 'strengths':
    case 'improvements':
      model.set(`${one.kind} ${one.section}`, one.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
      return true;
    case 'mark': {
      if (one.typed === '') model.set(`mark ${one.section}`, null);
      else if (!/^\d+$/.test(one.typed) || Number(one.typed) > (AVAILABLE[one.section] ?? 0)) return false;
      else model.set(`mark ${one.section}`, Number(one.typed));
      return true;
    }
    case 'redo':
      model.set('redo', one.sections.join(' '));
      return true;
    default:
      return false;
  }
}

function held(view: SheetView): Model {
  const model: Model = new Map([['redo', view.redo.join(' ')]]);
  for (const entry of view.sections) {
    model.set(`strengths ${entry.section}`, entry.strengths);
    model.set(`improvements ${entry.section}`, entry.improvements);
    model.set(`mark ${entry.section}`, entry.mark);
  }
  return model;
}

describe('two sheets marked in turn', () => {
  let workspace: Workspace;
  let sheets: readonly [SheetView, SheetView];

  const afterwards = afterFile();
  beforeAll(async () => {
    workspace = (await temporaryWorkspace({ afterwards })).now();
    sheets = [await openedSheet(workspace), await openedSheet(workspace)];
  });

  const view = (at: 0 | 1) => answer(viewSheet(workspace, sheets[at].sheet));

  it('each hold what was typed into them, and nothing of the other', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const models: [Model, Model] = [held(view(0)), held(view(1))];
        for (const one of all) {
          const other = one.to === 0 ? 1 : 0;
          const untouched = view(other);
          const version = view(one.to).version;
          const taken = applyTo(models[one.to], one.field);
          expect(edit(workspace, sheets[one.to], one.field).ok).toBe(taken);
          expect(view(other)).toEqual(untouched);
          expect(view(one.to).version).toBe(version + (taken ? 1 : 0));
        }
        expect([held(view(0)), held(view(1))]).toEqual(models);
      }),
      { numRuns: 40 },
    );
  });
});
