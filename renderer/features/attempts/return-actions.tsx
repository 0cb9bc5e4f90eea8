import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AttemptView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { call } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

type Props = { readonly view: AttemptView; readonly onChanged: () => void };

/** Sends a script back unmarked with a reason, or takes that back. */
export function ReturnActions({ view, onChanged }: Props) {
  const [asking, setAsking] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = view.attempt.id;

  const withdraw = async () => {
    setBusy(true);
    const reply = await call('attempts.withdraw-return', { attempt });
    setBusy(false);
    setSentence(reply.ok ? null : sentenceFor(reply.error));
    if (reply.ok) onChanged();
  };
  const giveBack = async (reason: string) => {
    const reply = await call('attempts.return', { attempt, reason });
    if (!reply.ok) return sentenceFor(reply.error);
    onChanged();
    return null;
  };

  if (view.state === 'signed') return null;
  if (view.state === 'returned') {
    return (
      <>
        <Button variant="default" loading={busy} onClick={() => void withdraw()}>
          Withdraw the return
        </Button>
        {sentence && <Notice tone="error">{sentence}</Notice>}
      </>
    );
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Return it
      </Button>
      <ReasonDialog
        opened={asking}
        title="Return the script unmarked"
        description="For the centre’s record"
        confirm="Return the script"
        onConfirm={giveBack}
        onClose={() => setAsking(false)}
      >
        <p>
          A return sends the work back without a decision; it is not a referral. The script stays here, and the return
          can be withdrawn.
        </p>
      </ReasonDialog>
    </>
  );
}
