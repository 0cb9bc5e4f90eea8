import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { sendFile } from '../../api/transfer.ts';
import { usePacks } from '../../store/packs.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './add-pack.module.css';

/** Takes in another pack from a file; where it is refused, every place that is not right is listed. */
export function AddPack({ onAdded }: { readonly onAdded: (pack: Digest) => void }) {
  const add = usePacks((state) => state.add);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function take(file: File | null): Promise<void> {
    if (!file) return;
    setBusy(true);
    const sent = await sendFile(file);
    const added = sent.ok ? await add(sent.value) : sent;
    setBusy(false);
    if (added.ok) onAdded(added.value.digest);
    else setError(added.error);
  }

  return (
    <>
      <FileButton onChange={(file) => void take(file)} accept=".json" inputProps={{ 'aria-label': 'Pack file' }}>
        {(button) => (
          <Button {...button} variant="default" loading={busy}>
            Add a pack
          </Button>
        )}
      </FileButton>
      <ConfirmDialog
        opened={error !== null}
        title="The pack was not added"
        confirm="Close"
        cancel={null}
        onConfirm={() => setError(null)}
        onCancel={() => setError(null)}
      >
        {error && <Notice tone="error">{sentenceFor(error)}</Notice>}
        {error?.code === 'pack-refused' && (
          <ul className={styles.findings} aria-label="What is not right">
            {error.findings.map((finding) => (
              <li key={`${finding.place} ${finding.message}`}>
                <strong>{finding.place}</strong>: {finding.message}
              </li>
            ))}
          </ul>
        )}
      </ConfirmDialog>
    </>
  );
}
