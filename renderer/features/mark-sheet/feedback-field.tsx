import { useId, useRef } from 'react';
import { FEEDBACK_LIMIT } from '../../../shared/api/limits.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SchemeSection } from '../../../shared/model/pack.ts';
import { FeedbackText } from '../../ui/feedback-text.tsx';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import { feedbackEditing } from './feedback-editing.ts';
import styles from './feedback-field.module.css';
import { useFeedbackFoot, useFeedbackSlot } from './feedback-slot.ts';
import { FormatButtons } from './format-buttons.tsx';
import { useHistorySlot } from './history-slot.ts';
import { useSheetId } from './sheet-context.ts';
import { PART_ATTRIBUTE } from './sheet-place.ts';
import { textTrouble } from './text-length.ts';
import { useEntry, useField, useLocked } from './use-field.ts';

type Kind = 'strengths' | 'improvements';
const NAMES = { strengths: 'Strengths', improvements: 'Areas for improvement' } as const;
/** Characters from which the field says how many it holds. */
const WORTH_SAYING = FEEDBACK_LIMIT - 5000;

type Props = { readonly section: SchemeSection; readonly kind: Kind; readonly criterion: string };

/** Feedback of one kind on one section, saved as it is typed. Nothing is ever cut: too long is said, not shortened. */
export function FeedbackField({ section, kind, criterion }: Props) {
  const id = useId();
  const sheet = useSheetId();
  const area = useRef<HTMLTextAreaElement>(null);
  const slot = useFeedbackSlot();
  const foot = useFeedbackFoot();
  const history = useHistorySlot();
  const stored = useEntry(section.id)?.[kind] ?? '';
  const locked = useLocked(section.id);
  const field = useField<string>({
    typed: (edit) => (edit.kind === kind ? edit.text : undefined),
    stored,
    edit: (text) => ({ kind, section: section.id, text }),
  });
  const length = field.value.length;
  const trouble = textTrouble(length, field.error && sentenceFor(field.error));
  return (
    <div className={styles.field} {...fieldAttribute({ kind, section: section.id })}>
      <div className={styles.head}>
        <span id={`${id}-label`} className={styles.label}>
          {NAMES[kind]}
        </span>
        {length > WORTH_SAYING && (
          <span className={styles.length}>
            {length.toLocaleString('en-GB')} of {FEEDBACK_LIMIT.toLocaleString('en-GB')} characters
          </span>
        )}
        {!locked && <FormatButtons field={area} of={NAMES[kind]} />}
        {history?.({ kind, section: section.id })}
        {slot?.({ sheet, section: section.id, criterion, kind, field: area, locked })}
      </div>
      {locked ? (
        <section
          {...{ [PART_ATTRIBUTE]: kind }}
          className={styles.written}
          aria-label={`${NAMES[kind]}, ${section.heading}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard to be scrolled
          tabIndex={0}
        >
          <FeedbackText text={stored} />
        </section>
      ) : (
        <textarea
          ref={area}
          {...{ [PART_ATTRIBUTE]: kind }}
          className={styles.text}
          aria-label={`${NAMES[kind]}, ${section.heading}`}
          aria-invalid={trouble !== null}
          aria-describedby={trouble ? `${id}-trouble` : undefined}
          value={field.value}
          lang="en-GB"
          spellCheck
          autoComplete="off"
          dir="auto"
          {...feedbackEditing}
          // A half of a pair, which no keyboard types but a paste may bring, is replaced as it would be on the form.
          onChange={(event) => field.put(event.currentTarget.value.toWellFormed())}
          onBlur={field.leave}
        />
      )}
      {foot?.({ sheet, section: section.id, criterion, kind, field: area, locked })}
      {trouble && (
        <p id={`${id}-trouble`} className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
