import type { Instant } from '../../../shared/lib/dates.ts';
import type { Digest, LearnerId } from '../../../shared/model/ids.ts';
import type { CriterionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Readable } from '../connection.ts';
import { statement } from '../statement.ts';
import type { StoredSheet } from './sheet-store.ts';

/** A section of one of a learner's official sheets, with what was judged in it. */
export type JudgedSection = {
  readonly pack: Digest;
  readonly assessment: string;
  /** Number of the attempt. */
  readonly attempt: number;
  readonly state: StoredSheet['state'];
  readonly savedAt: Instant | null;
  readonly returned: boolean;
  readonly section: string;
  readonly criteria: readonly CriterionEntry[];
  readonly carried: boolean;
};

/** Every section of a learner's official sheets for a pack, in all its versions. */
export function judgedSections(db: Readable, learner: LearnerId, packCode: string): readonly JudgedSection[] {
  type Row = Omit<JudgedSection, 'criteria' | 'carried' | 'returned'> & {
    criteria: string;
    carried: 0 | 1;
    returned: 0 | 1;
  };
  return statement<[string, string], Row>(
    db,
    `SELECT sheet.pack_digest AS pack, sheet.assessment, attempt.number AS attempt, sheet.state, sheet.saved_at AS savedAt,
            attempt.returned_on IS NOT NULL AS returned, section, criteria, carried IS NOT NULL AS carried
     FROM attempt
     CROSS JOIN sheet ON sheet.attempt_id = attempt.id AND sheet.purpose = 'official'
     CROSS JOIN sheet_section ON sheet_section.sheet_id = sheet.id
     WHERE attempt.learner_id = ? AND attempt.pack_code = ?`,
  )
    .all(learner, packCode)
    .map(({ criteria, carried, returned, ...row }) => ({
      ...row,
      criteria: JSON.parse(criteria),
      carried: carried === 1,
      returned: returned === 1,
    }));
}

/** A learner's official sheets for a pack that stand signed; the content is read where it is asked for. */
export function signedSheetsOf(
  db: Readable,
  learner: LearnerId,
  packCode: string,
): readonly { readonly digest: Digest; readonly content: () => string }[] {
  return statement<[string, string], { digest: Digest }>(
    db,
    `SELECT signed_revision.digest
     FROM attempt
     CROSS JOIN sheet ON sheet.attempt_id = attempt.id AND sheet.purpose = 'official' AND sheet.state = 'signed'
     CROSS JOIN signed_revision ON sheet_id = sheet.id AND signed_revision.revision = sheet.revision
     WHERE attempt.learner_id = ? AND attempt.pack_code = ?`,
  )
    .all(learner, packCode)
    .map(({ digest }) => ({ digest, content: () => contentOf(db, digest) }));
}

function contentOf(db: Readable, digest: Digest): string {
  const row = statement<[string], { content: string }>(db, 'SELECT content FROM signed_revision WHERE digest = ?').get(
    digest,
  );
  if (!row) throw new Error('A signed revision has no content');
  return row.content;
}
