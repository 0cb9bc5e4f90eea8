import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { lockReason } from '../../../shared/api/portfolio-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { EvidenceItem, PortfolioOf } from '../../../shared/model/portfolio.ts';
import { unitNameIn } from '../../../shared/model/unit-name.ts';
import { usePortfolio, usePortfolios } from '../../store/portfolio.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './evidence-dialog.module.css';
import { type DraftFaults, draftOf, type EvidenceDraft, faultsOf, putOf } from './evidence-draft.ts';
import { EvidenceKindFields } from './evidence-kind-fields.tsx';
import { EvidenceRecordFields } from './evidence-record-fields.tsx';

type Props = {
  readonly of: PortfolioOf;
  /** Null adds a piece of evidence. */
  readonly item: EvidenceItem | null;
  /** What is known of a new one, such as the script and page that are being read. */
  readonly initial?: Partial<EvidenceDraft>;
  readonly onClose: () => void;
  /** It is stored; the dialog is closed by whoever opened it. */
  readonly onSaved: (evidence: EvidenceId) => void;
};

const NONE = {};

/** One piece of evidence: its type in the source's words, how it is recorded, and what that form asks for. */
export function EvidenceDialog({ of, item, initial = NONE, onClose, onSaved }: Props) {
  const { view, error } = usePortfolio(of);
  if (view) return <Entering {...{ of, item, initial, onClose, onSaved, view }} />;
  return (
    <Modal opened onClose={onClose} title={titleOf(item)} closeButtonProps={{ 'aria-label': 'Close' }}>
      {error ? <Notice tone="error">{sentenceFor(error)}</Notice> : <Waiting label="Reading the portfolio" />}
    </Modal>
  );
}

type EnteringProps = Required<Props> & { readonly view: PortfolioView };

function Entering({ of, item, initial, onClose, onSaved, view }: EnteringProps) {
  const { rules, scripts } = view;
  const first = useMemo(() => draftOf(item, rules, initial), [item, rules, initial]);
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const put = usePortfolios((state) => state.put);
  const form = useRef<HTMLFormElement>(null);
  const lock = item ? lockOf(view, item) : null;
  const title = item && lock ? `E${item.number}` : titleOf(item);
  const faults: DraftFaults = tried ? faultsOf(draft) : NONE;
  const change = (to: Partial<EvidenceDraft>) => {
    setDraft((before) => ({ ...before, ...to }));
    setRefused(null);
  };
  const close = () => {
    if (busy) return;
    if (JSON.stringify(draft) === JSON.stringify(first)) onClose();
    else setLeaving(true);
  };

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const entered = putOf(draft);
    if (!entered) {
      requestAnimationFrame(() => focusFirstFault(form.current));
      return;
    }
    setBusy(true);
    const saved = await put(of, { evidence: item?.id ?? null, ...entered });
    setBusy(false);
    if (saved.ok) onSaved(saved.value);
    else setRefused(saved.error);
  }

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
      <form ref={form} className={styles.form} noValidate aria-label={title} onSubmit={(event) => void save(event)}>
        {lock && <Notice tone="info">{lock}</Notice>}
        <fieldset className={styles.fields} disabled={lock !== null}>
          <legend className={styles.legend}>What is known of it</legend>
          <TextInput
            label="Title"
            data-autofocus
            maxLength={200}
            dir="auto"
            value={draft.title}
            error={faults.title ?? null}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <EvidenceKindFields rules={rules} draft={draft} faults={faults} onChange={change} />
          <EvidenceRecordFields scripts={scripts} draft={draft} faults={faults} onChange={change} />
          {rules?.simulation && !rules.simulation.allowed ? (
            <p className={styles.quiet}>The source forbids simulation: “{rules.simulation.wording}”</p>
          ) : (
            <Checkbox
              label="Made in a simulation"
              description={rules?.simulation?.wording}
              checked={draft.simulated}
              onChange={(event) => change({ simulated: event.currentTarget.checked })}
            />
          )}
        </fieldset>
        {refused && <Notice tone="error">{sentenceFor(refused)}</Notice>}
        <div className={styles.actions}>
          <Button variant="default" onClick={close}>
            {lock ? 'Close' : 'Cancel'}
          </Button>
          {!lock && (
            <Button type="submit" loading={busy}>
              {item ? 'Save the changes' : 'Add the evidence'}
            </Button>
          )}
        </div>
      </form>
      {/* Mounted only while it asks, so that the Escape that opens it does not close it. */}
      {leaving && (
        <ConfirmDialog
          opened
          title="Leave without saving"
          confirm="Leave without saving"
          cancel="Keep editing"
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        >
          What you entered here is not saved yet. Leaving drops it; the portfolio stays as it was.
        </ConfirmDialog>
      )}
    </Modal>
  );
}

function titleOf(item: EvidenceItem | null): string {
  return item ? `Edit E${item.number}` : 'Add evidence';
}

/** What a signed sheet's criterion holds the item to; null where it can change. */
function lockOf(view: PortfolioView, item: EvidenceItem): string | null {
  if (!view.items.find((one) => one.id === item.id)?.locked) return null;
  const signed = new Set(view.criteria.filter((one) => one.locked).map((one) => `${one.unit} ${one.criterion}`));
  const link = view.links.find((one) => one.evidence === item.id && signed.has(`${one.unit} ${one.criterion}`));
  const unit = unitNameIn(view.units, link?.unit ?? '');
  const reason = lockReason({ code: 'evidence-locked', number: item.number, unit, criterion: link?.criterion ?? '' });
  return `${reason} Add a new piece of evidence, or open that sheet again first.`;
}

function focusFirstFault(form: HTMLFormElement | null): void {
  const field = form?.querySelector('[aria-invalid="true"], [data-fault] input');
  if (field instanceof HTMLElement) field.focus();
}
