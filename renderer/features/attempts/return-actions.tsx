import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AttemptView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { call } from '../../api/call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

type Props = { readonly view: AttemptView; readonly onChanged: () => void };

/** Sends a script back unmarked with a reason, or takes that back. */
export function ReturnActions({ view, onChanged }: Props) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = view.attempt.id;

  async function finish(reply: ReturnType<typeof call<'attempts.return' | 'attempts.withdraw-return'>>): Promise<void> {
    setBusy(true);
    setSentence(null);
    const answer = await reply;
    setBusy(false);
    if (!answer.ok) {
      setSentence(sentenceFor(answer.error));
      return;
    }
    setAsking(false);
    setReason('');
    onChanged();
  }

  if (view.state === 'signed') return null;
  if (view.state === 'returned') {
    return (
      <>
        <Button
          variant="default"
          loading={busy}
          onClick={() => void finish(call('attempts.withdraw-return', { attempt }))}
        >
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
      <ConfirmDialog
        opened={asking}
        title="Return the script unmarked"
        confirm="Return the script"
        disabled={reason.trim() === ''}
        busy={busy}
        onConfirm={() => void finish(call('attempts.return', { attempt, reason }))}
        onCancel={() => setAsking(false)}
      >
        <p>
          A return sends the work back without a decision; it is not a referral. The script stays here, and the return
          can be withdrawn.
        </p>
        <Textarea
          label="Reason"
          description="For the centre’s record"
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
    </>
  );
}
