import type { Result } from '../../lib/result.ts';
import { readFormFields } from '../pdf/form-fields.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { textOf } from '../pdf/text-string.ts';
import { entry, nameOf, type PdfDict } from '../pdf/value.ts';
import { type Problem, reading } from '../unreadable.ts';
import { Work } from '../work.ts';
import { ContentText } from './content-text.ts';
import { Fonts } from './fonts.ts';
import { pageWordsOf } from './page-words.ts';

/** A field that was filled in: its value, and what the page draws in its place; null where that is left to the reader. */
export type FilledField = {
  readonly name: string;
  readonly value: string;
  readonly shown: Result<string | null, Problem>;
};

const MOST_WORK = 32 * 1024 * 1024;
const MOST_FIELDS = 2000;

/** The fields of a revision's form that hold a text. */
export function readFilledFields(file: PdfFile, revision: Revision): readonly FilledField[] {
  const work = new Work(MOST_WORK);
  const fonts = new Fonts(file, revision, work);
  const filled: FilledField[] = [];
  for (const { name, type, dict } of readFormFields(file, revision).values()) {
    if ((type !== 'Tx' && type !== 'Ch') || filled.length >= MOST_FIELDS) continue;
    const value = textOf(file.resolve(revision, entry(dict, 'V'))) ?? '';
    const shown = reading(() => drawnIn(file, revision, dict, fonts, work));
    if (value !== '' || !shown.ok || (shown.value ?? '') !== '') filled.push({ name, value, shown });
  }
  return filled;
}

/** The text of a field's normal appearance; null where it has none and a reader draws the value itself. */
function drawnIn(file: PdfFile, revision: Revision, dict: PdfDict, fonts: Fonts, work: Work): string | null {
  const appearance = entry(file.dict(revision, entry(dict, 'AP')), 'N');
  if (appearance.kind !== 'ref') return null;
  const stream = file.dict(revision, appearance);
  if (nameOf(entry(stream, 'Subtype')) !== 'Form') return null;
  const text = new ContentText(file, revision, fonts, work);
  text.read(file.decodedStream(revision, appearance.number), file.dict(revision, entry(stream, 'Resources')));
  return pageWordsOf(text.pieces.flatMap((one) => one.runs)).text;
}
