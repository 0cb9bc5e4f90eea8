import { IconPlus } from '@tabler/icons-react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { EvidenceList } from '../../features/evidence/evidence-list.tsx';
import { EvidenceRules } from '../../features/evidence/evidence-rules.tsx';
import { TextBlocks } from '../../features/qualifications/text-blocks.tsx';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { ListRules, ListSide } from '../../ui/list-beside.tsx';
import styles from './portfolio-side.module.css';

type Props = {
  readonly view: PortfolioView;
  /** The learner's name, "" until it is known. */
  readonly name: string;
  /** The qualification's. */
  readonly title: string;
  readonly add: Command;
  readonly onEdit: (item: EvidenceItem) => void;
  readonly onRemove: (item: EvidenceItem) => void;
};

/** Whose portfolio it is, and every piece of evidence in it. */
export function PortfolioSide({ view, name, title, add, onEdit, onRemove }: Props) {
  return (
    <ListSide
      heading="Evidence"
      label="List of evidence"
      add={<CommandButton command={add} icon={<IconPlus size="0.9375rem" stroke={1.75} aria-hidden="true" />} />}
      head={
        <div>
          <p className={styles.learner}>
            <bdi dir="auto">{name}</bdi>
          </p>
          <p className={styles.quiet}>{title}</p>
        </div>
      }
    >
      {view.items.length > 0 ? (
        <>
          <EvidenceList view={view} onEdit={onEdit} onRemove={onRemove} />
          <ListRules summary="What counts as evidence">
            <EvidenceRules rules={view.rules} blocks={(blocks) => <TextBlocks blocks={blocks} />} />
          </ListRules>
        </>
      ) : (
        <p className={`${styles.none} ${styles.quiet}`}>Nothing has been added yet.</p>
      )}
    </ListSide>
  );
}
