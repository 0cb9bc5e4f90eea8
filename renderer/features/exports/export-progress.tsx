import { Button, Progress } from '@mantine/core';
import styles from './export-form.module.css';

type Props = { readonly done: number; readonly total: number; readonly onCancel: () => void };

/** How far the export is. */
export function ExportProgress({ done, total, onCancel }: Props) {
  const share = total === 0 ? 0 : (done / total) * 100;
  return (
    <div className={styles.form}>
      <p role="status">
        {done} of {total} files written. You can close this and carry on; the export goes on.
      </p>
      <Progress.Root size="md">
        <Progress.Section value={share} aria-label="Files written" />
      </Progress.Root>
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          Stop
        </Button>
      </div>
    </div>
  );
}
