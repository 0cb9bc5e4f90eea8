import { addLearner } from '../../electron/services/learners/learners.ts';
import { editSheet } from '../../electron/services/marking/edit-sheet.ts';
import { openSheet } from '../../electron/services/marking/open-sheet.ts';
import { builtInPacks } from '../../electron/services/packs/built-in-packs.ts';
import { rehearseSheet } from '../../electron/services/sign-off/rehearse-sheet.ts';
import { signSheet } from '../../electron/services/sign-off/sign-sheet.ts';
import { takeIn } from '../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { AttemptView, EditSaved, SheetView } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { FieldEdit, ParsedInput } from '../../shared/api/inputs.ts';
import type { CivilDate } from '../../shared/lib/dates.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { LearnerId } from '../../shared/model/ids.ts';
import type { Learner } from '../../shared/model/learner.ts';
import { bringIn } from './incoming.ts';
import { answer, present } from './result.ts';
import { PASSPHRASE } from './workspace-details.ts';

/** Section by section as source 003 prints 602: available 10, 30, 30, 30; minima 5, 15, 15, 15. */
export const SHEET_602 = 'award-602';
export const PASSING = [7, 20, 22, 18];
/** The first and the third section are below their minimum. */
export const REFERRED = [4, 20, 14, 18];

export function shippedPack() {
  return present(builtInPacks().find((pack) => pack.code === 'ilm-8316'));
}

let registered = 0;
/** Registers a learner; numbers are made up as they come. */
export function register(workspace: Workspace, name = 'Rhys Jones', registrationNumber?: string): Learner {
  registered += 1;
  return answer(addLearner(workspace, { name, registrationNumber: registrationNumber ?? `REG${registered}` }));
}

/** What a take-in is asked for, to be varied; the script is a text file. */
export function submission(
  workspace: Workspace,
  learner: LearnerId,
  more: Partial<ParsedInput<'attempts.take-in'>> = {},
): ParsedInput<'attempts.take-in'> {
  return {
    learner,
    pack: shippedPack().digest,
    assessment: SHEET_602,
    files: more.files ?? [bringIn(workspace, 'script.txt', 'What I learned about leading a team.')],
    dateReceived: '2026-11-02' as CivilDate,
    declarationDate: '2026-11-01' as CivilDate,
    standardisationRefused: false,
    ...more,
  };
}

/** A learner's script taken in, ready to be marked. */
export async function submitted(workspace: Workspace, learner = register(workspace)): Promise<AttemptView> {
  return answer(await takeIn(workspace, submission(workspace, learner.id)));
}

/** The sheet of a new attempt, open. */
export async function openedSheet(workspace: Workspace, learner = register(workspace)): Promise<SheetView> {
  return answer(openSheet(workspace, (await submitted(workspace, learner)).attempt.id));
}

export function edit(workspace: Workspace, view: SheetView, field: FieldEdit): Result<EditSaved, AppError> {
  return editSheet(workspace, { sheet: view.sheet, revision: view.revision, field });
}

/** Marks with feedback for every section that is open, in the scheme's order. */
export function markSections(workspace: Workspace, view: SheetView, marks: readonly number[]): void {
  for (const [at, { section, carried }] of view.sections.entries()) {
    if (carried) continue;
    answer(edit(workspace, view, { kind: 'mark', section, typed: String(marks[at] ?? 0) }));
    answer(edit(workspace, view, { kind: 'strengths', section, text: `Strengths of ${section}.` }));
    answer(edit(workspace, view, { kind: 'improvements', section, text: `To improve in ${section}.` }));
  }
}

/** Signs a sheet with every warning seen that the rehearsal has. */
export function sign(workspace: Workspace, view: SheetView, passphrase = PASSPHRASE) {
  const { sheet, revision } = view;
  const rehearsed = rehearseSheet(workspace, sheet);
  const acknowledged = rehearsed.ok ? [...rehearsed.value.warnings] : [];
  return signSheet(workspace, { sheet, revision, passphrase, acknowledged });
}

/** A sheet marked and signed. */
export async function signedSheet(
  workspace: Workspace,
  marks: readonly number[] = PASSING,
  learner = register(workspace),
): Promise<SheetView> {
  const view = await openedSheet(workspace, learner);
  markSections(workspace, view, marks);
  return answer(await sign(workspace, view));
}
