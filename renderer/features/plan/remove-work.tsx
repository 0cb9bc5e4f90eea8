import { useState } from 'react';
import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { PlannedWork } from '../../../shared/model/assessment-plan.ts';
import { workName } from '../../../shared/model/planned-works.ts';
import { type PlanOf, usePlans } from '../../store/plan.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

type Props = { readonly of: PlanOf; readonly work: PlannedWork; readonly onClose: () => void };

/** Asks before a piece of work is removed: its place in the matrix goes with it. */
export function RemoveWork({ of, work, onClose }: Props) {
  const remove = usePlans((state) => state.remove);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const perform = async () => {
    setBusy(true);
    const error = await remove(of, work.id);
    setBusy(false);
    setRefused(error);
    if (!error) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Remove ${workName(work)}`}
      confirm={`Remove ${workName(work)}`}
      busy={busy}
      onConfirm={() => void perform()}
      onCancel={() => (busy ? undefined : onClose())}
    >
      <p>
        <bdi>{work.title}</bdi> goes, with its column in the matrix, and this cannot be undone. Its number is not given
        again. No learner’s evidence is touched, and the audit chain keeps what was recorded.
      </p>
      {refused && <Notice tone="error">{sentenceFor(refused)}</Notice>}
    </ConfirmDialog>
  );
}
