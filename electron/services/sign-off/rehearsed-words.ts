import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import { wordsOf } from '../../../shared/rules/name-parts.ts';
import type { RehearsalInput } from '../../../shared/rules/rehearsal.ts';
import { writtenTexts } from '../../../shared/rules/rehearsal-texts.ts';
import type { Alike } from '../../../shared/rules/rehearsal-words.ts';
import { digestWords, feedbackDigest, sheetsAlike } from '../../db/stores/alike-store.ts';
import { learnersOfFamilies } from '../../db/stores/learner-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Brings what sheets are compared by up to what is written. Not inside a transaction, which a full disk would end. */
export function readyWords({ db }: Workspace): void {
  try {
    digestWords(db);
  } catch {
    // The disk takes nothing now. What is stored can be rehearsed all the same, against what was compared before.
  }
}

/** What other learners and their sheets have to do with the words of this one: three statements, however many there are. */
export function rehearsedWords(workspace: Workspace, draft: DraftSheet): RehearsalInput['words'] {
  const texts = draft.sections.flatMap(writtenTexts);
  const words = new Set(texts.flatMap(({ all }) => wordsOf(all).map((one) => one.folded)));
  return {
    attempt: draft.attempt.number,
    others: learnersOfFamilies(workspace.db, [...words], draft.learner.id),
    own: [draft.learner.name, draft.assessor.name, draft.centre.name],
    alike: [...alikeIn(workspace, draft, 'strengths'), ...alikeIn(workspace, draft, 'improvements')],
  };
}

function alikeIn(workspace: Workspace, draft: DraftSheet, field: 'strengths' | 'improvements'): readonly Alike[] {
  const written = draft.sections.flatMap((entry) => {
    const digest = entry.carried ? null : feedbackDigest(entry[field]);
    return digest === null ? [] : [{ section: entry.section, digest }];
  });
  const digests = written.map((one) => one.digest);
  const found = new Map(sheetsAlike(workspace.db, field, digests, draft.learner.id).map((one) => [one.digest, one]));
  return written.flatMap(({ section, digest }) => {
    const other = found.get(digest);
    return other ? [{ section, field, registrationNumber: other.registrationNumber, attempt: other.attempt }] : [];
  });
}
