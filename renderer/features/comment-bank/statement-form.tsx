import { Button, type ComboboxParsedItem, MultiSelect, SegmentedControl, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { foldForSearch } from '../../../shared/lib/fold-for-search.ts';
import {
  type BankPlace,
  type BankStatement,
  placeKey,
  STATEMENT_KINDS,
  STATEMENT_LIMIT,
  type StatementKind,
} from '../../../shared/model/comment-bank.ts';
import { useBank } from '../../store/bank.ts';
import { Notice } from '../../ui/notice.tsx';
import { KIND_NAMES } from './kind-names.ts';
import type { PlaceOption } from './place-options.ts';
import styles from './statement-form.module.css';

/** Places that the list under the field shows at once. */
const SHOWN = 60;

type Props = {
  /** Null adds one. */
  readonly statement: BankStatement | null;
  readonly options: ReadonlyMap<string, PlaceOption>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
  readonly onRemove?: () => void;
};

/** Adds a statement or changes one; no sheet changes with it. */
export function StatementForm({ statement, options, onSaved, onCancel, onRemove }: Props) {
  const put = useBank((state) => state.put);
  const [text, setText] = useState(statement?.text ?? '');
  const [kind, setKind] = useState<StatementKind>(statement?.kind ?? 'strengths');
  const [places, setPlaces] = useState<readonly BankPlace[]>(statement?.places ?? []);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);

  // A place that no pack has any more stays with its statement, and can be taken away.
  const known = new Map([
    ...places.map((place) => [placeKey(place), { place, label: placeKey(place) }] as const),
    ...options,
  ]);
  const data = [...known].map(([value, { label }]) => ({ value, label }));

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return;
    setBusy(true);
    const refused = await put({ statement: statement?.id ?? null, kind, text, places: [...places] });
    setBusy(false);
    if (refused) setSentence(sentenceFor(refused));
    else onSaved();
  }

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={statement ? 'Edit the statement' : 'Add a statement'}
      onSubmit={(event) => void save(event)}
    >
      <Textarea
        label="Statement"
        description="{first name}, {learner} and {unit} are filled in when it is inserted"
        autoFocus
        autosize
        minRows={4}
        maxRows={14}
        maxLength={STATEMENT_LIMIT}
        dir="auto"
        lang="en-GB"
        value={text}
        error={tried && text.trim() === '' ? 'Enter the statement' : null}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSentence(null);
        }}
      />
      <SegmentedControl
        aria-label="Kind"
        data={STATEMENT_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
        value={kind}
        onChange={setKind}
      />
      <MultiSelect
        label="Where it fits"
        description="Assessments, sections or criteria; none means anywhere"
        {...(places.length === 0 ? { placeholder: 'Anywhere' } : {})}
        searchable
        limit={SHOWN}
        nothingFoundMessage="No place by that name"
        comboboxProps={{ withinPortal: false }}
        classNames={{ inputField: styles.typed }}
        filter={({ options: all, search, limit }) => all.filter((one) => named(one, search)).slice(0, limit)}
        data={data}
        value={places.map(placeKey)}
        onChange={(keys) => setPlaces(keys.flatMap((key) => known.get(key)?.place ?? []))}
      />
      {sentence && <Notice tone="error">{sentence}</Notice>}
      <p className={styles.quiet}>Sheets keep the words that were inserted; they do not change with the bank.</p>
      <div className={styles.actions}>
        {onRemove && (
          <Button variant="subtle" color="gray" className={styles.first} onClick={onRemove}>
            Remove
          </Button>
        )}
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={busy}>
          {statement ? 'Save the changes' : 'Add the statement'}
        </Button>
      </div>
    </form>
  );
}

/** Whether an option has every word that is searched by, wherever it stands. */
function named(option: ComboboxParsedItem, search: string): boolean {
  if (!('value' in option)) return false;
  const label = foldForSearch(option.label);
  return foldForSearch(search)
    .split(/\s+/)
    .every((word) => label.includes(word));
}
