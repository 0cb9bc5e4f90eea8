import type { Digest, LearnerId, SheetId } from '../../../shared/model/ids.ts';
import { comparedFeedback } from '../../../shared/rules/same-feedback.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';
import { atOnce } from '../transaction.ts';
import { sha256Text } from './audit-store.ts';

/** What a field's words are known by on every sheet; null for words that many sheets may share. */
export function feedbackDigest(text: string): Digest | null {
  const words = comparedFeedback(text);
  return words === null ? null : sha256Text(words);
}

type WrittenRow = {
  readonly sheet: SheetId;
  readonly section: string;
  readonly strengths: string;
  readonly improvements: string;
};

/** Brings the digests of every sheet's words up to what is written; whoever compares sheets asks for it first. */
export function digestWords(db: Db): void {
  const written = statement<[], WrittenRow>(
    db,
    'SELECT sheet_id AS sheet, section, strengths, improvements FROM sheet_section WHERE words_digested = 0',
  ).all();
  if (written.length === 0) return;
  atOnce(db, () => {
    const put = statement(
      db,
      `UPDATE sheet_section SET strengths_digest = ?, improvements_digest = ?, words_digested = 1
       WHERE sheet_id = ? AND section = ?`,
    );
    for (const { sheet, section, strengths, improvements } of written) {
      put.run(feedbackDigest(strengths), feedbackDigest(improvements), sheet, section);
    }
  });
}

type AlikeRow = { readonly digest: Digest; readonly registrationNumber: string; readonly attempt: number };

/** The first sheet of another learner for each of these digests that stands as the same field of one. */
export function sheetsAlike(
  db: Readable,
  field: 'strengths' | 'improvements',
  digests: readonly Digest[],
  but: LearnerId,
): readonly AlikeRow[] {
  const column = field === 'strengths' ? 'strengths_digest' : 'improvements_digest';
  // The other columns of a group are of the row that has its minimum.
  return statement<[string, string], AlikeRow>(
    db,
    `SELECT sheet_section.${column} AS digest, min(learner.registration_number) AS registrationNumber,
            attempt.number AS attempt
       FROM sheet_section
       JOIN sheet ON sheet.id = sheet_section.sheet_id AND sheet.purpose = 'official'
       JOIN attempt ON attempt.id = sheet.attempt_id
       JOIN learner ON learner.id = attempt.learner_id
      WHERE sheet_section.${column} IN (SELECT value FROM json_each(?)) AND attempt.learner_id <> ?
      GROUP BY sheet_section.${column}`,
  ).all(JSON.stringify(digests), but);
}
