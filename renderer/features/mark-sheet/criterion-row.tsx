import type { SchemeCriterion, SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import { criterionEntry } from '../../store/marking-field.ts';
import { SourceWords } from '../../ui/source-words.tsx';
import styles from './criteria-list.module.css';
import { CriterionAnswers } from './criterion-answers.tsx';
import { CriterionJudgement } from './criterion-judgement.tsx';
import { CriterionLevels } from './criterion-levels.tsx';
import { CriterionMark } from './criterion-mark.tsx';
import { CriterionMet } from './criterion-met.tsx';
import { useEvidenceSlot } from './evidence-slot.ts';
import { SeenPlaces } from './seen-places.tsx';
import { useSheet } from './sheet-context.ts';
import { PART_ATTRIBUTE } from './sheet-place.ts';
import { SourceAdvice } from './source-advice.tsx';
import { SourceMark } from './source-mark.tsx';
import { adviceOnCriterion, markedCriterion, otherWordings } from './source-wording.ts';
import { useEntry } from './use-field.ts';
import { useSheetPack } from './use-sheet-pack.ts';

type Props = {
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion;
  readonly rule: SchemeRule;
  readonly current: boolean;
  readonly locked: boolean;
  readonly onCurrent: () => void;
};

/**
 * One criterion: its words, how it is rated where the rule rates criteria, and the evidence for it, or where in the
 * script it was seen.
 */
export function CriterionRow({ section, criterion, rule, current, locked, onCurrent }: Props) {
  const pack = useSheetPack();
  const slot = useEvidenceSlot();
  const entry = criterionEntry(useEntry(section.id), criterion.id);
  const levels = useSheet((open) => open.view.assessment.scheme.levels);
  return (
    <li className={styles.row} data-current={current} onFocus={onCurrent}>
      <button
        type="button"
        {...(current ? { [PART_ATTRIBUTE]: 'criteria' } : {})}
        className={styles.words}
        tabIndex={current ? 0 : -1}
        aria-expanded={current}
        title={current ? undefined : criterion.text}
        onClick={onCurrent}
      >
        <SourceWords text={criterion.text} />
      </button>
      {pack && <SourceMark marked={markedCriterion(pack, criterion)} reached={current} />}
      {rule.kind === 'criterion-minimum' && (
        <CriterionMark section={section} criterion={criterion} locked={locked} main={current} />
      )}
      {rule.kind === 'criteria-met' && (
        <CriterionMet section={section} criterion={criterion} locked={locked} main={current} />
      )}
      {!current && slot?.show({ criterion, entry, current, locked })}
      {(!slot || entry.seen.length > 0) && (
        <SeenPlaces section={section} criterion={criterion} current={current} locked={locked} open={!slot} />
      )}
      {current && levels && <CriterionLevels criterion={criterion} levels={levels} />}
      {current && pack && (
        <>
          <CriterionAnswers answers={otherWordings(pack, criterion)} />
          <SourceAdvice advice={adviceOnCriterion(pack, criterion)} on="this criterion" />
        </>
      )}
      {current && slot && (
        <>
          {slot.show({ criterion, entry, current, locked })}
          <CriterionJudgement section={section} criterion={criterion} locked={locked} />
        </>
      )}
    </li>
  );
}
