import { count } from '../../../shared/api/amounts.ts';
import { type EnteredOutcome, numberedOutcomes } from '../../../shared/rules/entered-criteria.ts';
import styles from './criteria-editor.module.css';

/** The outcomes and criteria as they will stand on the unit's record. */
export function CriteriaPreview({ outcomes }: { readonly outcomes: readonly EnteredOutcome[] }) {
  const criteria = outcomes.reduce((sum, one) => sum + one.criteria.length, 0);
  return (
    <section className={styles.preview} aria-label="On the record">
      <h4 className={styles.label}>
        On the record: {count(outcomes.length, 'outcome', 'outcomes')}, {count(criteria, 'criterion', 'criteria')}
      </h4>
      {outcomes.length === 0 && (
        <p className={styles.quiet}>What is typed or pasted shows here with the numbers that it will have.</p>
      )}
      {numberedOutcomes(outcomes).map((outcome) => (
        <div key={outcome.number} className={styles.outcome}>
          <h5 className={styles.words}>
            {outcome.number} {outcome.text}
          </h5>
          <dl className={styles.criteria}>
            {outcome.criteria.map(({ number, text }) => (
              <div key={number} className={styles.criterion}>
                <dt>{number}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
