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

type Props = {
  readonly label: string;
  readonly verdicts: Verdicts;
  /** Whether the source says the credits of every unit chosen. */
  readonly creditsGiven: boolean;
};

/** Sums and conditions twice: of what is achieved, and of everything chosen. */
export function VerdictTable({ label, verdicts, creditsGiven }: Props) {
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
        <SumRow name="Credits" of={(view) => (creditsGiven ? view.credits : null)} {...verdicts} />
        <SumRow name="Guided learning hours" of={(view) => view.guidedLearningHours} {...verdicts} />
        <SumRow name="Total unit time, hours" of={(view) => view.totalUnitTime} {...verdicts} />
        {byWording(verdicts).map(({ wording, lines }) => (
          <tr key={wording}>
            <th scope="row" className={styles.wording}>
              {wording}
            </th>
            <td>
              {lines.map(({ soFar }) => (
                <Verdict key={soFar.sentence} condition={soFar} />
              ))}
            </td>
            <td>
              {lines.map(({ chosen }) => (
                <Verdict key={chosen.sentence} condition={chosen} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Line = { readonly soFar: ConditionView; readonly chosen: ConditionView };

/** The source's sentences, each with what it asks for: the same words may ask for units, credits and hours. */
function byWording({
  achieved,
  chosen,
}: Verdicts): readonly { readonly wording: string; readonly lines: readonly Line[] }[] {
  const lines = chosen.conditions.flatMap((one, at) => {
    const soFar = achieved.conditions[at];
    return soFar ? [{ soFar, chosen: one }] : [];
  });
  return [...Map.groupBy(lines, (one) => one.chosen.wording)].map(([wording, of]) => ({ wording, lines: of }));
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
    <div className={styles.verdict}>
      <span className={`${styles.status} ${styles[condition.status]}`}>
        <Shape size="0.875rem" aria-hidden="true" />
        {word}
      </span>
      <span className={styles.figures}>{condition.sentence}</span>
    </div>
  );
}
