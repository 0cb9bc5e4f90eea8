import { IconPlus } from '@tabler/icons-react';
import type { PlanView } from '../../../shared/api/contract.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import type { PlannedWork } from '../../../shared/model/assessment-plan.ts';
import type { GuidanceBlock } from '../../../shared/model/pack.ts';
import { PlanGuidance } from '../../features/plan/plan-guidance.tsx';
import { WorkList } from '../../features/plan/work-list.tsx';
import { TextBlocks } from '../../features/qualifications/text-blocks.tsx';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ListRules, ListSide } from '../../ui/list-beside.tsx';
import styles from './plan-side.module.css';

type Props = {
  readonly view: PlanView;
  /** What the source says of a plan. */
  readonly words: readonly GuidanceBlock[];
  readonly add: Command;
  readonly programme: Command;
  readonly onEdit: (work: PlannedWork) => void;
  readonly onRemove: (work: PlannedWork) => void;
};

/** The programme that the plan is for, and its pieces of work. */
export function PlanSide({ view, words, add, programme, onEdit, onRemove }: Props) {
  const { plan, qualification } = view;
  const missing = <span className={styles.quiet}>Not entered</span>;
  return (
    <ListSide
      heading="Pieces of work"
      label="Programme and pieces of work"
      add={<CommandButton command={add} icon={<IconPlus size="0.9375rem" stroke={1.75} aria-hidden="true" />} />}
      head={
        <>
          <p className={styles.title}>{qualification.title}</p>
          <Facts>
            <Fact label="Programme">{plan?.programme ? <bdi>{plan.programme}</bdi> : missing}</Fact>
            <Fact label="Agreed with">{plan?.agreedWith ? <bdi>{plan.agreedWith}</bdi> : missing}</Fact>
            <Fact label="Agreed on">{plan?.agreedOn ? showDate(plan.agreedOn) : missing}</Fact>
          </Facts>
          <div>
            <CommandButton command={programme} />
          </div>
        </>
      }
    >
      {plan && plan.works.length > 0 && (
        <>
          <WorkList plan={plan} onEdit={onEdit} onRemove={onRemove} />
          <ListRules summary="What a plan is">
            <PlanGuidance words={words} blocks={(blocks) => <TextBlocks blocks={blocks} />} />
          </ListRules>
        </>
      )}
    </ListSide>
  );
}
