import type { PlannedWork } from '../../../shared/model/assessment-plan.ts';
import { workName } from '../../../shared/model/planned-works.ts';
import { type PlanOf, usePlans } from '../../store/plan.ts';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';

type Props = { readonly of: PlanOf; readonly work: PlannedWork; readonly onClose: () => void };

/** Asks before a piece of work is removed: its place in the matrix goes with it. */
export function RemoveWork({ of, work, onClose }: Props) {
  const remove = usePlans((state) => state.remove);
  return (
    <RemovalDialog name={workName(work)} remove={() => remove(of, work.id)} onClose={onClose}>
      <bdi>{work.title}</bdi> goes, with its column in the matrix, and this cannot be undone. Its number is not given
      again. No learner’s evidence is touched, and the audit chain keeps what was recorded.
    </RemovalDialog>
  );
}
