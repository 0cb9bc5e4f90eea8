import type { GuidanceBlock } from '../../../shared/model/pack.ts';
import { PlanGuidance } from '../../features/plan/plan-guidance.tsx';
import { TextBlocks } from '../../features/qualifications/text-blocks.tsx';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './plan-screen.module.css';

/** What stands in the place of the matrix before the first piece of work. */
export function PlanEmpty({ words, add }: { readonly words: readonly GuidanceBlock[]; readonly add: Command }) {
  return (
    <Panel heading="Criteria" flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by the keyboard */}
      <section className={styles.empty} aria-label="What a plan is" tabIndex={0}>
        <div className={styles.teach}>
          <h3 className={styles.emptyHeading}>No piece of work yet</h3>
          <PlanGuidance words={words} blocks={(blocks) => <TextBlocks blocks={blocks} />} />
          <p>
            Add each piece of work once, with the dates between which the programme has it. It is numbered W1, W2 and so
            on, and becomes a column of the matrix: mark the criteria that it is to show, in as many units as it covers.
            What no piece of work covers is counted here and in the exported plan.
          </p>
          <div>
            <CommandButton command={add} variant="filled" />
          </div>
        </div>
      </section>
    </Panel>
  );
}
