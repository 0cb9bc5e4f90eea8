import type { FieldEdit, SheetField } from '../../../shared/api/inputs.ts';
import { sectionName } from '../../../shared/api/section-name.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { plainFeedback, readFeedback } from '../../../shared/lib/feedback-text.ts';
import type { Scheme } from '../../../shared/model/pack.ts';

const NAMES: Readonly<Record<SheetField['kind'], string>> = {
  strengths: 'Strengths',
  improvements: 'Areas for improvement',
  mark: 'Mark',
  'criterion-mark': 'Mark',
  'criterion-met': 'Achieved or not yet',
  judgement: 'Judgement',
  seen: 'Seen at',
  redo: 'Sections to do again',
};

/** A field as a sentence names it: "Strengths, section 2", "Mark, section 2, criterion 3". */
export function fieldTitle(field: SheetField, { sections }: Scheme): string {
  if (field.kind === 'redo') return NAMES.redo;
  const at = sections.findIndex((one) => one.id === field.section);
  const title = `${NAMES[field.kind]}, section ${at + 1}`;
  if (!('criterion' in field)) return title;
  const criterion = sections[at]?.criteria.findIndex((one) => one.id === field.criterion) ?? -1;
  return `${title}, criterion ${criterion + 1}`;
}

/** What a field held, in words to be read and compared; empty where it held nothing. */
export function heldWords(held: FieldEdit, scheme: Scheme): string {
  switch (held.kind) {
    case 'strengths':
    case 'improvements':
    case 'judgement':
      return feedbackWords(held.text);
    case 'mark':
    case 'criterion-mark':
      return held.typed;
    case 'criterion-met':
      return held.met === null ? '' : held.met === 'achieved' ? 'Achieved' : 'Not yet';
    case 'seen':
      return held.seen.join(', ');
    case 'redo':
      return held.sections.map((section) => sectionName(scheme, section)).join('; ');
    default:
      return assertNever(held);
  }
}

/** How much a field held, for a line of a list: "12 words", or the whole where it is short. */
export function heldAmount(held: FieldEdit, scheme: Scheme): string {
  const words = heldWords(held, scheme);
  if (words.trim() === '') return 'empty';
  if (!('text' in held)) return words;
  const count = plainFeedback(held.text).trim().split(/\s+/).length;
  return count === 1 ? '1 word' : `${count.toLocaleString('en-GB')} words`;
}

/** Feedback with the signs that a reader sees: a bullet, and the number of a quotation. */
function feedbackWords(text: string): string {
  return readFeedback(text)
    .map((block) => {
      const words = block.runs.map((run) => run.text).join('');
      if (block.kind === 'bullet') return `• ${words}`;
      return block.kind === 'quotation' && block.number !== null ? `[${block.number}] ${words}` : words;
    })
    .join('\n');
}
