import { AlignmentType, type IParagraphOptions, type IRunPropertiesOptions, Paragraph, Tab, TextRun } from 'docx';
import { textDirection } from '../../../shared/documents/text-direction.ts';

/** Text as one paragraph, laid out from the right where its first letter reads so. */
export function paragraphOf(text: string, run: IRunPropertiesOptions = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, ...directionOf(text), children: runsOf(text, run) });
}

/** A run in the direction of its own text; tabs become Word's tabs. */
export function runsOf(text: string, run: IRunPropertiesOptions = {}): TextRun[] {
  if (text === '') return [];
  const direction = textDirection(text) === 'rtl' ? { rightToLeft: true } : {};
  const parts = text.split('\t');
  const children = parts.flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part]));
  return [new TextRun({ ...run, ...complex(run), ...direction, children })];
}

/** A bold or sized run is so in right-to-left scripts too, which have settings of their own. */
function complex(run: IRunPropertiesOptions): IRunPropertiesOptions {
  return {
    ...(run.bold === undefined ? {} : { boldComplexScript: run.bold }),
    ...(run.size === undefined ? {} : { sizeComplexScript: run.size }),
  };
}

export function directionOf(text: string): Pick<IParagraphOptions, 'bidirectional' | 'alignment'> {
  return textDirection(text) === 'rtl' ? { bidirectional: true, alignment: AlignmentType.START } : {};
}
