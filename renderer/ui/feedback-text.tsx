import { Fragment } from 'react';
import { quotationNumber } from '../../shared/documents/document-text.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { type FeedbackGroup, groupFeedback } from '../../shared/lib/feedback-groups.ts';
import { type Run, readFeedback } from '../../shared/lib/feedback-text.ts';
import styles from './feedback-text.module.css';

/** Feedback as it prints: paragraphs, lists, bold words and quotations. What stands around it sets its size. */
export function FeedbackText({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  return (
    <div className={`${styles.feedback} ${className}`}>
      {groupFeedback(readFeedback(text)).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block has no name but its place
        <Group key={index} group={group} />
      ))}
    </div>
  );
}

function Group({ group }: { readonly group: FeedbackGroup }) {
  switch (group.kind) {
    case 'list':
      return (
        <ul className={styles.list}>
          {group.items.map((runs, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name but its place
            <li key={index} dir="auto">
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      );
    case 'quotation':
      return (
        <blockquote className={styles.quotation} dir="auto">
          {group.number !== null && <span className={styles.number}>{quotationNumber(group.number)}</span>}
          <Runs runs={group.runs} />
        </blockquote>
      );
    case 'paragraph':
      return (
        <p className={styles.paragraph} dir="auto">
          <Runs runs={group.runs} />
        </p>
      );
    default:
      return assertNever(group);
  }
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map(({ text, bold }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run has no name but its place
    <Fragment key={index}>{bold ? <strong>{text}</strong> : text}</Fragment>
  ));
}
