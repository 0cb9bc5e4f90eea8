import type { EvidenceRules as Rules } from '../../../shared/model/pack.ts';
import { EvidenceRules } from '../../features/evidence/evidence-rules.tsx';
import { TextBlocks } from '../../features/qualifications/text-blocks.tsx';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { BeforeFirst } from '../../ui/list-beside.tsx';

/** What stands in the place of the matrix before the first piece of evidence. */
export function PortfolioEmpty({ rules, add }: { readonly rules: Rules | null; readonly add: Command }) {
  return (
    <BeforeFirst
      panel="Criteria"
      label="How evidence is kept"
      heading="No evidence yet"
      add={<CommandButton command={add} variant="filled" />}
      below={<EvidenceRules rules={rules} blocks={(blocks) => <TextBlocks blocks={blocks} />} />}
    >
      <p>
        Evidence is added once, numbered E1, E2 and so on, and then linked to every criterion that it is held to prove,
        in as many units as it covers. Each criterion needs at least one piece before it can be achieved.
      </p>
    </BeforeFirst>
  );
}
