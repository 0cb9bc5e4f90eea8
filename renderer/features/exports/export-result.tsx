import { Button } from '@mantine/core';
import { count, sizeText } from '../../../shared/api/amounts.ts';
import type { ExportedFile } from '../../../shared/api/contract.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './export-form.module.css';

type Props = {
  readonly files: readonly ExportedFile[];
  readonly folder: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
};

const COLUMNS: readonly Column<ExportedFile>[] = [
  {
    id: 'name',
    header: 'File',
    width: 'minmax(16rem, 1fr)',
    sort: (file) => file.name,
    cell: (file) => <Name file>{file.name}</Name>,
  },
  {
    id: 'size',
    header: 'Size',
    width: '5rem',
    align: 'end',
    sort: (file) => file.size,
    cell: (file) => sizeText(file.size),
  },
  {
    id: 'digest',
    header: 'SHA-256',
    width: '9rem',
    cell: (file) => <span title={file.sha256}>{file.sha256.slice(0, 16)}…</span>,
  },
];
const keyOf = (file: ExportedFile) => `${file.sheet}-${file.format}`;

/** What was written, by name. */
export function ExportResult({ files, folder, onAgain, onClose }: Props) {
  return (
    <div className={styles.form}>
      <Notice tone="done">
        {count(files.length, 'file was', 'files were')} written to {folder}.
      </Notice>
      <div className={styles.table}>
        <DataTable label="Files written" columns={COLUMNS} rows={files} rowKey={keyOf} />
      </div>
      <div className={styles.actions}>
        <Button variant="default" onClick={onAgain}>
          Export more
        </Button>
        <Button onClick={onClose}>Done</Button>
      </div>
    </div>
  );
}
