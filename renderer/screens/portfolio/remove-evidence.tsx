import { useState } from 'react';
import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { EvidenceItem, PortfolioOf } from '../../../shared/model/portfolio.ts';
import { usePortfolios } from '../../store/portfolio.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

type Props = { readonly of: PortfolioOf; readonly item: EvidenceItem; readonly onClose: () => void };

/** Asks before a piece of evidence is removed: its links go with it. */
export function RemoveEvidence({ of, item, onClose }: Props) {
  const remove = usePortfolios((state) => state.remove);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const perform = async () => {
    setBusy(true);
    const error = await remove(of, item.id);
    setBusy(false);
    setRefused(error);
    if (!error) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Remove E${item.number}`}
      confirm={`Remove E${item.number}`}
      busy={busy}
      onConfirm={() => void perform()}
      onCancel={() => (busy ? undefined : onClose())}
    >
      <p>
        <bdi>{item.title}</bdi> goes, with its links to criteria, and this cannot be undone. Its number is not given
        again. The learner’s scripts are not touched, and the audit chain keeps what was recorded.
      </p>
      {refused && <Notice tone="error">{sentenceFor(refused)}</Notice>}
    </ConfirmDialog>
  );
}
