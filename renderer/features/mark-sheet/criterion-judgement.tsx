import { useId } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import { criterionEntry } from '../../store/marking-field.ts';
import { FeedbackText } from '../../ui/feedback-text.tsx';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import styles from './criterion-judgement.module.css';
import { feedbackEditing } from './feedback-editing.ts';
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
      <span className={styles.label}>{locked ? 'Judgement' : <label htmlFor={id}>Judgement</label>}</span>
      {locked ? (
        <section
          {...{ [PART_ATTRIBUTE]: 'judgement' }}
          className={styles.written}
          aria-label={`Judgement, ${criterion.text}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard goes to it by the judgement's keys
          tabIndex={0}
        >
          {judgement === '' ? 'None was written' : <FeedbackText text={judgement} />}
        </section>
      ) : (
        <textarea
          {...{ [PART_ATTRIBUTE]: 'judgement' }}
          id={id}
          className={styles.text}
          aria-label={`Judgement, ${criterion.text}`}
          aria-invalid={trouble !== null}
          aria-describedby={trouble ? `${id}-trouble` : undefined}
          placeholder="Why the evidence meets the criterion, or what is missing"
          rows={1}
          value={field.value}
          lang="en-GB"
          spellCheck
          autoComplete="off"
          dir="auto"
          onChange={(event) => field.put(event.currentTarget.value.toWellFormed())}
          {...feedbackEditing}
          onBlur={field.leave}
        />
      )}
      {history?.(place)}
      {trouble && (
        <p id={`${id}-trouble`} className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      <JudgementTrail judged={judged} carried={carried} />
    </div>
  );
}
