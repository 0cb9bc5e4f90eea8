import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { AppError } from '../../shared/api/errors.ts';
import { sentenceFor } from '../../shared/api/sentences.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import styles from './entry-dialog.module.css';
import { focusFirstFault } from './first-fault.ts';
import { Notice } from './notice.tsx';

type Props = {
  readonly title: string;
  /** The verb: "Add the piece of work". Null where nothing can be changed, only read. */
  readonly save: string | null;
  /** What was entered, and what stood there first: plain values. */
  readonly entered: unknown;
  readonly first: unknown;
  /** What leaving does not touch: "the plan". */
  readonly kept: string;
  readonly children: ReactNode;
  /** Null where it was saved, and whoever opened the dialog closes it; `incomplete` where the fields say what they lack. */
  readonly onSave: () => Promise<AppError | null | 'incomplete'>;
  readonly onClose: () => void;
};

/** Entries with what saves them; what was typed is not dropped without asking. */
export function EntryDialog({ title, save, entered, first, kept, children, onSave, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [refused, setRefused] = useState<{ readonly error: AppError; readonly of: string } | null>(null);
  const now = JSON.stringify(entered);
  const close = () => {
    if (busy) return;
    if (now === JSON.stringify(first)) onClose();
    else setLeaving(true);
  };
  const perform = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await onSave();
    setBusy(false);
    setRefused(answer === null || answer === 'incomplete' ? null : { error: answer, of: now });
    if (answer === 'incomplete') focusFirstFault(form.current);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size="40rem"
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnClickOutside={false}
      closeOnEscape={!leaving}
    >
      <form ref={form} className={styles.form} noValidate aria-label={title} onSubmit={(event) => void perform(event)}>
        {children}
        {/* What is entered otherwise by now may not be refused. */}
        {refused?.of === now && <Notice tone="error">{sentenceFor(refused.error)}</Notice>}
        <div className={styles.actions}>
          <Button variant="default" onClick={close}>
            {save === null ? 'Close' : 'Cancel'}
          </Button>
          {save !== null && (
            <Button type="submit" loading={busy}>
              {save}
            </Button>
          )}
        </div>
      </form>
      {/* Not there before it is asked for, or the Escape that asks would answer it too. */}
      {leaving && (
        <ConfirmDialog
          opened
          title="Leave without saving"
          confirm="Leave without saving"
          cancel="Keep editing"
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        >
          What you entered here is not saved yet. Leaving drops it; {kept} stays as it was.
        </ConfirmDialog>
      )}
    </Modal>
  );
}
