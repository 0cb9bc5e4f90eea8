import { Button, Checkbox } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { count, sentenceFor } from '../../../shared/api/sentences.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { chooseDestination, type Destination } from '../../api/destination.ts';
import { useSignedSheets } from '../../store/signed-sheets.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindBox } from '../../ui/find-box.tsx';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import { exportColumns } from './export-columns.tsx';
import styles from './export-form.module.css';
import type { ExportFormat } from './export-run.ts';

type Props = {
  readonly error: AppError | null;
  readonly onStart: (sheets: readonly SheetId[], formats: readonly ExportFormat[], to: Destination) => Promise<void>;
  readonly onCancel: () => void;
};

const keyOf = (row: AttemptRow) => row.attempt;

/** Which sheets, in which formats, to which folder. */
export function ExportForm({ error, onStart, onCancel }: Props) {
  const list = useSignedSheets();
  const [chosen, setChosen] = useState<ReadonlyMap<string, SheetId>>(new Map());
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['pdf', 'docx']);
  const [to, setTo] = useState<Destination | null>(null);
  const [busy, setBusy] = useState(false);

  const toggle = useMemo(() => (row: AttemptRow) => setChosen((before) => toggled(before, row)), []);
  const columns = useMemo(() => exportColumns(new Set(chosen.keys()), toggle), [chosen, toggle]);
  const inSight = list.rows.filter((row) => row.sheet !== null);
  const allChosen = inSight.length > 0 && inSight.every((row) => chosen.has(row.attempt));

  async function start(): Promise<void> {
    const destination = to ?? (await choose());
    if (!destination) return;
    setBusy(true);
    // A destination's token is good for one export.
    setTo(null);
    await onStart([...chosen.values()], formats, destination);
    setBusy(false);
  }

  async function choose(): Promise<Destination | null> {
    const destination = await chooseDestination();
    if (destination) setTo(destination);
    return destination;
  }

  return (
    <div className={styles.form}>
      <p>
        A PDF and a DOCX are copies of what was signed, byte for byte. They keep their signatures wherever they are
        sent.
      </p>
      <div className={styles.line}>
        <FindBox
          label="Find a signed sheet"
          placeholder="Name, number, cohort"
          value={list.query.search}
          onFind={(search) => void list.load({ search })}
        />
        <Checkbox
          label={allChosen ? 'Choose none' : `Choose all ${inSight.length}`}
          checked={allChosen}
          indeterminate={!allChosen && inSight.some((row) => chosen.has(row.attempt))}
          disabled={inSight.length === 0}
          onChange={() => setChosen((before) => (allChosen ? without(before, inSight) : withAll(before, inSight)))}
        />
      </div>
      <div className={styles.table}>
        <DataTable
          label="Signed sheets"
          columns={columns}
          rows={inSight}
          rowKey={keyOf}
          onOpen={toggle}
          onToggle={toggle}
          empty={
            list.loading ? null : (
              <EmptyState heading="No signed sheet here">
                {list.error
                  ? sentenceFor(list.error)
                  : 'A sheet can be exported once it is signed on the marking desk.'}
              </EmptyState>
            )
          }
        />
      </div>
      <div className={styles.line}>
        <Checkbox.Group
          aria-label="Formats"
          value={[...formats]}
          onChange={(values) => setFormats((['pdf', 'docx'] as const).filter((one) => values.includes(one)))}
        >
          <div className={styles.line}>
            <Checkbox value="pdf" label="PDF" />
            <Checkbox value="docx" label="DOCX" />
          </div>
        </Checkbox.Group>
        <Button
          variant="default"
          leftSection={<IconFolder size={15} stroke={1.75} aria-hidden="true" />}
          onClick={() => void choose()}
        >
          Choose the folder
        </Button>
        {to && (
          <span className={styles.folder}>
            <Name>{to.label}</Name>
          </span>
        )}
      </div>
      {error && <Notice tone="error">{sentenceFor(error)}</Notice>}
      <div className={styles.actions}>
        <span role="status">{count(chosen.size, 'sheet', 'sheets')} chosen</span>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button disabled={chosen.size === 0 || formats.length === 0} loading={busy} onClick={() => void start()}>
          Export
        </Button>
      </div>
    </div>
  );
}

type Chosen = ReadonlyMap<string, SheetId>;

function toggled(before: Chosen, row: AttemptRow): Chosen {
  return before.has(row.attempt) ? without(before, [row]) : withAll(before, [row]);
}

function withAll(before: Chosen, rows: readonly AttemptRow[]): Chosen {
  const added = rows.flatMap((row) => (row.sheet ? [[row.attempt, row.sheet] as const] : []));
  return new Map<string, SheetId>([...before, ...added]);
}

function without(before: Chosen, rows: readonly AttemptRow[]): Chosen {
  const taken = new Set<string>(rows.map(keyOf));
  return new Map([...before].filter(([attempt]) => !taken.has(attempt)));
}
