import { type ReactNode, useRef, useState } from 'react';
import type { AppError } from '../../shared/api/errors.ts';
import { sentenceFor } from '../../shared/api/sentences.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Notice } from './notice.tsx';
import { PassphraseInput } from './passphrase-input.tsx';

type Props = {
  /** What is done, as its button says it. */
  readonly title: string;
  /** What will happen, and what else is to be entered. */
  readonly children: ReactNode;
  /** What else is to be entered is not right yet. */
  readonly incomplete?: boolean;
  /** The keyboard begins in a field among the children. */
  readonly focusElsewhere?: boolean;
  /** Does it with the passphrase; null where it is done, and the dialog goes. */
  readonly perform: (passphrase: string) => Promise<AppError | null>;
  readonly onClose: () => void;
};

/** Asks for the passphrase before the key is used. Mount it while it is asked: what was typed goes with it. */
export function PassphraseDialog(props: Props) {
  const { title, children, incomplete = false, focusElsewhere = false, perform, onClose } = props;
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const wrong = error?.code === 'wrong-passphrase';

  const confirm = async () => {
    setBusy(true);
    setError(null);
    const refused = await perform(passphrase);
    setBusy(false);
    setError(refused);
    if (!refused) onClose();
    else if (refused.code === 'wrong-passphrase') requestAnimationFrame(() => field.current?.select());
  };

  return (
    <ConfirmDialog
      opened
      title={title}
      confirm={title}
      busy={busy}
      disabled={passphrase === '' || incomplete}
      onConfirm={() => void confirm()}
      onCancel={() => (busy ? undefined : onClose())}
    >
      {children}
      <PassphraseInput
        ref={field}
        label="Your passphrase"
        value={passphrase}
        error={wrong ? sentenceFor(error) : null}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        {...(focusElsewhere ? {} : { 'data-autofocus': true })}
      />
      {error && !wrong && <Notice tone="error">{sentenceFor(error)}</Notice>}
    </ConfirmDialog>
  );
}
