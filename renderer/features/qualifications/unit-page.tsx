import type { ReactNode } from 'react';
import type { Pack, Unit } from '../../../shared/model/pack.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { AdviceList, adviceOn } from './advice-list.tsx';
import styles from './page.module.css';
import { ReadingNote } from './reading-note.tsx';
import { TextBlocks } from './text-blocks.tsx';

type Props = {
  readonly pack: Pack;
  readonly unit: Unit;
  /** Stands before the outcomes: where criteria that the source does not print are entered. */
  readonly entering: ReactNode;
  readonly onAssessment: (id: string) => void;
};

/** A unit: what the learner will do, by which criteria it is judged, and the content that each outcome draws on. */
export function UnitPage({ pack, unit, entering, onAssessment }: Props) {
  const general = (unit.advice ?? []).filter((one) => one.outcomes.length + one.criteria.length === 0);
  return (
    <>
      <h2 className={styles.title}>
        {unit.number} {unit.title}
      </h2>
      <UnitFacts pack={pack} unit={unit} onAssessment={onAssessment} />
      {unit.description && <p className={styles.description}>{unit.description}</p>}
      {unit.outcomes.length === 0 && (
        <p className={styles.quiet}>The source prints no learning outcomes and no assessment criteria of this unit.</p>
      )}
      {entering}
      {unit.outcomes.map((outcome) => (
        <section key={outcome.number} className={styles.section} aria-label={`Learning outcome ${outcome.number}`}>
          <h3 className={styles.heading}>
            Learning outcome {outcome.number}: {outcome.text}
          </h3>
          <ReadingNote reading={outcome.reading} />
          <dl className={styles.criteria}>
            {outcome.criteria.map((criterion) => (
              <div key={criterion.number} className={styles.criterion}>
                <dt>{criterion.number}</dt>
                <dd>
                  {criterion.text}
                  <ReadingNote reading={criterion.reading} />
                </dd>
              </div>
            ))}
          </dl>
          <AdviceList advice={adviceOn(unit, outcome)} />
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
      {general.length > 0 && (
        <section className={styles.section} aria-label="On the whole unit">
          <h3 className={styles.heading}>On the whole unit</h3>
          <AdviceList advice={general} />
        </section>
      )}
      {unit.particulars.length > 0 && (
        <section className={styles.section} aria-label="Particulars">
          <h3 className={styles.heading}>Particulars</h3>
          <Facts>
            {unit.particulars.map((row) => (
              <Fact key={row.label} label={row.label}>
                {row.text || <span className={styles.quiet}>Empty in the source</span>}
              </Fact>
            ))}
          </Facts>
          <ReadingNote reading={unit.reading} />
        </section>
      )}
    </>
  );
}

function UnitFacts({ pack, unit, onAssessment }: Omit<Props, 'entering'>) {
  const assessments = pack.assessments.filter((one) => one.units.includes(unit.code));
  const standards = pack.qualifications
    .flatMap((one) => one.standards ?? [])
    .filter((one) => one.unit === unit.code)
    .map((one) => one.standard);
  return (
    <Facts>
      <Fact label="Level">{unit.level}</Fact>
      <Fact label="Credits">{unit.credits ?? <span className={styles.quiet}>Not in the source</span>}</Fact>
      {unit.guidedLearningHours !== null && <Fact label="Guided learning hours">{unit.guidedLearningHours}</Fact>}
      {unit.totalUnitTime !== null && <Fact label="Total unit time">{unit.totalUnitTime}</Fact>}
      {standards.length > 0 && <Fact label="Occupational standards">{standards.join(', ')}</Fact>}
      <Fact label="Assessed by">
        {assessments.length === 0 && 'No assessment in this pack'}
        {assessments.map((assessment) => (
          <button key={assessment.id} type="button" className={styles.link} onClick={() => onAssessment(assessment.id)}>
            {assessment.title} ({pack.qualifications.find((one) => one.code === assessment.qualification)?.kind})
          </button>
        ))}
      </Fact>
    </Facts>
  );
}
