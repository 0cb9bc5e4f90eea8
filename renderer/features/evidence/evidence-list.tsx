import { memo } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import { EVIDENCE_FORM_NAMES } from '../../../shared/model/evidence-form-names.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { NumberedItem, NumberedList } from '../../ui/numbered-item.tsx';

type Props = {
  readonly view: PortfolioView;
  readonly onEdit: (item: EvidenceItem) => void;
  readonly onRemove: (item: EvidenceItem) => void;
};

/** The evidence of a portfolio by its numbers: what each piece is, and how many criteria it is held to prove. */
export function EvidenceList({ view, onEdit, onRemove }: Props) {
  const linked = Map.groupBy(view.links, (link) => link.evidence);
  return (
    <NumberedList label="Evidence">
      {view.items.map((item) => (
        <Item
          key={item.id}
          item={item}
          criteria={linked.get(item.id)?.length ?? 0}
          onEdit={onEdit}
          onRemove={onRemove}
        />
      ))}
    </NumberedList>
  );
}

type ItemProps = Omit<Props, 'view'> & {
  readonly item: PortfolioView['items'][number];
  /** How many it is held to prove. */
  readonly criteria: number;
};

/** Drawn anew only where something of it changed: a link among hundreds of pieces is about one of them. */
const Item = memo(function Item({ item, criteria, onEdit, onRemove }: ItemProps) {
  const form = `${EVIDENCE_FORM_NAMES[item.record.form]}${item.simulated ? ', simulated' : ''}`;
  return (
    <NumberedItem
      name={`E${item.number}`}
      title={item.title}
      facts={[`${form}, ${count(criteria, 'criterion', 'criteria')}`]}
      kind={item.kind.text}
      lock={item.lock && 'A signed sheet is built on it'}
      onEdit={() => onEdit(item)}
      onRemove={() => onRemove(item)}
    />
  );
});
