import { Button, Modal } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './entry-dialog.module.css';

type Props = {
  readonly title: string;
  /** The verb: "Add the piece of work". */
  readonly save: string;
  /** Whether something was entered that is not saved. */
  readonly changed: boolean;
  readonly children: ReactNode;
  /** Null where it was saved; `incomplete` where the fields say what they lack. */
  readonly onSave: () => Promise<AppError | null | 'incomplete'>;
  readonly onClose: () => void;
};

/** Entries of a plan with what saves them; what was typed is not dropped without asking. */
export function EntryDialog({ title, save, changed, children, onSave, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const close = () => {
    if (busy) return;
    if (changed) setLeaving(true);
    else onClose();
  };
  const perform = async () => {
    setBusy(true);
    const answer = await onSave();
    setBusy(false);
    if (answer === null) return onClose();
    setRefused(answer === 'incomplete' ? null : answer);
    if (answer === 'incomplete') requestAnimationFrame(() => focusFirstFault(form.current));
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
      <form
        ref={form}
        className={styles.form}
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void perform();
        }}
      >
        {children}
        {refused && <Notice tone="error">{sentenceFor(refused)}</Notice>}
        <div className={styles.actions}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {save}
          </Button>
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
          What you entered here is not saved yet. Leaving drops it; the plan stays as it was.
        </ConfirmDialog>
      )}
    </Modal>
  );
}

function focusFirstFault(form: HTMLFormElement | null): void {
  const field = form?.querySelector('[aria-invalid="true"]');
  if (field instanceof HTMLElement) field.focus();
}
