import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { useSignedSheets } from '../../store/signed-sheets.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindBox } from '../../ui/find-box.tsx';
import { exportColumns } from './export-columns.tsx';
import styles from './export-form.module.css';
import type { ExportChoice } from './use-export-choice.ts';

const keyOf = (row: AttemptRow) => row.attempt;

/** The signed sheets, each to be chosen or not. */
export function ExportSheets({ choice }: { readonly choice: ExportChoice }) {
  const list = useSignedSheets();
  const { chosen, toggle } = choice;
  const columns = useMemo(() => exportColumns(chosen, toggle), [chosen, toggle]);
  const rows = useMemo(() => list.rows.filter((row) => row.sheet !== null), [list.rows]);
  const all = rows.length > 0 && rows.every((row) => chosen.has(row.attempt));
  return (
    <>
      <div className={styles.line}>
        <FindBox
          label="Find a signed sheet"
          placeholder="Name, number, cohort"
          value={list.query.search}
          onFind={(search) => void list.load({ search })}
        />
        <Checkbox
          label={all ? 'Choose none' : `Choose all ${rows.length.toLocaleString('en-GB')}`}
          checked={all}
          indeterminate={!all && rows.some((row) => chosen.has(row.attempt))}
          disabled={rows.length === 0}
          onChange={() => (all ? choice.remove(rows) : choice.add(rows))}
        />
      </div>
      <div className={styles.table}>
        <DataTable
          label="Signed sheets"
          columns={columns}
          rows={rows}
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
    </>
  );
}
