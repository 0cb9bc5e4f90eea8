import { useRef } from 'react';
import type { SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { SourceWords } from '../../ui/source-words.tsx';
import { CarriedNote } from './carried-note.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { EarlierFeedback } from './earlier-feedback.tsx';
import { FORMAT_COMMANDS } from './feedback-at-hand.ts';
import { FeedbackField } from './feedback-field.tsx';
import { SectionMark } from './section-mark.tsx';
import styles from './section-panel.module.css';
import { SectionTotal } from './section-total.tsx';
import { focusPart } from './sheet-place.ts';
import { SourceAdvice } from './source-advice.tsx';
import { SourceMark } from './source-mark.tsx';
import { adviceOnSection, markedHeading } from './source-wording.ts';
import { useOpenSheetPack, useSheetPack } from './use-sheet-pack.ts';

type Props = {
  readonly id: string;
  readonly section: SchemeSection;
  readonly number: number;
  readonly rule: SchemeRule;
  readonly criterion: string;
  readonly onCriterion: (criterion: string) => void;
  readonly fromPage: Command;
};

/** One section: criteria, both kinds of feedback, and the mark, on one screen without scrolling. */
export function SectionPanel({ id, section, number, rule, criterion, onCriterion, fromPage }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useOpenSheetPack();
  useCommands(FORMAT_COMMANDS);
  const pack = useSheetPack();
  return (
    <div ref={panel} className={styles.panel} role="tabpanel" id={id} aria-labelledby={`${id}-${section.id}`}>
      <div className={styles.body}>
        <h2 className={styles.heading}>
          {number} <SourceWords text={section.heading} /> {pack && <SourceMark marked={markedHeading(pack, section)} />}
        </h2>
        {section.preamble.map((line) => (
          <p key={line} className={styles.preamble}>
            {line}
          </p>
        ))}
        <CarriedNote section={section.id} />
        <CriteriaList section={section} rule={rule} current={criterion} onCurrent={onCriterion} fromPage={fromPage} />
        {pack && <SourceAdvice advice={adviceOnSection(pack, section)} on="the unit" />}
        <EarlierFeedback section={section} />
        <div className={styles.feedback}>
          <FeedbackField section={section} kind="strengths" criterion={criterion} />
          <FeedbackField section={section} kind="improvements" criterion={criterion} />
        </div>
      </div>
      {rule.kind === 'criterion-minimum' && (
        <div className={styles.foot}>
          <SectionTotal section={section} />
        </div>
      )}
      {rule.kind === 'section-minimum' && section.available !== null && (
        <div className={styles.foot}>
          <SectionMark
            section={section}
            available={section.available}
            onSay={() => focusPart(panel.current, 'improvements')}
          />
        </div>
      )}
    </div>
  );
}
