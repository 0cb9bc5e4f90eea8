import { type ReactNode, useState } from 'react';
import type { AppError } from '../../shared/api/errors.ts';
import { sentenceFor } from '../../shared/api/sentences.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Notice } from './notice.tsx';

type Props = {
  /** What goes: "E1". */
  readonly name: string;
  /** Null where it is gone. */
  readonly remove: () => Promise<AppError | null>;
  readonly onClose: () => void;
  /** What goes with it, and what is safe. */
  readonly children: ReactNode;
};

/** Asks before something is removed that undo does not bring back; says why where it is refused. */
export function RemovalDialog({ name, remove, onClose, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const perform = async () => {
    setBusy(true);
    const error = await remove();
    setBusy(false);
    setRefused(error);
    if (!error) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Remove ${name}`}
      confirm={`Remove ${name}`}
      busy={busy}
      onConfirm={() => void perform()}
      onCancel={() => (busy ? undefined : onClose())}
    >
      <p>{children}</p>
      {refused && <Notice tone="error">{sentenceFor(refused)}</Notice>}
    </ConfirmDialog>
  );
}
