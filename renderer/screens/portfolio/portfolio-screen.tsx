import { useMemo, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { EvidenceItem, PortfolioOf } from '../../../shared/model/portfolio.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { EvidenceDialog } from '../../features/evidence/evidence-dialog.tsx';
import { RemoveEvidence } from '../../features/evidence/remove-evidence.tsx';
import { useCrumbs } from '../../store/crumbs.ts';
import { usePortfolio } from '../../store/portfolio.ts';
import { ListBeside } from '../../ui/list-beside.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { portfolioCells } from './portfolio-cells.ts';
import { PortfolioEmpty } from './portfolio-empty.tsx';
import { PortfolioMatrix } from './portfolio-matrix.tsx';
import { PortfolioSide } from './portfolio-side.tsx';

import { usePortfolioCommands } from './use-portfolio-commands.ts';
import { useQualificationTitle } from './use-qualification-title.ts';

/** A learner's evidence for one qualification, and what each piece is held to prove. */
export function PortfolioScreen({ learner, pack, qualification }: PortfolioOf) {
  const of = useMemo(() => ({ learner, pack, qualification }), [learner, pack, qualification]);
  const { view, error, canUndo, canRedo } = usePortfolio(of);
  const [editing, setEditing] = useState<EvidenceItem | 'new' | null>(null);
  const [removing, setRemoving] = useState<EvidenceItem | null>(null);
  const commands = usePortfolioCommands(of, canUndo, canRedo, () => setEditing('new'));
  const title = useQualificationTitle(pack, qualification);
  const name = useLearnerCrumbs(learner, title);
  const cells = useMemo(() => (view ? portfolioCells(view) : null), [view]);

  return (
    <Screen
      title="Portfolio"
      status={
        <StatusLine>
          {cells && <StatusItem live>{cells.summary}</StatusItem>}
          {view && view.items.length > 0 && (
            <StatusItem tone="quiet">
              Space links, Enter or typing says where, Shift and arrows choose a block
            </StatusItem>
          )}
        </StatusLine>
      }
    >
      {view && cells ? (
        <ListBeside
          list={
            <PortfolioSide
              view={view}
              name={name}
              title={title}
              add={commands.add}
              onEdit={setEditing}
              onRemove={setRemoving}
            />
          }
        >
          {view.items.length === 0 ? (
            <PortfolioEmpty rules={view.rules} add={commands.add} />
          ) : (
            <PortfolioMatrix
              of={of}
              view={view}
              cells={cells}
              error={error}
              undo={commands.undo}
              redo={commands.redo}
            />
          )}
        </ListBeside>
      ) : (
        <Panel heading="Portfolio">
          {error ? <Notice tone="error">{sentenceFor(error)}</Notice> : <Waiting label="Reading the portfolio" />}
        </Panel>
      )}
      {editing && (
        <EvidenceDialog
          of={of}
          item={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={() => setEditing(null)}
        />
      )}
      {removing && <RemoveEvidence of={of} item={removing} onClose={() => setRemoving(null)} />}
    </Screen>
  );
}

/** The learner's name once it is known, in the title bar too. */
function useLearnerCrumbs(learner: LearnerId, title: string): string {
  const name = useAnswer('learners.get', { learner }).value?.learner.name ?? '';
  useCrumbs(
    useMemo(
      () => [
        { label: 'Learners', to: { screen: 'learners', learner: null } as const },
        ...(name ? [{ label: name, to: { screen: 'learners', learner } as const }] : []),
        { label: title ? `Portfolio, ${title}` : 'Portfolio' },
      ],
      [name, title, learner],
    ),
  );
  return name;
}
