import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { count } from '../../../shared/api/amounts.ts';
import { whenWords } from '../../../shared/documents/plan-print.ts';
import type { AssessmentPlan, PlannedWork } from '../../../shared/model/assessment-plan.ts';
import { workName } from '../../../shared/model/planned-works.ts';
import styles from './work-list.module.css';

type Props = {
  readonly plan: AssessmentPlan;
  readonly onEdit: (work: PlannedWork) => void;
  readonly onRemove: (work: PlannedWork) => void;
};

/** The pieces of work by their numbers: what each is, when it is done, and how many criteria it is to show. */
export function WorkList({ plan, onEdit, onRemove }: Props) {
  const shown = Map.groupBy(plan.marks, (mark) => mark.work);
  return (
    <ol className={styles.list} aria-label="Pieces of work">
      {plan.works.map((work) => (
        <li key={work.id} className={styles.item}>
          <span className={styles.number}>{workName(work)}</span>
          <div className={styles.about}>
            <button type="button" className={styles.title} dir="auto" onClick={() => onEdit(work)}>
              {work.title}
            </button>
            <p className={styles.quiet}>{whenWords(work)}</p>
            <p className={styles.quiet}>{count(shown.get(work.id)?.length ?? 0, 'criterion', 'criteria')}</p>
            <p className={styles.kind} dir="auto" title={work.kind.text}>
              {work.kind.text}
            </p>
          </div>
          <span className={styles.actions}>
            <ActionIcon aria-label={`Edit ${workName(work)}`} onClick={() => onEdit(work)}>
              <IconPencil size="1rem" stroke={1.75} />
            </ActionIcon>
            <ActionIcon aria-label={`Remove ${workName(work)}`} onClick={() => onRemove(work)}>
              <IconTrash size="1rem" stroke={1.75} />
            </ActionIcon>
          </span>
        </li>
      ))}
    </ol>
  );
}
