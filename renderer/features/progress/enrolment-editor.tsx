import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { EnrolmentView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { type CivilDate, showDate } from '../../../shared/lib/dates.ts';
import type { ClaimedUnit } from '../../../shared/rules/combination.ts';
import { call } from '../../api/call.ts';
import { type UnitDraft, useEnrolmentDraft, useEnrolmentDrafts } from '../../store/enrolment-drafts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { draftOf, inputOf, isSameChoice, judged } from './choice.ts';
import { Completions } from './completions.tsx';
import styles from './enrolment-editor.module.css';
import { UnitGroups } from './unit-groups.tsx';
import { VerdictTable } from './verdict-table.tsx';

type Props = {
  readonly view: EnrolmentView;
  readonly today: CivilDate;
  readonly onChanged: () => void;
  /** Opens the learner's evidence for this qualification. */
  readonly onPortfolio: () => void;
};

/** A learner's way to one qualification: the units chosen, judged as they are ticked, and saved as one act. */
export function EnrolmentEditor({ view, today, onChanged, onPortfolio }: Props) {
  const draft = useEnrolmentDraft(view);
  const choose = useEnrolmentDrafts((state) => state.choose);
  const forget = useEnrolmentDrafts((state) => state.forget);
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const saved = useMemo(() => draftOf(view.chosen), [view.chosen]);
  const units = draft ?? saved;
  const changed = draft !== null && !isSameChoice(draft, saved);
  useEffect(() => {
    if (draft && isSameChoice(draft, saved)) forget(view.enrolment);
  }, [draft, saved, forget, view.enrolment]);
  const verdicts = useMemo(() => judged(view, units), [view, units]);
  const { title } = view.qualification;

  function edit(next: readonly UnitDraft[]): void {
    setSentence(null);
    choose(view.enrolment, next);
  }

  const take = (set: readonly ClaimedUnit[]) =>
    edit([...units, ...set.map((one) => ({ ...one, how: 'planned' as const, reason: '', date: null }))]);

  async function save(): Promise<void> {
    setBusy(true);
    const { learner, pack, qualification } = view;
    const reply = await call('enrolments.put', {
      learner,
      pack,
      qualification: qualification.code,
      units: inputOf(units),
    });
    setBusy(false);
    if (!reply.ok) {
      setSentence(sentenceFor(reply.error));
      return;
    }
    // As it is stored: once the view is read again it is the same, and no draft any more.
    choose(view.enrolment, draftOf(reply.value.chosen));
    onChanged();
  }

  async function withdraw(): Promise<void> {
    setBusy(true);
    const reply = await call('enrolments.withdraw', { enrolment: view.enrolment });
    setBusy(false);
    setWithdrawing(false);
    if (reply.ok) {
      forget(view.enrolment);
      onChanged();
    } else setSentence(sentenceFor(reply.error));
  }

  const creditsGiven = units.every(({ unit }) => view.units.some((one) => one.code === unit && one.credits !== null));
  const rules = view.qualification.combination.length > 0;
  return (
    <section className={styles.enrolment} aria-label={title}>
      <div>
        <h4 className={styles.title}>{title}</h4>
        <p className={styles.quiet}>
          Enrolled {showDate(view.enrolledOn)}
          {rules && verdicts.achieved.complete && '. Complete: every rule holds on what is achieved'}
        </p>
        <Button
          variant="subtle"
          size="compact-xs"
          className={styles.portfolio}
          aria-label={`Open the portfolio, ${title}`}
          onClick={onPortfolio}
        >
          Open the portfolio
        </Button>
      </div>
      <VerdictTable label={`Rules of ${title}`} verdicts={verdicts} creditsGiven={creditsGiven} />
      {rules ? (
        <div className={styles.part}>
          <h5 className={styles.heading}>What would complete it</h5>
          <Completions view={view} units={units} onTake={take} />
        </div>
      ) : (
        <p className={styles.quiet}>The source states no rule of combination for this qualification.</p>
      )}
      <UnitGroups view={view} units={units} today={today} onChange={edit} />
      {sentence && <Notice tone="error">{sentence}</Notice>}
      <div className={changed ? `${styles.actions} ${styles.sticky}` : styles.actions}>
        {changed ? (
          <>
            <Button loading={busy} onClick={() => void save()}>
              Save the choice of units
            </Button>
            <Button variant="default" disabled={busy} onClick={() => forget(view.enrolment)}>
              Undo the changes
            </Button>
            <span className={styles.quiet} role="status">
              Not saved yet
            </span>
          </>
        ) : (
          <Button variant="default" onClick={() => setWithdrawing(true)}>
            Withdraw the enrolment
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={withdrawing}
        title="Withdraw the enrolment"
        confirm="Withdraw the enrolment"
        busy={busy}
        onConfirm={() => void withdraw()}
        onCancel={() => setWithdrawing(false)}
      >
        The choice of units for {title} goes, with what was recorded as prior learning or exemption. Sheets and scripts
        are not touched, and the audit chain keeps what was chosen.
      </ConfirmDialog>
    </section>
  );
}
