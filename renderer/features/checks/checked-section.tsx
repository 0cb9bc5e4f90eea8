import { useId } from 'react';
import { isBlank } from '../../../shared/lib/blank.ts';
import { plainFeedback } from '../../../shared/lib/feedback-text.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Scheme, SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import type { TypedMark } from '../../store/check-drafts.ts';
import { FeedbackText } from '../../ui/feedback-text.tsx';
import { MarkFigure } from '../../ui/mark-figure.tsx';
import styles from './checked-section.module.css';
import { JudgedEvidence } from './judged-evidence.tsx';
import { placesToMark, typedIn } from './qa-entries.ts';
import { QaMark } from './qa-mark.tsx';
import { QaMet } from './qa-met.tsx';

type Props = {
  readonly number: number;
  readonly scheme: Scheme;
  readonly section: SchemeSection;
  readonly entry: SectionEntry | undefined;
  /** The sheet's list, where its criteria point at evidence. */
  readonly evidence: readonly EvidenceItem[];
  /** QA marks as typed or as signed; null where nothing of the IQA's is to be shown. */
  readonly qa: readonly TypedMark[] | null;
  readonly locked: boolean;
  readonly onMark: (mark: TypedMark) => void;
};

/** A section as the assessor signed it, with the QA mark beside the assessor's. */
export function CheckedSection({ number, scheme, section, entry, evidence, qa, locked, onMark }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {number} {section.heading}
        {entry?.carried && <span className={styles.carried}>carried from attempt {entry.carried.attempt}</span>}
      </h3>
      <ul className={styles.marks} aria-label="Marks">
        {placesToMark(scheme, section).map((criterion) => (
          <li key={criterion?.id ?? ''} className={styles.mark}>
            {criterion && <span className={styles.criterion}>{criterion.text}</span>}
            <span className={styles.assessor}>
              <span className={styles.label}>Assessor</span>
              <Given section={section} criterion={criterion} entry={entry} />
            </span>
            {qa && (
              <Qa section={section} criterion={criterion} scheme={scheme} qa={qa} locked={locked} onMark={onMark} />
            )}
            {entry?.criteria
              .filter((one) => scheme.rule.kind === 'criteria-met' && one.criterion === criterion?.id)
              .map((one) => (
                <JudgedEvidence key={one.criterion} entry={one} items={evidence} />
              ))}
          </li>
        ))}
      </ul>
      <div className={styles.feedback}>
        <Feedback heading="Strengths" text={entry?.strengths ?? ''} />
        <Feedback heading="Areas for improvement" text={entry?.improvements ?? ''} />
      </div>
    </section>
  );
}

type GivenProps = {
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion | null;
  readonly entry: SectionEntry | undefined;
};

function Given({ section, criterion, entry }: GivenProps) {
  if (criterion === null) {
    return (
      <MarkFigure mark={entry?.mark ?? null} available={section.available} minimum={section.minimum} withMinimum />
    );
  }
  const given = entry?.criteria.find((one) => one.criterion === criterion.id);
  if (criterion.available === null) return <span>{given?.met === 'achieved' ? 'Achieved' : 'Not yet'}</span>;
  return (
    <MarkFigure mark={given?.mark ?? null} available={criterion.available} minimum={criterion.minimum} withMinimum />
  );
}

type QaProps = Pick<Props, 'section' | 'scheme' | 'locked' | 'onMark'> & {
  readonly criterion: SchemeCriterion | null;
  readonly qa: readonly TypedMark[];
};

function Qa({ section, criterion, scheme, qa, locked, onMark }: QaProps) {
  const place = { section: section.id, criterion: criterion?.id ?? null };
  const value = typedIn(qa, place.section, place.criterion);
  const label = `QA mark, ${criterion?.text ?? section.heading}`;
  const onChange = (typed: string) => onMark({ ...place, typed });
  if (scheme.rule.kind === 'criteria-met') {
    return <QaMet label={label} value={value} locked={locked} onChange={onChange} />;
  }
  const { available, minimum } = criterion ?? section;
  return (
    <QaMark
      label={label}
      available={available ?? 0}
      minimum={minimum}
      value={value}
      locked={locked}
      onChange={onChange}
    />
  );
}

function Feedback({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <div className={styles.column}>
      <h4 className={styles.label}>{heading}</h4>
      {isBlank(plainFeedback(text)) ? (
        <p className={styles.quiet}>None written</p>
      ) : (
        <FeedbackText className={styles.text ?? ''} text={text} />
      )}
    </div>
  );
}
