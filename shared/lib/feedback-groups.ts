import type { FeedbackBlock, Run } from './feedback-text.ts';

/** What feedback is set as: bullets that follow each other are one list. */
export type FeedbackGroup =
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | Extract<FeedbackBlock, { readonly kind: 'quotation' }>;

/** The blocks with their lists gathered. A bullet without words is an empty line, and parts two lists as one does. */
export function groupFeedback(blocks: readonly FeedbackBlock[]): readonly FeedbackGroup[] {
  const groups: FeedbackGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'quotation') groups.push(block);
    else if (block.kind === 'paragraph' || isEmpty(block.runs)) groups.push({ kind: 'paragraph', runs: block.runs });
    else if (last?.kind === 'list') groups[groups.length - 1] = { kind: 'list', items: [...last.items, block.runs] };
    else groups.push({ kind: 'list', items: [block.runs] });
  }
  return groups;
}

/** Whether runs hold no words: there is nothing to set. */
export function isEmpty(runs: readonly Run[]): boolean {
  return runs.every(({ text }) => text.trim() === '');
}
