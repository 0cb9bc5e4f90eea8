import { Button, Checkbox } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { count } from '../../../shared/api/amounts.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Destination } from '../../api/destination.ts';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './export-form.module.css';
import type { ExportFormat } from './export-run.ts';
import { ExportSheets } from './export-sheets.tsx';
import type { ExportChoice } from './use-export-choice.ts';

type Props = {
  readonly choice: ExportChoice;
  /** Why the last try stopped. */
  readonly error: AppError | null;
  readonly onStart: (sheets: readonly SheetId[], formats: readonly ExportFormat[], to: Destination) => void;
  readonly onCancel: () => void;
};

const FORMATS: readonly ExportFormat[] = ['pdf', 'docx'];

/** Which sheets, in which formats, to which folder. */
export function ExportForm({ choice, error, onStart, onCancel }: Props) {
  const { chosen, formats, destination } = choice;

  async function start(): Promise<void> {
    const to = destination ?? (await choice.choose());
    if (!to) return;
    choice.spendDestination();
    onStart([...chosen.values()], formats, to);
  }

  return (
    <div className={styles.form}>
      <p>
        The files are copies of what was signed, byte for byte. The PDF carries your signature wherever it is sent. The
        DOCX is the same form to read: it names the sheet’s digest and your certificate, and carries no signature
        itself.
      </p>
      <ExportSheets choice={choice} />
      <div className={styles.line}>
        <Checkbox.Group
          aria-label="Formats"
          value={[...formats]}
          onChange={(values) => choice.setFormats(FORMATS.filter((one) => values.includes(one)))}
        >
          <div className={styles.line}>
            <Checkbox value="pdf" label="PDF" />
            <Checkbox value="docx" label="DOCX" />
          </div>
        </Checkbox.Group>
        <Button
          variant="default"
          leftSection={<IconFolder size="0.9375rem" stroke={1.75} aria-hidden="true" />}
          onClick={() => void choice.choose()}
        >
          Choose the folder
        </Button>
        {destination && (
          <span className={styles.folder}>
            <Name file>{destination.label}</Name>
          </span>
        )}
      </div>
      {error && <Notice tone={error.code === 'cancelled' ? 'info' : 'error'}>{sentenceFor(error)}</Notice>}
      <div className={styles.actions}>
        <span role="status">{count(chosen.size, 'sheet', 'sheets')} chosen</span>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button disabled={chosen.size === 0 || formats.length === 0} onClick={() => void start()}>
          Export
        </Button>
      </div>
    </div>
  );
}
