import type { Outputs } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import { type RehearsalFinding, rehearse } from '../../../shared/rules/rehearsal.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { missingCharacters } from '../../exports/fonts/missing-characters.ts';
import { today } from '../clock.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { gatherSheet } from './sheet-content.ts';

/** What blocks signing the sheet now, and what would embarrass it at sampling. */
export function rehearseSheet(workspace: Workspace, id: SheetId): Result<Outputs['sheets.rehearse'], AppError> {
  const gathered = gatherSheet(workspace, id, workspace.clock.now());
  if (!gathered.ok) return gathered;
  const { draft } = gathered.value;
  return ok({ findings: findingsOf(workspace, draft), decision: draft.decision });
}

/** The findings for a gathered sheet; signing asks the same question of the same content. */
export function findingsOf(workspace: Workspace, draft: DraftSheet): readonly RehearsalFinding[] {
  const attempt = readAttempt(workspace.db, draft.attempt.id);
  return rehearse({
    scheme: draft.scheme,
    sections: draft.sections,
    redo: draft.redo,
    scripts: draft.attempt.scripts.length,
    declarationDate: draft.attempt.declarationDate,
    dateReceived: draft.attempt.dateReceived,
    returned: attempt?.returned != null,
    today: today(workspace.clock),
    missing: printedTexts(draft).flatMap(({ place, section, text }) => {
      const characters = missingCharacters(text);
      return characters.length > 0 ? [{ place, section, characters }] : [];
    }),
  });
}

/** Every text of the sheet that a person typed and the export prints, with its place. */
function printedTexts(draft: DraftSheet) {
  const heads = [
    { place: 'Centre name', section: null, text: draft.centre.name },
    { place: 'Centre number', section: null, text: draft.centre.number },
    { place: 'Learner name', section: null, text: draft.learner.name },
    { place: 'Learner registration number', section: null, text: draft.learner.registrationNumber },
    { place: 'Assessor name', section: null, text: draft.assessor.name },
    { place: 'Names of script files', section: null, text: draft.attempt.scripts.map((one) => one.name).join(' ') },
  ];
  const feedback = draft.sections.flatMap(({ section, strengths, improvements, criteria }) => {
    const heading = draft.scheme.sections.find((one) => one.id === section)?.heading ?? section;
    return [
      { place: `Strengths, ${heading}`, section, text: strengths },
      { place: `Areas for improvement, ${heading}`, section, text: improvements },
      { place: `Seen at, ${heading}`, section, text: criteria.flatMap((one) => one.seen).join(' ') },
    ];
  });
  return [...heads, ...feedback];
}
