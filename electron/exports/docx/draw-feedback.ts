import { type IParagraphOptions, LineRuleType, Paragraph } from 'docx';
import { quotationNumber } from '../../../shared/documents/document-text.ts';
import { groupFeedback, isEmpty } from '../../../shared/lib/feedback-groups.ts';
import type { FeedbackBlock, Run } from '../../../shared/lib/feedback-text.ts';
import { directionOf, runsOf } from './draw-text.ts';
import type { Hold } from './hold.ts';
import { BULLETS, SIZE } from './styles.ts';

/** After a paragraph, and how far a quotation stands in from both sides: in twentieths of a point. */
const AFTER = { after: 60 };
const QUOTED = { left: 300, right: 300 };

/** The assessor's words: paragraphs, lists and quotations below each other; an empty line is a gap, half a line high. */
export function drawFeedback(blocks: readonly FeedbackBlock[], hold: Hold): readonly Paragraph[] {
  return groupFeedback(blocks).flatMap((group) => {
    if (group.kind === 'list') {
      const numbering = { reference: BULLETS, level: 0 };
      return group.items.map((runs, index) => {
        const spacing = index === group.items.length - 1 ? { spacing: AFTER } : {};
        return drawRuns('', runs, { ...hold, numbering, ...spacing });
      });
    }
    if (group.kind === 'quotation' && (group.number !== null || !isEmpty(group.runs))) {
      return [drawRuns(quotationNumber(group.number), group.runs, { ...hold, indent: QUOTED, spacing: AFTER })];
    }
    if (isEmpty(group.runs)) {
      return [new Paragraph({ ...hold, spacing: { line: 100, lineRule: LineRuleType.EXACT } })];
    }
    return [drawRuns('', group.runs, { ...hold, spacing: AFTER })];
  });
}

/** One paragraph; `number` is what stands before a quotation, small. */
function drawRuns(number: string, runs: readonly Run[], more: IParagraphOptions): Paragraph {
  const words = runs.map(({ text }) => text).join('');
  const children = runs.flatMap(({ text, bold }) => runsOf(text, bold ? { bold } : {}));
  return new Paragraph({
    ...more,
    ...directionOf(words),
    children: [...runsOf(number, { size: SIZE.small }), ...children],
  });
}
