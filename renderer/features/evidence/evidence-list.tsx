import { ActionIcon } from '@mantine/core';
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import { EVIDENCE_FORM_NAMES } from '../../../shared/model/evidence-form-names.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import styles from './evidence-list.module.css';

type Props = {
  readonly view: PortfolioView;
  readonly onEdit: (item: EvidenceItem) => void;
  readonly onRemove: (item: EvidenceItem) => void;
};

/** The evidence of a portfolio by its numbers: what each piece is, and how many criteria it is held to prove. */
export function EvidenceList({ view, onEdit, onRemove }: Props) {
  const linked = Map.groupBy(view.links, (link) => link.evidence);
  return (
    <ol className={styles.list} aria-label="Evidence">
      {view.items.map((item) => (
        <Item
          key={item.id}
          item={item}
          locked={item.locked}
          criteria={linked.get(item.id)?.length ?? 0}
          onEdit={onEdit}
          onRemove={onRemove}
        />
      ))}
    </ol>
  );
}

type ItemProps = Omit<Props, 'view'> & {
  readonly item: EvidenceItem;
  readonly locked: boolean;
  /** How many it is held to prove. */
  readonly criteria: number;
};

const Item = memo(function Item({ item, locked, criteria, onEdit, onRemove }: ItemProps) {
  return (
    <li className={styles.item}>
      <span className={styles.number}>E{item.number}</span>
      <div className={styles.about}>
        <button type="button" className={styles.title} dir="auto" onClick={() => onEdit(item)}>
          {item.title}
        </button>
        <p className={styles.quiet}>
          {EVIDENCE_FORM_NAMES[item.record.form]}
          {item.simulated && ', simulated'}, {count(criteria, 'criterion', 'criteria')}
        </p>
        <p className={styles.kind} dir="auto" title={item.kind.text}>
          {item.kind.text}
        </p>
      </div>
      {locked ? (
        <span className={styles.locked} title="A signed sheet is built on it, so it stays as it is">
          <IconLock size="1rem" stroke={1.75} role="img" aria-label="Locked: a signed sheet is built on it" />
        </span>
      ) : (
        <span className={styles.actions}>
          <ActionIcon aria-label={`Edit E${item.number}`} onClick={() => onEdit(item)}>
            <IconPencil size="1rem" stroke={1.75} />
          </ActionIcon>
          <ActionIcon aria-label={`Remove E${item.number}`} onClick={() => onRemove(item)}>
            <IconTrash size="1rem" stroke={1.75} />
          </ActionIcon>
        </span>
      )}
    </li>
  );
});
