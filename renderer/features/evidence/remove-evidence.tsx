import type { EvidenceItem, PortfolioOf } from '../../../shared/model/portfolio.ts';
import { usePortfolios } from '../../store/portfolio.ts';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';

type Props = { readonly of: PortfolioOf; readonly item: EvidenceItem; readonly onClose: () => void };

/** Asks before a piece of evidence is removed: its links go with it. */
export function RemoveEvidence({ of, item, onClose }: Props) {
  const remove = usePortfolios((state) => state.remove);
  return (
    <RemovalDialog name={`E${item.number}`} remove={() => remove(of, item.id)} onClose={onClose}>
      <bdi>{item.title}</bdi> goes, with its links to criteria, and this cannot be undone. Its number is not given
      again. The learner’s scripts are not touched, and the audit chain keeps what was recorded.
    </RemovalDialog>
  );
}
