import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { SchemeCriterion } from '../../../shared/model/pack.ts';
import type { PortfolioOf } from '../../../shared/model/portfolio.ts';
import { EvidenceDetails } from '../../features/criterion-evidence/evidence-details.tsx';
import { EvidenceDialog } from '../../features/evidence/evidence-dialog.tsx';
import type { EvidenceOnShow } from './use-evidence-acts.ts';

type Props = {
  readonly of: PortfolioOf;
  readonly portfolio: PortfolioView | null;
  readonly dialog: EvidenceOnShow | null;
  readonly onShow: (dialog: EvidenceOnShow | null) => void;
  /** Links a piece that was added a moment ago, at a place in it. */
  readonly onAdded: (criterion: SchemeCriterion, evidence: EvidenceId, place: string) => void;
};

/** A piece of evidence over the desk: entered and linked at once, looked at, or changed. */
export function EvidenceDialogs({ of, portfolio, dialog, onShow, onAdded }: Props) {
  if (!dialog) return null;
  const close = () => onShow(null);
  if (dialog.kind === 'add') {
    const { criterion, initial, place } = dialog;
    return (
      <EvidenceDialog
        of={of}
        item={null}
        initial={initial}
        onClose={close}
        onSaved={(evidence) => {
          close();
          onAdded(criterion, evidence, place);
        }}
      />
    );
  }
  const { kind, evidence } = dialog;
  const item = portfolio?.items.find((one) => one.id === evidence);
  if (!item) return null;
  if (kind === 'edit') return <EvidenceDialog of={of} item={item} onClose={close} onSaved={close} />;
  return (
    <EvidenceDetails
      item={item}
      locked={item.lock !== null}
      onEdit={() => onShow({ kind: 'edit', evidence })}
      onClose={close}
    />
  );
}
