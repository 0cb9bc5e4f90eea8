import { useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import { bankFaultSentence } from '../../../shared/api/bank-sentences.ts';
import type { BankImport } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { BANK_COLUMNS } from '../../../shared/rules/bank-csv.ts';
import { call } from '../../api/call.ts';
import { sendFile } from '../../api/transfer.ts';
import { useBank } from '../../store/bank.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './import-dialog.module.css';
import { KIND_NAMES } from './kind-names.ts';

type Read = { readonly file: File; readonly view: BankImport };
type Props = { readonly onClose: () => void; readonly onAdded: (sentence: string) => void };

/** Takes statements in from a CSV file: first what would become of them, then all or none. */
export function ImportDialog({ onClose, onAdded }: Props) {
  const load = useBank((state) => state.load);
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const view = read?.view ?? null;
  const ready = view !== null && view.faultCount === 0 && view.added + view.extended > 0;

  const ask = async (file: File, apply: boolean) => {
    setBusy(true);
    setSentence(null);
    const sent = await sendFile(file);
    const reply = sent.ok ? await call('bank.import', { file: sent.value, apply }) : sent;
    if (reply.ok && reply.value.applied) await load();
    setBusy(false);
    if (!reply.ok) {
      setRead(null);
      setSentence(sentenceFor(reply.error));
    } else if (reply.value.applied) onAdded(doneSentence(reply.value, file.name));
    else setRead({ file, view: reply.value });
  };

  return (
    <ConfirmDialog
      opened
      title="Add statements from a CSV file"
      confirm={ready ? `Add ${count(view.added + view.extended, 'statement', 'statements')}` : 'Add'}
      disabled={!ready}
      busy={busy}
      onConfirm={() => read && void ask(read.file, true)}
      onCancel={onClose}
    >
      <p>
        The first line names the columns: {BANK_COLUMNS.join(', ')}. Kind is strengths or improvements; without a place
        a statement fits anywhere. An exported bank has this form.
      </p>
      <div>
        <ChooseFiles
          inputLabel="CSV file"
          accept=".csv,.tsv,.txt"
          loading={busy}
          onFiles={([file]) => file && void ask(file, false)}
        >
          {read ? 'Choose another file' : 'Choose a file'}
        </ChooseFiles>
      </div>
      {sentence && <Notice tone="error">{sentence}</Notice>}
      {read && <Preview name={read.file.name} view={read.view} />}
    </ConfirmDialog>
  );
}

function Preview({ name, view }: { readonly name: string; readonly view: BankImport }) {
  const { rows, added, extended, unchanged, sample, ignored, faults, faultCount } = view;
  return (
    <>
      <Notice tone={faultCount > 0 ? 'error' : 'info'}>
        {faultCount > 0
          ? `${count(faultCount, 'row', 'rows')} of ${rows.toLocaleString('en-GB')} cannot be taken, so none is. Nothing was changed. Mend the file and choose it again.`
          : `${name}: ${count(rows, 'row', 'rows')}. ${count(added, 'statement is', 'statements are')} new, ${count(extended, 'gains', 'gain')} places, ${count(unchanged, 'is', 'are')} here already.`}
        {ignored.length > 0 && ` Not read: ${ignored.join(', ')}.`}
      </Notice>
      {faults.length > 0 && (
        <ul className={styles.list} aria-label="Rows that cannot be taken">
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.reason}`}>{bankFaultSentence(fault)}</li>
          ))}
          {faultCount > faults.length && <li>And {count(faultCount - faults.length, 'more', 'more')}.</li>}
        </ul>
      )}
      {faultCount === 0 && sample.length > 0 && (
        <ul className={styles.list} aria-label="New statements">
          {sample.map((one) => (
            <li key={`${one.kind} ${one.text}`}>
              <span className={styles.kind}>{KIND_NAMES[one.kind]}</span> <bdi dir="auto">{one.text}</bdi>
            </li>
          ))}
          {added > sample.length && <li>And {count(added - sample.length, 'more', 'more')}.</li>}
        </ul>
      )}
    </>
  );
}

function doneSentence({ added, extended }: BankImport, name: string): string {
  const gained = extended > 0 ? ` ${count(extended, 'statement has', 'statements have')} new places.` : '';
  return `${count(added, 'statement was', 'statements were')} added from ${name}.${gained}`;
}
