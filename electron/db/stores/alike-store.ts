import type { Digest, LearnerId } from '../../../shared/model/ids.ts';
import { comparedFeedback } from '../../../shared/rules/same-feedback.ts';
import type { Readable } from '../connection.ts';
import { statement } from '../statement.ts';
import { sha256Text } from './audit-store.ts';

/** What a field's words are known by on every sheet; null for words that many sheets may share. */
export function feedbackDigest(text: string): Digest | null {
  const words = comparedFeedback(text);
  return words === null ? null : sha256Text(words);
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
