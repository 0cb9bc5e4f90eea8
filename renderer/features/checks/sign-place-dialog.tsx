import { useRef, useState } from 'react';
import type { CheckView } from '../../../shared/api/contract.ts';
import { decisionReasons } from '../../../shared/api/decision-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { placeName } from '../../../shared/documents/mark-sheet-places.ts';
import { type CivilDate, showDate } from '../../../shared/lib/dates.ts';
import type { Decision } from '../../../shared/model/mark-sheet.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';
import { call } from '../../api/call.ts';
import type { TypedMark } from '../../store/check-drafts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { PassphraseInput } from '../../ui/passphrase-input.tsx';
import { OutcomeBanner } from './outcome-banner.tsx';
import { signVerb } from './place-words.ts';
import styles from './sign-place-dialog.module.css';

type Props = {
  readonly view: CheckView;
  readonly place: SignaturePlace;
  /** The IQA's marks and what they come to; null where the place is not the IQA's. */
  readonly qa: { readonly marks: readonly TypedMark[]; readonly decision: Decision } | null;
  /** Null where the place has no date. */
  readonly date: CivilDate | null;
  readonly onSigned: (view: CheckView) => void;
  readonly onClose: () => void;
};

/** Says what is about to be signed in the file itself, and asks for the passphrase. It goes with what was typed in it. */
export function SignPlaceDialog({ view, place, qa, date, onSigned, onClose }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly wrong: boolean; readonly sentence: string } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { sheet } = view;

  const confirm = async () => {
    setBusy(true);
    setRefusal(null);
    const reply = await call('checks.sign', {
      check: view.check,
      place: place.id,
      passphrase,
      ...(date ? { date } : {}),
      ...(qa
        ? { marks: qa.marks.map(({ criterion, ...mark }) => ({ ...mark, ...(criterion ? { criterion } : {}) })) }
        : {}),
    });
    setBusy(false);
    if (reply.ok) return onSigned(reply.value);
    setRefusal({ wrong: reply.error.code === 'wrong-passphrase', sentence: sentenceFor(reply.error) });
    if (reply.error.code === 'wrong-passphrase') requestAnimationFrame(() => field.current?.select());
  };

  return (
    <ConfirmDialog
      opened
      title={signVerb(place)}
      confirm={signVerb(place)}
      busy={busy}
      disabled={passphrase === ''}
      onConfirm={() => void confirm()}
      onCancel={() => (busy ? undefined : onClose())}
    >
      <div className={styles.what}>
        <strong>
          <Name>{sheet.learner.name}</Name>
        </strong>
        <span>
          {sheet.assessment.title}, attempt {sheet.attempt.number}
        </span>
      </div>
      {qa && (
        <>
          <div className={styles.outcome}>
            <span>QA</span>
            <OutcomeBadge outcome={qa.decision.outcome} />
            {qa.decision.total !== null && <span>Total {qa.decision.total}</span>}
          </div>
          {qa.decision.outcome === sheet.decision.outcome && (
            <ul className={styles.reasons}>
              {decisionReasons(qa.decision, sheet.scheme).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          <OutcomeBanner sheet={sheet} qa={qa.decision} />
        </>
      )}
      <p>
        “{placeName(place.signatureLabel)}” is signed in the PDF itself{date ? `, dated ${showDate(date)}` : ''}
        {qa ? ', with the QA marks and their outcome' : ''}. The signatures before it stay as they are, and what is
        signed is never changed.
      </p>
      <PassphraseInput
        ref={field}
        label="Your passphrase"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={refusal?.wrong ? refusal.sentence : null}
        autoComplete="off"
        data-autofocus
      />
      {refusal && !refusal.wrong && <Notice tone="error">{refusal.sentence}</Notice>}
      <p className={styles.progress} role="status">
        {busy && 'Signing: adding to the PDF'}
      </p>
    </ConfirmDialog>
  );
}
