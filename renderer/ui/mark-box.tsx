import type { InputHTMLAttributes } from 'react';
import styles from './mark-box.module.css';

type Props = Pick<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onBlur' | 'onKeyDown'> & {
  readonly label: string;
  readonly locked: boolean;
  /** The id of what says why the mark is refused; null where it is not. */
  readonly trouble: string | null;
  readonly onType: (typed: string) => void;
  /** By what its place is found: `data-…`. */
  readonly place?: Readonly<Record<string, string | boolean>>;
};

/** Where a mark is typed, the assessor's as the IQA's: right under the others, whole when it is reached. */
export function MarkBox({ label, locked, trouble, onType, place = {}, ...input }: Props) {
  return (
    <input
      {...place}
      {...input}
      className={styles.input}
      aria-label={label}
      aria-invalid={trouble !== null}
      aria-describedby={trouble ?? undefined}
      inputMode="numeric"
      autoComplete="off"
      maxLength={32}
      readOnly={locked}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
