import { type KeyboardEvent, useId, useState } from 'react';
import { MarkBox } from '../../ui/mark-box.tsx';
import { markFault } from './qa-entries.ts';
import styles from './qa-mark.module.css';

type Props = {
  /** "QA mark, Context". */
  readonly label: string;
  readonly available: number;
  readonly minimum: number | null;
  readonly value: string;
  readonly locked: boolean;
  readonly onChange: (typed: string) => void;
};

/** The attribute by which Enter finds the next QA mark. */
const QA = 'data-qa-mark';

/** A QA mark as typed. What is no mark stays in sight with its reason, and counts as none. */
export function QaMark({ label, available, minimum, value, locked, onChange }: Props) {
  const id = useId();
  const [left, setLeft] = useState(false);
  const fault = markFault(value, available);
  const told = left || value.length > String(available).length ? fault : null;
  return (
    <div className={styles.mark}>
      <span className={styles.line}>
        <span className={styles.label} aria-hidden="true">
          QA
        </span>
        <MarkBox
          place={{ [QA]: true }}
          label={label}
          locked={locked}
          trouble={told ? id : null}
          value={value}
          onType={onChange}
          onBlur={() => setLeft(true)}
          onKeyDown={toNext}
        />
        <span className={styles.of}>
          of {available}
          {minimum !== null && `, minimum ${minimum}`}
        </span>
      </span>
      {told && (
        <p id={id} className={styles.fault} role="alert">
          {told}
        </p>
      )}
    </div>
  );
}

/** Enter goes on to the next mark. */
function toNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLInputElement>(`[${QA}]`)];
  const to = all[all.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)];
  to?.focus();
}
