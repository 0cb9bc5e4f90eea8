import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react';
import { number } from '../../../shared/api/amounts.ts';
import type { CombinationView, ConditionView } from '../../../shared/api/combination-sentences.ts';
import type { Verdicts } from './choice.ts';
import styles from './verdict-table.module.css';

const STATUS = {
  holds: { word: 'Holds', Shape: IconCircleCheckFilled },
  open: { word: 'Not yet', Shape: IconCircleDashed },
  impossible: { word: 'Can no longer hold', Shape: IconCircleXFilled },
} as const;

/** Sums and conditions twice: of what is achieved, and of everything chosen. */
export function VerdictTable({ label, verdicts }: { readonly label: string; readonly verdicts: Verdicts }) {
  const { achieved, chosen } = verdicts;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Achieved</th>
          <th scope="col">All chosen</th>
        </tr>
      </thead>
      <tbody>
        <SumRow name="Credits" of={(view) => view.credits} {...verdicts} />
        <SumRow name="Guided learning hours" of={(view) => view.guidedLearningHours} {...verdicts} />
        <SumRow name="Total unit time, hours" of={(view) => view.totalUnitTime} {...verdicts} />
        {chosen.conditions.map((condition, at) => {
          const soFar = achieved.conditions[at];
          return (
            // One condition of the source may ask for credits and for hours: two lines under one id.
            <tr key={`${condition.id} ${condition.sentence.includes('hour') ? 'hours' : ''}`}>
              <th scope="row" className={styles.wording}>
                {condition.wording}
              </th>
              <td>{soFar && <Verdict condition={soFar} />}</td>
              <td>
                <Verdict condition={condition} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type SumProps = Verdicts & { readonly name: string; readonly of: (view: CombinationView) => number | null };

function SumRow({ name, of, achieved, chosen }: SumProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Sum value={of(achieved)} />
      </td>
      <td>
        <Sum value={of(chosen)} />
      </td>
    </tr>
  );
}

function Sum({ value }: { readonly value: number | null }) {
  return value === null ? <span className={styles.quiet}>Not given for all</span> : number(value);
}

function Verdict({ condition }: { readonly condition: ConditionView }) {
  const { word, Shape } = STATUS[condition.status];
  return (
    <>
      <span className={`${styles.status} ${styles[condition.status]}`}>
        <Shape size="0.875rem" aria-hidden="true" />
        {word}
      </span>
      <span className={styles.figures}>{condition.sentence}</span>
    </>
  );
}
