import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx';
import { BOX, type CellContent, type FormField } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { contentControl } from './content-control.ts';
import { drawFeedback } from './draw-feedback.ts';
import { directionOf, paragraphOf, runsOf } from './draw-text.ts';
import type { Hold } from './hold.ts';
import { BULLETS, COLOUR, SIZE, SYMBOL_FONT } from './styles.ts';

/** One piece of a cell as paragraphs, its words exactly those of the document tree. */
export function drawContent(content: CellContent, hold: Hold): readonly Paragraph[] {
  switch (content.kind) {
    case 'text':
      return [
        paragraphOf(
          content.text,
          {
            ...(content.bold ? { bold: true } : {}),
            ...(content.small ? { size: SIZE.small, color: COLOUR.quiet } : {}),
          },
          hold,
        ),
      ];
    case 'feedback':
      return drawFeedback(content.blocks, hold);
    case 'bullets':
      return content.items.map((item) =>
        paragraphOf(item, {}, { ...hold, numbering: { reference: BULLETS, level: 0 } }),
      );
    case 'labelled':
      return [drawLabelled(content, hold)];
    case 'checkbox':
      return [drawCheckbox(content.label, content.checked, hold)];
    case 'mark':
      return drawMark(content, hold);
    case 'choice':
      return [drawChoice(content.options, content.chosen, hold)];
    case 'field':
      return drawField(content.field, hold);
    default:
      return assertNever(content);
  }
}

/** Several lines of a value stay in its paragraph as one: a label and its value are one thing. */
function drawLabelled({ label, value, small }: Extract<CellContent, { kind: 'labelled' }>, hold: Hold): Paragraph {
  const space = value === '' ? '' : ' ';
  const size = small ? { size: SIZE.small } : {};
  return new Paragraph({
    ...hold,
    ...directionOf(label),
    children: [...runsOf(`${label}${space}`, size), ...runsOf(value.replaceAll('\n', ' '), { bold: true, ...size })],
  });
}

function drawCheckbox(label: string, checked: boolean, hold: Hold): Paragraph {
  const box = new TextRun({ text: checked ? BOX.ticked : BOX.empty, font: SYMBOL_FONT, size: SIZE.mark });
  return new Paragraph({ ...hold, children: [...runsOf(`${label} `), box] });
}

function drawMark(content: Extract<CellContent, { kind: 'mark' }>, hold: Hold): readonly Paragraph[] {
  const centred = { ...hold, alignment: AlignmentType.CENTER };
  const given = content.mark === null ? '' : String(content.mark);
  const lines = [content.available, content.minimum ?? ''].filter((line) => line !== '');
  return [
    paragraphOf(given, { bold: true, size: SIZE.mark }, centred),
    ...lines.map((line) => paragraphOf(line, { size: SIZE.pattern }, centred)),
  ];
}

/** "PASS/REFERRAL" with a ring around the chosen one, as a pen would draw it. */
function drawChoice(options: readonly string[], chosen: number | null, hold: Hold): Paragraph {
  const ring = { style: BorderStyle.SINGLE, size: 12, space: 0, color: COLOUR.text };
  const runs = options.flatMap((option, index) => {
    const run = index === chosen ? { bold: true, border: ring } : chosen === null ? {} : { color: COLOUR.quiet };
    return [...(index === 0 ? [] : [new TextRun({ text: '/', color: COLOUR.quiet })]), ...runsOf(option, run)];
  });
  return new Paragraph({
    ...hold,
    alignment: AlignmentType.CENTER,
    spacing: { before: 40, after: 40 },
    children: runs,
  });
}

function drawField(field: FormField, hold: Hold): readonly Paragraph[] {
  if (field.signed) return field.signed.map((line) => paragraphOf(line, { size: SIZE.small }, hold));
  const place = new Paragraph({ ...hold, ...(field.type === 'number' ? { alignment: AlignmentType.CENTER } : {}) });
  place.addChildElement(contentControl(field));
  return [place];
}
