import { useRef, useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { SheetView } from '../../../shared/api/contract.ts';
import { decisionReasons } from '../../../shared/api/decision-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { warningKey } from '../../../shared/rules/acknowledged-warnings.ts';
import type { RehearsalFinding } from '../../../shared/rules/rehearsal-finding.ts';
import { useMarking } from '../../store/marking.ts';
import { seenOf, unseenOf, useWarningsSeen } from '../../store/warnings-seen.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { PassphraseInput } from '../../ui/passphrase-input.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './sign-dialog.module.css';

type Props = {
  readonly view: SheetView;
  /** What is for the eye; nothing that blocks is left when this opens. */
  readonly warnings: readonly RehearsalFinding[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSigned: () => void;
};

/** Says what is about to be signed and frozen, and asks for the passphrase. */
export function SignDialog(props: Props) {
  // What was typed is gone with the dialog: a passphrase is never kept.
  return props.opened && <Signing {...props} />;
}

function Signing({ view, warnings, onClose, onSigned }: Props) {
  const { sign, rehearse } = useMarking.getState();
  const [passphrase, setPassphrase] = useState('');
  const seen = useWarningsSeen((state) => seenOf(state, view.sheet));
  const unseen = unseenOf(warnings, seen);
  // What is left to tick comes before the passphrase.
  const [startAt] = useState(() => unseen.slice(0, 1).map(warningKey).at(0) ?? null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly wrong: boolean; readonly sentence: string } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { decision, learner, assessment, attempt } = view;

  const confirm = async () => {
    setBusy(true);
    setRefusal(null);
    const error = await sign(view.sheet, passphrase);
    // Something else became signed or written meanwhile: what it warns of is shown to be ticked.
    if (error?.code === 'warnings-unacknowledged') await rehearse(view.sheet);
    setBusy(false);
    if (!error) return onSigned();
    setRefusal({ wrong: error.code === 'wrong-passphrase', sentence: sentenceFor(error) });
    if (error.code === 'wrong-passphrase') requestAnimationFrame(() => field.current?.select());
  };

  return (
    <ConfirmDialog
      opened
      title="Sign the sheet"
      confirm="Sign the sheet"
      busy={busy}
      disabled={passphrase === '' || unseen.length > 0}
      onConfirm={() => void confirm()}
      onCancel={() => (busy ? undefined : onClose())}
    >
      <div className={styles.what}>
        <strong>
          <Name>{learner.name}</Name>
        </strong>
        <span>
          {assessment.title}, attempt {attempt.number}
        </span>
      </div>
      <div className={styles.outcome}>
        <OutcomeBadge outcome={decision.outcome} />
        {decision.total !== null && <span>Total {decision.total}</span>}
      </div>
      <ul className={styles.reasons}>
        {decisionReasons(decision, assessment.scheme).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>
        Signing freezes the marks, the feedback, the places and the outcome as they stand, with{' '}
        {attempt.scripts.length === 1 ? 'the script' : `the ${attempt.scripts.length} scripts`} they were given on. A
        signed sheet is never changed.
      </p>
      {warnings.length > 0 && (
        <section className={styles.warnings} aria-label="Warnings">
          <p className={styles.tick} role="status">
            {unseen.length === 0
              ? 'Every warning is ticked. The signed sheet records them.'
              : `${count(unseen.length, 'warning is', 'warnings are')} left to tick. The signed sheet records those that you have seen.`}
          </p>
          <FindingList sheet={view.sheet} findings={warnings} scheme={assessment.scheme} startAt={startAt} />
        </section>
      )}
      <PassphraseInput
        ref={field}
        label="Your passphrase"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={refusal?.wrong ? refusal.sentence : null}
        autoComplete="off"
        data-autofocus={startAt === null || undefined}
      />
      {refusal && !refusal.wrong && <Notice tone="error">{refusal.sentence}</Notice>}
      <p className={styles.progress} role="status">
        {busy && 'Signing: making the PDF and the DOCX'}
      </p>
    </ConfirmDialog>
  );
}
