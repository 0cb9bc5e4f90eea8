import { plainFeedback, readFeedback } from '../lib/feedback-text.ts';
import type { SectionEntry } from '../model/mark-sheet.ts';

/** A field of a sheet that the assessor writes words in. */
export type TextPlace = {
  readonly section: string;
  readonly field: 'strengths' | 'improvements' | 'judgement';
  /** Of a judgement. */
  readonly criterion: string | null;
};

/** What a field says to a reader, without its signs; `own` leaves out what is quoted from the script. */
export type WrittenText = { readonly place: TextPlace; readonly all: string; readonly own: string };

/** The assessor's words of this attempt: nothing that was carried forward, which was rehearsed when it was signed. */
export function writtenTexts({ section, strengths, improvements, criteria, carried }: SectionEntry): WrittenText[] {
  if (carried) return [];
  const feedback = (
    [
      ['strengths', strengths],
      ['improvements', improvements],
    ] as const
  ).map(([field, text]) => ({
    place: { section, field, criterion: null },
    all: plainFeedback(text),
    own: withoutQuotations(text),
  }));
  const judgements = criteria.flatMap(({ criterion, judgement, carried: earlier }) =>
    judgement === undefined || earlier
      ? []
      : [{ place: { section, field: 'judgement' as const, criterion }, all: judgement, own: judgement }],
  );
  return [...feedback, ...judgements];
}

function withoutQuotations(text: string): string {
  return readFeedback(text)
    .filter((block) => block.kind !== 'quotation')
    .map((block) => block.runs.map((run) => run.text).join(''))
    .join('\n');
}
