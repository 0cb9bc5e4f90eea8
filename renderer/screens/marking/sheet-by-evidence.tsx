import { type RefObject, useMemo } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import { addedUnlinkedSentence } from '../../../shared/api/portfolio-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { CriterionEvidence } from '../../features/criterion-evidence/criterion-evidence.tsx';
import { heldPieces } from '../../features/criterion-evidence/criterion-links.ts';
import type { EvidenceSlot } from '../../features/mark-sheet/evidence-slot.ts';
import { MarkSheet, type MarkSheetProps } from '../../features/mark-sheet/mark-sheet.tsx';
import type { ScriptHandle } from '../../features/script-viewer/script-viewer.tsx';
import { usePortfolio } from '../../store/portfolio.ts';
import { EvidenceDialogs } from './evidence-dialogs.tsx';
import { useAchievedAgain } from './use-achieved-again.ts';
import { useEvidenceActs } from './use-evidence-acts.ts';

type Props = Omit<MarkSheetProps, 'sheet' | 'evidence'> & {
  readonly view: SheetView;
  readonly script: RefObject<ScriptHandle | null>;
};

/** The sheet of a scheme whose criteria are achieved on evidence, with the learner's portfolio behind it. */
export function SheetByEvidence({ view, script, ...sheet }: Props) {
  const { learner, attempt, assessment } = view;
  const of = useMemo(
    () => ({ learner: learner.id, pack: attempt.pack, qualification: assessment.qualification }),
    [learner.id, attempt.pack, assessment.qualification],
  );
  const { view: portfolio, error } = usePortfolio(of);
  const { acts, dialog, setDialog, unlinked } = useEvidenceActs(of, portfolio, script);
  useAchievedAgain(view, portfolio);
  const added = unlinked && unlinked.error === error && portfolio?.items.find((one) => one.id === unlinked.evidence);
  const trouble = added ? addedUnlinkedSentence(added.number, unlinked.error) : error && sentenceFor(error);
  const slot = useMemo<EvidenceSlot>(
    () => ({
      add: acts.add,
      pointsAt: (criterion, entry) =>
        portfolio &&
        heldPieces(criterion, entry, entry.carried !== undefined, portfolio).map(({ item }) => item.number),
      takePage: (criterion) => void acts.takePage(criterion),
      show: (place) => (
        <CriterionEvidence
          {...place}
          portfolio={portfolio}
          trouble={trouble}
          onLink={acts.link}
          onSettled={acts.dismiss}
          onAdd={() => acts.add(place.criterion)}
          onOpen={acts.open}
        />
      ),
    }),
    [acts, portfolio, trouble],
  );
  return (
    <>
      <MarkSheet {...sheet} sheet={view.sheet} evidence={slot} />
      <EvidenceDialogs of={of} portfolio={portfolio} dialog={dialog} onShow={setDialog} onAdded={acts.linkAdded} />
    </>
  );
}
