import { Button, Modal } from '@mantine/core';
import { useId } from 'react';
import styles from './remove-dialog.module.css';

/** What is asked to go, and what is left to decide. */
export type Removing = {
  readonly number: number;
  /** The side that was asked to go; the other one is asked about. `only`: there is no other side. */
  readonly side: 'quotation' | 'highlight' | 'note';
  readonly only: boolean;
  /** As they stand, with their marks; empty where there are none. */
  readonly words: string;
};

type Props = {
  readonly removing: Removing;
  /** Why the last try was refused. */
  readonly trouble: string | null;
  readonly onRemove: (both: boolean) => void;
  readonly onClose: () => void;
};

/** Asks before one side of a link between sheet and script goes whether the other goes too. */
export function RemoveDialog({ removing, trouble, onRemove, onClose }: Props) {
  const { number, side, only, words } = removing;
  const said = useId();
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Remove ${side} ${number}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnClickOutside={false}
      aria-describedby={said}
    >
      <div className={styles.body} id={said}>
        {words !== '' && <p className={styles.words}>{words}</p>}
        <p>{only ? ONLY[side] : BOTH[side]} The learner’s file is never changed.</p>
        {trouble && <p role="alert">{trouble}</p>}
      </div>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {!only && (
          <Button variant="default" onClick={() => onRemove(false)}>
            {side === 'quotation' ? 'Keep the highlight' : 'Keep the quotation'}
          </Button>
        )}
        <Button data-autofocus onClick={() => onRemove(true)}>
          {only ? 'Remove' : 'Remove both'}
        </Button>
      </div>
    </Modal>
  );
}

const ONLY = {
  quotation: 'The quotation goes from the text; its highlight is gone already.',
  highlight: 'The highlight goes from the script; no text quotes it.',
  note: 'The note goes from the script, with your words beside it.',
} as const;

const BOTH = {
  quotation: 'The quotation goes from the text. Its highlight in the script can go with it, or stay.',
  highlight: 'The highlight goes from the script. Its quotation in the text can go with it, or stay.',
  note: ONLY.note,
} as const;
