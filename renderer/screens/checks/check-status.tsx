import type { CheckView } from '../../../shared/api/contract.ts';
import { type Check, missing } from '../../features/checks/use-check.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import type { CheckCommands } from './use-check-commands.ts';

type Props = { readonly view: CheckView; readonly check: Check; readonly commands: CheckCommands };

/** Both outcomes, what is missing, and what to do next. */
export function CheckStatus({ view, check, commands }: Props) {
  const { decision } = view.sheet;
  const { qa, due } = check;
  const lacks = due ? missing(check) : null;
  return (
    <>
      {commands.said && <Notice tone={commands.said.tone}>{commands.said.text}</Notice>}
      <StatusLine
        actions={
          <>
            <CommandButton command={commands.write} loading={commands.exporting} />
            {due && <CommandButton command={commands.sign} variant="filled" />}
          </>
        }
      >
        <StatusItem>
          Assessor {decision.total !== null && <strong>{decision.total}</strong>}{' '}
          <OutcomeBadge outcome={decision.outcome} />
        </StatusItem>
        {qa && (
          <StatusItem live>
            QA {qa.decision.total !== null && (qa.signed || check.entered) && <strong>{qa.decision.total}</strong>}{' '}
            <OutcomeBadge outcome={qa.decision.outcome} />
          </StatusItem>
        )}
        {lacks && <StatusItem tone="quiet">{lacks}</StatusItem>}
        {qa && !qa.signed && check.entered && (
          <StatusItem tone="quiet">Kept in this window until you sign; gone when the workspace is locked</StatusItem>
        )}
      </StatusLine>
    </>
  );
}
