import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './confirm-dialog.module.css';

type Props = {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and what stays safe. */
  readonly children: ReactNode;
  /** The verb: "Return the script". */
  readonly confirm: string;
  /** Null where there is nothing to choose. */
  readonly cancel?: string | null;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before an act that is recorded or hard to take back. Enter in a field confirms, Escape cancels. */
export function ConfirmDialog(props: Props) {
  const { opened, title, children, confirm, cancel = 'Cancel', disabled = false, busy = false } = props;
  return (
    <Modal
      opened={opened}
      onClose={props.onCancel}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnClickOutside={false}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && !busy) props.onConfirm();
        }}
      >
        <div className={styles.body}>{children}</div>
        <div className={styles.actions}>
          {cancel && (
            <Button variant="default" onClick={props.onCancel}>
              {cancel}
            </Button>
          )}
          <Button type="submit" disabled={disabled} loading={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
