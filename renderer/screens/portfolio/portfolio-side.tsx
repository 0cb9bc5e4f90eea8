import { IconPlus } from '@tabler/icons-react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { EvidenceList } from '../../features/evidence/evidence-list.tsx';
import { EvidenceRules } from '../../features/evidence/evidence-rules.tsx';
import { TextBlocks } from '../../features/qualifications/text-blocks.tsx';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './portfolio-screen.module.css';

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
    <Panel
      heading="Evidence"
      flush
      className={styles.side}
      actions={<CommandButton command={add} icon={<IconPlus size="0.9375rem" stroke={1.75} aria-hidden="true" />} />}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <section className={styles.scroll} aria-label="List of evidence" tabIndex={0}>
        <div className={styles.whose}>
          <p className={styles.learner}>
            <bdi dir="auto">{name}</bdi>
          </p>
          <p className={styles.quiet}>{title}</p>
        </div>
        {view.items.length > 0 ? (
          <>
            <EvidenceList view={view} onEdit={onEdit} onRemove={onRemove} />
            <details className={styles.rules}>
              <summary>What counts as evidence</summary>
              <EvidenceRules rules={view.rules} blocks={(blocks) => <TextBlocks blocks={blocks} />} />
            </details>
          </>
        ) : (
          <p className={`${styles.whose} ${styles.quiet}`}>Nothing has been added yet.</p>
        )}
      </section>
    </Panel>
  );
}
