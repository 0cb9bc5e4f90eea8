import { readFeedback } from '../lib/feedback-text.ts';
import type { SectionEntry } from '../model/mark-sheet.ts';
import { placeholdersIn } from './bank-placeholders.ts';
import { type OtherLearner, otherLearnersNamed } from './other-learner-name.ts';
import { referralWords } from './referral-words.ts';
import type { RehearsalFinding } from './rehearsal-finding.ts';
import { type TextPlace, writtenTexts } from './rehearsal-texts.ts';

/** A field whose words stand on another learner's sheet as well. */
export type Alike = {
  readonly section: string;
  readonly field: 'strengths' | 'improvements';
  readonly registrationNumber: string;
  readonly attempt: number;
};

export type RehearsedWords = {
  /** The outcome is a pass. */
  readonly pass: boolean;
  readonly attempt: number;
  /** Learners whose names may stand in the text: those of whom a word of the name does. */
  readonly others: readonly OtherLearner[];
  /** Names that belong on the sheet: the learner's, the assessor's, the centre's. */
  readonly own: readonly string[];
  readonly alike: readonly Alike[];
};

/** What the assessor's words on a section would embarrass it by. */
export function wordFindings(entry: SectionEntry, given: RehearsedWords): readonly RehearsalFinding[] {
  if (entry.carried) return [];
  const found = writtenTexts(entry).flatMap(({ place, all, own }): readonly RehearsalFinding[] => {
    const referral = given.pass ? referralWords(own, given.attempt) : null;
    return [
      ...placeholdersIn(all).map(
        (words) => ({ ...place, code: 'placeholder-left', severity: 'error', words }) as const,
      ),
      ...(referral === null
        ? []
        : [{ ...place, code: 'pass-speaks-of-referral', severity: 'warning', words: referral } as const]),
      ...otherLearnersNamed(all, given.others, given.own).map(
        ({ words, learner: { registrationNumber } }) =>
          ({ ...place, code: 'another-learners-name', severity: 'warning', words, registrationNumber }) as const,
      ),
    ];
  });
  return [...found, ...alikeFindings(entry, given.alike), ...emptyQuotations(entry)];
}

function alikeFindings({ section }: SectionEntry, alike: readonly Alike[]): readonly RehearsalFinding[] {
  return alike
    .filter((one) => one.section === section)
    .map(({ field, registrationNumber, attempt }) => ({
      ...placeOf(section, field),
      code: 'same-feedback',
      severity: 'warning',
      registrationNumber,
      attempt,
    }));
}

/** A quotation needs words of the script, whatever else stands on its line: "(p 4)" alone tells a learner nothing. */
function emptyQuotations({ section, strengths, improvements }: SectionEntry): readonly RehearsalFinding[] {
  const fields = [
    ['strengths', strengths],
    ['improvements', improvements],
  ] as const;
  return fields.flatMap(([field, text]) =>
    readFeedback(text).flatMap((block): readonly RehearsalFinding[] => {
      if (block.kind !== 'quotation') return [];
      const words = block.runs.map((run) => run.text).join('');
      if (/[\p{L}\p{N}]/u.test(words.replace(/\([^()]*\)/gu, ''))) return [];
      return [
        { ...placeOf(section, field), code: 'quotation-without-words', severity: 'warning', number: block.number },
      ];
    }),
  );
}

function placeOf(section: string, field: 'strengths' | 'improvements'): TextPlace {
  return { section, field, criterion: null };
}
