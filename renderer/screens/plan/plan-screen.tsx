import { IconFileExport } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { count, number } from '../../../shared/api/amounts.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { PlannedWork } from '../../../shared/model/assessment-plan.ts';
import type { GuidanceBlock } from '../../../shared/model/pack.ts';
import { planGuidance } from '../../features/plan/plan-guidance.tsx';
import { ProgrammeDialog } from '../../features/plan/programme-dialog.tsx';
import { RemoveWork } from '../../features/plan/remove-work.tsx';
import { useExportPlan } from '../../features/plan/use-export-plan.ts';
import { WorkDialog } from '../../features/plan/work-dialog.tsx';
import { useCrumbs } from '../../store/crumbs.ts';
import { usePacks } from '../../store/packs.ts';
import { type PlanOf, usePlan } from '../../store/plan.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { ListBeside } from '../../ui/list-beside.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { TitleActions } from '../../ui/title-actions.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { planCells } from './plan-cells.ts';
import { PlanEmpty } from './plan-empty.tsx';
import { PlanMatrix } from './plan-matrix.tsx';
import styles from './plan-screen.module.css';
import { PlanSide } from './plan-side.tsx';
import { usePlanCommands } from './use-plan-commands.ts';

type Editing = { readonly what: 'programme' } | { readonly what: 'work'; readonly work: PlannedWork | null };

/** The centre's assessment plan for a qualification: pieces of work, the criteria that each is to show, and its export. */
export function PlanScreen({ pack, qualification }: PlanOf) {
  const of = useMemo(() => ({ pack, qualification }), [pack, qualification]);
  const shown = usePlan(of);
  const { view, error } = shown;
  const plan = view?.plan ?? null;
  const hasWork = plan !== null && plan.works.length > 0;
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<PlannedWork | null>(null);
  const exporting = useExportPlan(of, hasWork);
  const open = {
    add: () => setEditing({ what: 'work', work: null }),
    programme: () => setEditing({ what: 'programme' }),
  };
  const commands = usePlanCommands(of, shown, open, exporting.command);
  const words = usePlanWords(of);
  const cells = useMemo(() => (view?.plan ? planCells(view.plan, view.units) : null), [view]);
  const title = view?.qualification.title;
  useCrumbs(
    useMemo(() => {
      const place = `qualification:${qualification}`;
      return [
        { label: 'Qualifications', to: { screen: 'qualifications', pack, place } as const },
        { label: title ? `Assessment plan, ${title}` : 'Assessment plan' },
      ];
    }, [pack, qualification, title]),
  );

  return (
    <Screen
      title="Assessment plan"
      status={
        <StatusLine>
          {cells && (
            <StatusItem live>
              {number(cells.total - cells.uncovered)} of {count(cells.total, 'criterion', 'criteria')} covered,{' '}
              {number(cells.uncovered)} not covered
            </StatusItem>
          )}
          {hasWork && <StatusItem tone="quiet">Space marks, Shift and arrows choose a block</StatusItem>}
        </StatusLine>
      }
    >
      <TitleActions>
        <CommandButton
          command={exporting.command}
          loading={exporting.busy}
          icon={<IconFileExport size="1rem" stroke={1.75} aria-hidden="true" />}
        />
      </TitleActions>
      {view ? (
        <div className={styles.screen}>
          {exporting.said && (
            <Notice
              tone={exporting.said.tone}
              actions={<CommandButton command={{ name: 'Dismiss', perform: exporting.dismiss }} variant="subtle" />}
            >
              {exporting.said.text}
            </Notice>
          )}
          <ListBeside
            list={
              <PlanSide
                view={view}
                words={words}
                add={commands.add}
                programme={commands.programme}
                onEdit={(work) => setEditing({ what: 'work', work })}
                onRemove={setRemoving}
              />
            }
          >
            {plan && hasWork && cells ? (
              <PlanMatrix
                of={of}
                plan={plan}
                units={view.units}
                cells={cells}
                error={error}
                undo={commands.undo}
                redo={commands.redo}
              />
            ) : (
              <PlanEmpty words={words} add={commands.add} />
            )}
          </ListBeside>
        </div>
      ) : (
        <Panel heading="Assessment plan">
          {error ? <Notice tone="error">{sentenceFor(error)}</Notice> : <Waiting label="Reading the plan" />}
        </Panel>
      )}
      {editing?.what === 'programme' && <ProgrammeDialog of={of} plan={plan} onClose={() => setEditing(null)} />}
      {editing?.what === 'work' && (
        <WorkDialog of={of} rules={view?.rules ?? null} work={editing.work} onClose={() => setEditing(null)} />
      )}
      {removing && <RemoveWork of={of} work={removing} onClose={() => setRemoving(null)} />}
    </Screen>
  );
}

/** What the source says of a plan; nothing until its pack is read. */
function usePlanWords({ pack, qualification }: PlanOf): readonly GuidanceBlock[] {
  const found = usePacks((state) => state.packs[pack]);
  const open = usePacks((state) => state.open);
  useEffect(() => void open(pack), [open, pack]);
  return useMemo(
    () => planGuidance(found?.qualifications.find((one) => one.code === qualification)),
    [found, qualification],
  );
}
