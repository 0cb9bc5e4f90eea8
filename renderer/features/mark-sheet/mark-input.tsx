import { type ReactNode, useId } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { MarkBox } from '../../ui/mark-box.tsx';
import styles from './mark-input.module.css';
import { PART_ATTRIBUTE } from './sheet-place.ts';
import type { SheetField } from './use-field.ts';

type Props = {
  readonly field: SheetField<string>;
  readonly label: string;
  readonly locked: boolean;
  /** Whether this is the input that "go to the mark" means. */
  readonly main?: boolean;
  /** Stands after the input: "of 90, minimum 45". */
  readonly children: ReactNode;
};

/** A mark as typed. One that is refused stays in sight with its reason, while the mark saved before stays saved. */
export function MarkInput({ field, label, locked, main = false, children }: Props) {
  const id = useId();
  const trouble = field.error && sentenceFor(field.error);
  return (
    <div className={styles.mark}>
      <MarkBox
        {...(main ? { place: { [PART_ATTRIBUTE]: 'mark' } } : {})}
        label={label}
        locked={locked}
        trouble={trouble ? id : null}
        value={field.value}
        onType={field.put}
        onBlur={field.leave}
      />
      {children}
      {trouble && (
        <p id={id} className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
