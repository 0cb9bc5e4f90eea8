import { count } from '../../../shared/api/amounts.ts';
import { whenWords } from '../../../shared/documents/plan-print.ts';
import type { AssessmentPlan, PlannedWork } from '../../../shared/model/assessment-plan.ts';
import { workName } from '../../../shared/model/planned-works.ts';
import { NumberedItem, NumberedList } from '../../ui/numbered-item.tsx';

type Props = {
  readonly plan: AssessmentPlan;
  readonly onEdit: (work: PlannedWork) => void;
  readonly onRemove: (work: PlannedWork) => void;
};

/** The pieces of work by their numbers: what each is, when it is done, and how many criteria it is to show. */
export function WorkList({ plan, onEdit, onRemove }: Props) {
  const shown = Map.groupBy(plan.marks, (mark) => mark.work);
  return (
    <NumberedList label="Pieces of work">
      {plan.works.map((work) => (
        <NumberedItem
          key={work.id}
          name={workName(work)}
          title={work.title}
          facts={[whenWords(work), count(shown.get(work.id)?.length ?? 0, 'criterion', 'criteria')]}
          kind={work.kind.text}
          lock={null}
          onEdit={() => onEdit(work)}
          onRemove={() => onRemove(work)}
        />
      ))}
    </NumberedList>
  );
}
