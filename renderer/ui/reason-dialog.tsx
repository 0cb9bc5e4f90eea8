import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Notice } from './notice.tsx';

type Props = {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and what stays safe. */
  readonly children: ReactNode;
  /** Where the reason goes: "Printed on the next revision". */
  readonly description: string;
  /** The verb: "Return the script". */
  readonly confirm: string;
  /** Does it; gives the sentence that says why not, null where it is done. */
  readonly onConfirm: (reason: string) => Promise<string | null>;
  readonly onClose: () => void;
};

/** Asks before an act that needs a reason for the record. */
export function ReasonDialog(props: Props) {
  // What was typed goes with the dialog.
  return props.opened && <Asking {...props} />;
}

function Asking({ title, children, description, confirm, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);

  const perform = async () => {
    setBusy(true);
    const refused = await onConfirm(reason);
    setBusy(false);
    setSentence(refused);
    if (refused === null) onClose();
  };

  return (
    <ConfirmDialog
      opened
      title={title}
      confirm={confirm}
      disabled={reason.trim() === ''}
      busy={busy}
      onConfirm={() => void perform()}
      onCancel={() => (busy ? undefined : onClose())}
    >
      {children}
      <Textarea
        label="Reason"
        description={description}
        data-autofocus
        autosize
        minRows={3}
        maxLength={2000}
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
      />
      {sentence && <Notice tone="error">{sentence}</Notice>}
    </ConfirmDialog>
  );
}
