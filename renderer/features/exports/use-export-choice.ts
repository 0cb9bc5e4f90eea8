import { useCallback, useState } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { chooseDestination, type Destination } from '../../api/destination.ts';
import type { ExportFormat } from './export-run.ts';

type Chosen = ReadonlyMap<string, SheetId>;

/** What is to be exported; kept while the dialog is away, so that an export that stopped can be tried again. */
export function useExportChoice() {
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['pdf', 'docx']);
  const [destination, setDestination] = useState<Destination | null>(null);
  const toggle = useCallback((row: AttemptRow) => setChosen((before) => toggled(before, row)), []);
  return {
    chosen,
    formats,
    destination,
    setFormats,
    toggle,
    add: (rows: readonly AttemptRow[]) => setChosen((before) => withAll(before, rows)),
    remove: (rows: readonly AttemptRow[]) => setChosen((before) => without(before, rows)),
    clear: () => setChosen(new Map()),
    choose: async () => {
      const folder = await chooseDestination();
      if (folder) setDestination(folder);
      return folder;
    },
    /** A folder's token is good for one export. */
    spendDestination: () => setDestination(null),
  };
}

export type ExportChoice = ReturnType<typeof useExportChoice>;

function toggled(before: Chosen, row: AttemptRow): Chosen {
  return before.has(row.attempt) ? without(before, [row]) : withAll(before, [row]);
}

function withAll(before: Chosen, rows: readonly AttemptRow[]): Chosen {
  const added = rows.flatMap((row) => (row.sheet ? [[row.attempt, row.sheet] as const] : []));
  return new Map<string, SheetId>([...before, ...added]);
}

function without(before: Chosen, rows: readonly AttemptRow[]): Chosen {
  const taken = new Set<string>(rows.map((row) => row.attempt));
  return new Map([...before].filter(([attempt]) => !taken.has(attempt)));
}
