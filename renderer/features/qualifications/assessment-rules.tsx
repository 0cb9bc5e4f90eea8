import { count } from '../../../shared/api/amounts.ts';
import type { Qualification } from '../../../shared/model/pack.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './page.module.css';
import { TextBlocks } from './text-blocks.tsx';

/** What the source says of evidence, stages, time and grading, where it says anything. */
export function AssessmentRules({ qualification }: { readonly qualification: Qualification }) {
  const { evidence, stages, turnaroundDays, grading } = qualification;
  if (!evidence && !stages && turnaroundDays === null && !grading) return null;
  return (
    <section className={styles.section} aria-label="Evidence and assessment">
      <h3 className={styles.heading}>Evidence and assessment</h3>
      <Facts>
        {evidence && (
          <Fact label="Kinds of evidence">
            <ul className={styles.plain}>
              {evidence.kinds.map((kind) => (
                <li key={kind.code}>{kind.text}</li>
              ))}
            </ul>
            {evidence.open && <span className={styles.quiet}>The source leaves the list open.</span>}
          </Fact>
        )}
        {evidence?.simulation && (
          <Fact label="Simulation">
            {evidence.simulation.allowed ? 'Accepted' : 'Refused'}: <q>{evidence.simulation.wording}</q>
          </Fact>
        )}
        {stages && (
          <Fact label="Stages">
            <ol className={styles.plain}>
              {stages.map((stage) => (
                <li key={stage.code}>{stage.text}</li>
              ))}
            </ol>
          </Fact>
        )}
        {turnaroundDays !== null && (
          <Fact label="Result due">{count(turnaroundDays, 'day', 'days')} after the work was received</Fact>
        )}
        {grading && (
          <Fact label="Grading">
            {grading.graded ? 'Graded' : 'Not graded'}: <q>{grading.wording}</q>
          </Fact>
        )}
      </Facts>
      {evidence && evidence.rules.length > 0 && <TextBlocks blocks={evidence.rules} />}
    </section>
  );
}
