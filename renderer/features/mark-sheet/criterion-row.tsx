import type { SchemeCriterion, SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import styles from './criteria-list.module.css';
import { CriterionAnswers } from './criterion-answers.tsx';
import { CriterionMark } from './criterion-mark.tsx';
import { CriterionMet } from './criterion-met.tsx';
import { SeenPlaces } from './seen-places.tsx';
import { PART_ATTRIBUTE } from './sheet-place.ts';

type Props = {
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion;
  readonly rule: SchemeRule;
  readonly current: boolean;
  readonly locked: boolean;
  readonly onCurrent: () => void;
};

/** One criterion: its words, how it is rated where the rule rates criteria, and where in the script it was seen. */
export function CriterionRow({ section, criterion, rule, current, locked, onCurrent }: Props) {
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
        {criterion.text}
      </button>
      {rule.kind === 'criterion-minimum' && (
        <CriterionMark section={section} criterion={criterion} locked={locked} main={current} />
      )}
      {rule.kind === 'criteria-met' && (
        <CriterionMet section={section} criterion={criterion} locked={locked} main={current} />
      )}
      <SeenPlaces section={section} criterion={criterion} current={current} locked={locked} />
      {current && criterion.answers.length > 0 && <CriterionAnswers answers={criterion.answers} />}
    </li>
  );
}
