import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Assessment, Pack, WordCount } from '../../../shared/model/pack.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './page.module.css';
import { SchemeTable } from './scheme-table.tsx';
import { TextBlocks } from './text-blocks.tsx';

type Props = { readonly pack: Pack; readonly assessment: Assessment; readonly onUnit: (code: string) => void };

/** An assessment: the brief that the learner writes to, and the scheme that it is marked by. */
export function AssessmentPage({ pack, assessment, onUnit }: Props) {
  const { brief } = assessment;
  return (
    <>
      <h2 className={styles.title}>{assessment.title}</h2>
      <Facts>
        <Fact label="Units">
          {assessment.units.map((code) => {
            const unit = pack.units.find((one) => one.code === code);
            return (
              <button key={code} type="button" className={styles.link} onClick={() => onUnit(code)}>
                {unit ? unitName(unit) : code} {unit?.title}
              </button>
            );
          })}
        </Fact>
        <Fact label="Length">{lengthSentence(brief.wordCount)}</Fact>
      </Facts>
      <section className={styles.section} aria-label="Brief">
        <h3 className={styles.heading}>Brief: {brief.heading}</h3>
        <TextBlocks blocks={brief.task} />
        {brief.headings.map((part) => (
          <div key={part.heading} className={styles.content}>
            <h4 className={styles.small}>{part.heading}</h4>
            <TextBlocks blocks={part.guidance} />
            {part.criteria.length > 0 && (
              <ul className={styles.plain} aria-label={`Criteria: ${part.heading}`}>
                {part.criteria.map((criterion) => (
                  <li key={criterion}>{criterion}</li>
                ))}
              </ul>
            )}
            {part.marks && <p className={styles.quiet}>{part.marks}</p>}
          </div>
        ))}
        {brief.closing.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <SchemeTable scheme={assessment.scheme} units={pack.units} />
    </>
  );
}

function lengthSentence(range: WordCount): string {
  switch (range.kind) {
    case 'none':
      return 'The brief sets no range';
    case 'range':
      return `${range.minimum.toLocaleString('en-GB')} to ${range.maximum.toLocaleString('en-GB')} words`;
    case 'nominal':
      return `${range.nominal.toLocaleString('en-GB')} words nominal, ${range.minimum.toLocaleString('en-GB')} to ${range.maximum.toLocaleString('en-GB')} suggested`;
    default:
      return assertNever(range);
  }
}
