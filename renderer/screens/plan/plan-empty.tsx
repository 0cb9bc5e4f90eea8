import type { GuidanceBlock } from '../../../shared/model/pack.ts';
import { PlanGuidance } from '../../features/plan/plan-guidance.tsx';
import { TextBlocks } from '../../features/qualifications/text-blocks.tsx';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { BeforeFirst } from '../../ui/list-beside.tsx';

/** What stands in the place of the matrix before the first piece of work. */
export function PlanEmpty({ words, add }: { readonly words: readonly GuidanceBlock[]; readonly add: Command }) {
  return (
    <BeforeFirst
      panel="Criteria"
      label="What a plan is"
      heading="No piece of work yet"
      add={<CommandButton command={add} variant="filled" />}
    >
      <PlanGuidance words={words} blocks={(blocks) => <TextBlocks blocks={blocks} />} />
      <p>
        Add each piece of work once, with the dates between which the programme has it. It is numbered W1, W2 and so on,
        and becomes a column of the matrix: mark the criteria that it is to show, in as many units as it covers. What no
        piece of work covers is counted here and in the exported plan.
      </p>
    </BeforeFirst>
  );
}
