import { Button } from '@mantine/core';
import { IconFileText, IconFolderOpen, IconListDetails } from '@tabler/icons-react';
import { count } from '../../../shared/api/amounts.ts';
import type { SheetView } from '../../../shared/api/contract.ts';
import { civilDateOf, showDate } from '../../../shared/lib/dates.ts';
import { SavingStatus } from '../../features/mark-sheet/saving-status.tsx';
import type { DeskFinding } from '../../features/sign-off/desk-finding.ts';
import { achievedOfSheet } from '../../store/marking-criteria.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { referredText, totalAvailable } from './decision-text.ts';
import type { useDeskCommands } from './use-desk-commands.ts';

type Props = {
  readonly view: SheetView;
  readonly findings: readonly DeskFinding[] | null;
  readonly commands: ReturnType<typeof useDeskCommands>;
};

/** Saved, total, outcome, what is to be done, and what to do next: always in the same place. */
export function DeskStatus({ view, findings, commands }: Props) {
  const { decision, assessment, signed } = view;
  const { scheme } = assessment;
  const latest = signed.at(-1);
  const available = totalAvailable(scheme);
  const { criteria, achieved, notYet } = achievedOfSheet(scheme.sections, view.sections);
  return (
    <StatusLine
      actions={
        <>
          {scheme.rule.kind === 'criteria-met' && (
            <CommandButton command={commands.portfolio} icon={<IconFolderOpen size={17} stroke={1.5} />} iconOnly />
          )}
          <CommandButton command={commands.brief} icon={<IconFileText size={17} stroke={1.5} />} iconOnly />
          <CommandButton command={commands.form} icon={<IconListDetails size={17} stroke={1.5} />} iconOnly />
          {view.state === 'signed' ? (
            <CommandButton command={commands.unfinished} />
          ) : (
            <>
              <CommandButton command={commands.rehearse} />
              <CommandButton command={commands.sign} variant="filled" />
            </>
          )}
        </>
      }
    >
      {view.state === 'signed' && latest ? (
        <StatusItem>Signed {showDate(civilDateOf(latest.signedAt))}</StatusItem>
      ) : (
        <SavingStatus sheet={view.sheet} scheme={scheme} />
      )}
      {decision.total !== null && (
        <StatusItem>
          Total <strong>{decision.total}</strong>
          {available !== null && ` of ${available}`}
        </StatusItem>
      )}
      {scheme.rule.kind === 'criteria-met' && (
        <StatusItem>
          <strong>{achieved}</strong> of {criteria} achieved
          {notYet > 0 && (
            <>
              , <strong>{notYet}</strong> not yet
            </>
          )}
        </StatusItem>
      )}
      <StatusItem>
        <OutcomeBadge outcome={decision.outcome} />
        {referredText(decision, scheme)}
      </StatusItem>
      {view.state === 'draft' && findings && findings.length > 0 && (
        <Button variant="subtle" size="compact-xs" onClick={commands.rehearse.perform}>
          To do: {count(findings.length, 'thing', 'things')}
        </Button>
      )}
    </StatusLine>
  );
}
