import type { LearnerId, SheetId } from '../../../shared/model/ids.ts';
import type { Readable } from '../connection.ts';

/** Whom a workspace knows a learner as; a learner of a sheet that came in signed counts too. */
export type NamedLearner = { readonly id: LearnerId; readonly name: string; readonly registrationNumber: string };

const RECEIVED_LEARNER = `json_extract(content, '$.learner.id')`;

/** The learner by that id or an alias of it, here or on a sheet that came in. */
export function namedLearner(db: Readable, id: LearnerId): NamedLearner | null {
  const here = db
    .prepare<{ id: string }, NamedLearner>(
      `SELECT learner.id, name, registration_number AS registrationNumber FROM learner
       WHERE id = coalesce((SELECT learner_id FROM learner_alias WHERE alias = @id), @id)`,
    )
    .get({ id });
  return here ?? namedLearners(db).find((one) => one.id === id) ?? null;
}

/** Every learner whose name the workspace holds. */
export function namedLearners(db: Readable): readonly NamedLearner[] {
  return db
    .prepare<[], NamedLearner>(
      `SELECT id, name, registration_number AS registrationNumber FROM learner
       UNION
       SELECT ${RECEIVED_LEARNER}, json_extract(content, '$.learner.name'),
         json_extract(content, '$.learner.registrationNumber')
       FROM received_sheet`,
    )
    .all();
}

/** What learners were called before their names or numbers were corrected, as far as the chain still tells. */
export function formerNames(db: Readable): readonly NamedLearner[] {
  return db
    .prepare<[], NamedLearner>(
      `SELECT json_extract(payload, '$.before.id') AS id, json_extract(payload, '$.before.name') AS name,
         json_extract(payload, '$.before.registrationNumber') AS registrationNumber
       FROM audit_event JOIN audit_payload ON event_id = id WHERE kind = 'learner-edited'`,
    )
    .all();
}

/** The learner whose sheet it is, here or as it came in. */
export function learnerOfSheet(db: Readable, sheet: SheetId): LearnerId | null {
  const row = db
    .prepare<{ sheet: string }, { learner: LearnerId }>(
      `SELECT attempt.learner_id AS learner FROM sheet JOIN attempt ON attempt.id = sheet.attempt_id
       WHERE sheet.id = @sheet
       UNION ALL
       SELECT ${RECEIVED_LEARNER} FROM received_sheet WHERE sheet_id = @sheet LIMIT 1`,
    )
    .get({ sheet });
  return row?.learner ?? null;
}

/** Every id that hangs from a learner: aliases, enrolments, evidence, attempts, scripts, sheets, and sheets that came in with their own ids. */
export function idsOfLearner(db: Readable, learner: LearnerId): ReadonlySet<string> {
  const rows = db
    .prepare<{ learner: string }, { id: string }>(
      `SELECT @learner AS id
       UNION SELECT alias FROM learner_alias WHERE learner_id = @learner
       UNION SELECT id FROM enrolment WHERE learner_id = @learner
       UNION SELECT id FROM evidence WHERE learner_id = @learner
       UNION SELECT id FROM attempt WHERE learner_id = @learner
       UNION SELECT script.id FROM attempt JOIN script ON script.attempt_id = attempt.id
         WHERE attempt.learner_id = @learner
       UNION SELECT sheet.id FROM attempt JOIN sheet ON sheet.attempt_id = attempt.id WHERE attempt.learner_id = @learner
       UNION SELECT id FROM received_sheet WHERE ${RECEIVED_LEARNER} = @learner
       UNION SELECT sheet_id FROM received_sheet WHERE ${RECEIVED_LEARNER} = @learner
       UNION SELECT json_extract(content, '$.attempt.id') FROM received_sheet WHERE ${RECEIVED_LEARNER} = @learner`,
    )
    .all({ learner });
  return new Set(rows.map((row) => row.id));
}

/** The ids under which events tell of one sheet: its own, and those of the files of it that came in. */
export function idsOfSheet(db: Readable, sheet: SheetId): ReadonlySet<string> {
  const rows = db.prepare<[string], { id: string }>('SELECT id FROM received_sheet WHERE sheet_id = ?').all(sheet);
  return new Set([sheet, ...rows.map((row) => row.id)]);
}

/** Whether an id is a learner's, or of something that hangs from one. */
export function hangsFromALearner(db: Readable, id: string): boolean {
  const row = db
    .prepare<{ id: string }, { found: number }>(
      `SELECT EXISTS (SELECT 1 FROM learner WHERE id = @id)
         OR EXISTS (SELECT 1 FROM learner_alias WHERE alias = @id)
         OR EXISTS (SELECT 1 FROM enrolment WHERE id = @id)
         OR EXISTS (SELECT 1 FROM evidence WHERE id = @id)
         OR EXISTS (SELECT 1 FROM attempt WHERE id = @id)
         OR EXISTS (SELECT 1 FROM script WHERE id = @id)
         OR EXISTS (SELECT 1 FROM sheet WHERE id = @id)
         OR EXISTS (SELECT 1 FROM received_sheet WHERE id = @id OR sheet_id = @id) AS found`,
    )
    .get({ id });
  return row?.found === 1;
}
