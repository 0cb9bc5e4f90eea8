import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useSignedSheets } from '../../store/signed-sheets.ts';
import { ExportForm } from './export-form.tsx';
import { ExportProgress } from './export-progress.tsx';
import { ExportResult } from './export-result.tsx';
import { useExportRun } from './export-run.ts';
import { useExportChoice } from './use-export-choice.ts';

type Props = { readonly opened: boolean; readonly onClose: () => void };

/** Writes signed sheets to a folder: choose, follow, and see what was written. Closing it does not stop the work. */
export function ExportsDialog({ opened, onClose }: Props) {
  const load = useSignedSheets((state) => state.load);
  const { run, start, reset, cancel } = useExportRun(opened);
  const choice = useExportChoice();
  useEffect(() => {
    if (opened) void load({ search: '' });
  }, [opened, load]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="56rem"
      title="Export signed sheets"
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnClickOutside={false}
    >
      {run.state === 'running' && <ExportProgress done={run.done} total={run.total} onCancel={cancel} />}
      {run.state === 'finished' && (
        <ExportResult
          files={run.files}
          folder={run.folder}
          onAgain={() => {
            choice.clear();
            reset();
          }}
          onClose={() => {
            choice.clear();
            reset();
            onClose();
          }}
        />
      )}
      {(run.state === 'idle' || run.state === 'failed') && (
        <ExportForm
          choice={choice}
          error={run.state === 'failed' ? run.error : null}
          onStart={(...what) => void start(...what)}
          onCancel={onClose}
        />
      )}
    </Modal>
  );
}
