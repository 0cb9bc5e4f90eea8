import type { EvidenceRules as Rules } from '../../../shared/model/pack.ts';
import { EvidenceRules } from '../../features/evidence/evidence-rules.tsx';
import { TextBlocks } from '../../features/qualifications/text-blocks.tsx';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './portfolio-screen.module.css';

/** What stands in the place of the matrix before the first piece of evidence. */
export function PortfolioEmpty({ rules, add }: { readonly rules: Rules | null; readonly add: Command }) {
  return (
    <Panel heading="Criteria" flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by the keyboard */}
      <section className={styles.empty} aria-label="How evidence is kept" tabIndex={0}>
        <div className={styles.teach}>
          <h3 className={styles.emptyHeading}>No evidence yet</h3>
          <p>
            Evidence is added once, numbered E1, E2 and so on, and then linked to every criterion that it is held to
            prove, in as many units as it covers. Each criterion needs at least one piece before it can be achieved.
          </p>
          <div>
            <CommandButton command={add} variant="filled" />
          </div>
        </div>
        <EvidenceRules rules={rules} blocks={(blocks) => <TextBlocks blocks={blocks} />} />
      </section>
    </Panel>
  );
}
