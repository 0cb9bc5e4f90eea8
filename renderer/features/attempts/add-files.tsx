import { Button } from '@mantine/core';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { AttemptId } from '../../../shared/model/ids.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './attempt-details.module.css';
import { FileList } from './file-list.tsx';
import { OfferedButton } from './offered-button.tsx';
import { SCRIPT_TYPES } from './script-types.ts';
import { useIntake } from './use-intake.ts';

type Props = { readonly attempt: AttemptId; readonly onAdded: () => void; readonly onCancel: () => void };

/** Adds files to a submission that was taken in. */
export function AddFiles({ attempt, onAdded, onCancel }: Props) {
  const intake = useIntake();
  async function add(): Promise<void> {
    if (await intake.addTo(attempt)) onAdded();
  }
  return (
    <div className={styles.details}>
      <FileDrop
        label="Drop more files of this submission here"
        inputLabel="More script files"
        choose="Choose more files"
        accept={SCRIPT_TYPES}
        disabled={intake.busy}
        onFiles={intake.add}
      />
      <OfferedButton onFiles={intake.add} />
      <FileList files={intake.files} busy={intake.busy} onRemove={intake.remove} />
      {intake.error && <Notice tone="error">{sentenceFor(intake.error)}</Notice>}
      <div className={styles.actions}>
        <Button disabled={intake.files.length === 0} loading={intake.busy} onClick={() => void add()}>
          Add to the submission
        </Button>
        <Button variant="default" onClick={intake.busy ? intake.cancel : onCancel}>
          {intake.busy ? 'Stop' : 'Cancel'}
        </Button>
      </div>
    </div>
  );
}
