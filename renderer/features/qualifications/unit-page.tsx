import type { Pack, Unit } from '../../../shared/model/pack.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './page.module.css';
import { TextBlocks } from './text-blocks.tsx';

type Props = { readonly pack: Pack; readonly unit: Unit; readonly onAssessment: (id: string) => void };

/** A unit: what the learner will do, by which criteria it is judged, and the content that each outcome draws on. */
export function UnitPage({ pack, unit, onAssessment }: Props) {
  const assessments = pack.assessments.filter((one) => one.units.includes(unit.code));
  return (
    <>
      <h2 className={styles.title}>
        {unit.number} {unit.title}
      </h2>
      <Facts>
        <Fact label="Level">{unit.level}</Fact>
        <Fact label="Credits">{unit.credits}</Fact>
        {unit.guidedLearningHours !== null && <Fact label="Guided learning hours">{unit.guidedLearningHours}</Fact>}
        {unit.totalUnitTime !== null && <Fact label="Total unit time">{unit.totalUnitTime}</Fact>}
        <Fact label="Assessed by">
          {assessments.length === 0 && 'No assessment in this pack'}
          {assessments.map((assessment) => (
            <button
              key={assessment.id}
              type="button"
              className={styles.link}
              onClick={() => onAssessment(assessment.id)}
            >
              {assessment.title} ({pack.qualifications.find((one) => one.code === assessment.qualification)?.kind})
            </button>
          ))}
        </Fact>
      </Facts>
      {unit.outcomes.map((outcome) => (
        <section key={outcome.number} className={styles.section} aria-label={`Learning outcome ${outcome.number}`}>
          <h3 className={styles.heading}>
            Learning outcome {outcome.number}: {outcome.text}
          </h3>
          <dl className={styles.criteria}>
            {outcome.criteria.map((criterion) => (
              <div key={criterion.number} className={styles.criterion}>
                <dt>{criterion.number}</dt>
                <dd>{criterion.text}</dd>
              </div>
            ))}
          </dl>
          {unit.indicativeContent
            .filter((content) => content.outcome === outcome.number)
            .map((content) => (
              <div key={content.outcome} className={styles.content}>
                <h4 className={styles.small}>Indicative content</h4>
                <TextBlocks blocks={content.blocks} />
              </div>
            ))}
        </section>
      ))}
      <section className={styles.section} aria-label="Particulars">
        <h3 className={styles.heading}>Particulars</h3>
        <Facts>
          {unit.particulars.map((row) => (
            <Fact key={row.label} label={row.label}>
              {row.text || <span className={styles.quiet}>Empty in the source</span>}
            </Fact>
          ))}
        </Facts>
      </section>
    </>
  );
}
