import { Checkbox, Modal, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { lockReason } from '../../../shared/api/portfolio-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { EvidenceItem, PortfolioOf } from '../../../shared/model/portfolio.ts';
import { unitNameIn } from '../../../shared/model/unit-name.ts';
import { usePortfolio, usePortfolios } from '../../store/portfolio.ts';
import { EntryDialog } from '../../ui/entry-dialog.tsx';
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
  const put = usePortfolios((state) => state.put);
  const lock = item ? lockOf(view, item) : null;
  const faults: DraftFaults = tried ? faultsOf(draft) : NONE;
  const change = (to: Partial<EvidenceDraft>) => setDraft((before) => ({ ...before, ...to }));

  async function save(): Promise<AppError | null | 'incomplete'> {
    setTried(true);
    const entered = putOf(draft);
    if (!entered) return 'incomplete';
    const saved = await put(of, { evidence: item?.id ?? null, ...entered });
    if (!saved.ok) return saved.error;
    onSaved(saved.value);
    return null;
  }

  return (
    <EntryDialog
      title={item && lock ? `E${item.number}` : titleOf(item)}
      save={lock ? null : item ? 'Save the changes' : 'Add the evidence'}
      entered={draft}
      first={first}
      kept="the portfolio"
      onSave={save}
      onClose={onClose}
    >
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
    </EntryDialog>
  );
}

function titleOf(item: EvidenceItem | null): string {
  return item ? `Edit E${item.number}` : 'Add evidence';
}

/** What a signed sheet's criterion holds the item to; null where it can change. */
function lockOf({ items, units }: PortfolioView, { id, number }: EvidenceItem): string | null {
  const lock = items.find((one) => one.id === id)?.lock;
  if (!lock) return null;
  const reason = lockReason({ ...lock, code: 'evidence-locked', number, unit: unitNameIn(units, lock.unit) });
  return `${reason} Add a new piece of evidence, or open that sheet again first.`;
}
