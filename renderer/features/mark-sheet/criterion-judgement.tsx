import { useId } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import { criterionEntry } from '../../store/marking-field.ts';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import styles from './criterion-judgement.module.css';
import { useHistorySlot } from './history-slot.ts';
import { JudgementTrail } from './judgement-trail.tsx';
import { PART_ATTRIBUTE } from './sheet-place.ts';
import { textTrouble } from './text-length.ts';
import { useEntry, useField } from './use-field.ts';

type Props = {
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion;
  readonly locked: boolean;
};

/** Why the evidence meets the criterion or does not yet, saved as it is typed, and how the judgement was reached. */
export function CriterionJudgement({ section, criterion, locked }: Props) {
  const id = useId();
  const history = useHistorySlot();
  const place = { kind: 'judgement', section: section.id, criterion: criterion.id } as const;
  const { judgement = '', judged = [], carried } = criterionEntry(useEntry(section.id), criterion.id);
  const field = useField<string>({
    typed: (edit) => (edit.kind === 'judgement' ? edit.text : undefined),
    stored: judgement,
    edit: (text) => ({ ...place, text }),
  });
  const trouble = textTrouble(field.value.length, field.error && sentenceFor(field.error));
  return (
    <div className={styles.judgement} {...fieldAttribute(place)}>
      <span className={styles.label}>
        <label htmlFor={id}>Judgement</label>
        {history?.(place)}
      </span>
      <textarea
        {...{ [PART_ATTRIBUTE]: 'judgement' }}
        id={id}
        className={styles.text}
        aria-label={`Judgement, ${criterion.text}`}
        aria-invalid={trouble !== null}
        aria-describedby={trouble ? `${id}-trouble` : undefined}
        placeholder={locked ? 'None was written' : 'Why the evidence meets the criterion, or what is missing'}
        rows={1}
        value={field.value}
        readOnly={locked}
        lang="en-GB"
        spellCheck={!locked}
        autoComplete="off"
        dir="auto"
        onChange={(event) => field.put(event.currentTarget.value.toWellFormed())}
        onBlur={field.leave}
      />
      {trouble && (
        <p id={`${id}-trouble`} className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      <JudgementTrail judged={judged} carried={carried} />
    </div>
  );
}
