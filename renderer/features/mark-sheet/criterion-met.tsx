import { Button } from '@mantine/core';
import { useId } from 'react';
import { evidenceList } from '../../../shared/api/evidence-list.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import { criterionEntry } from '../../store/marking-field.ts';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import { ariaKeys } from '../../ui/shortcut.ts';
import styles from './criterion-met.module.css';
import { useEvidenceSlot } from './evidence-slot.ts';
import { JUDGE_AGAIN, otherEvidence } from './other-evidence.ts';
import { PART_ATTRIBUTE } from './sheet-place.ts';
import { useEntry, useField } from './use-field.ts';

type Met = 'achieved' | 'not-yet' | null;
type Props = {
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion;
  readonly locked: boolean;
  readonly main: boolean;
};

const CHOICES = [
  { met: 'achieved', word: 'Achieved' },
  { met: 'not-yet', word: 'Not yet' },
] as const;

/**
 * Achieved or not yet, or neither while it is not judged. A choice that is made again is taken back; one that was
 * refused stays in sight with its reason, and with the way to mend it where evidence is missing.
 */
export function CriterionMet({ section, criterion, locked, main }: Props) {
  const id = useId();
  const slot = useEvidenceSlot();
  const place = { kind: 'criterion-met', section: section.id, criterion: criterion.id } as const;
  const entry = criterionEntry(useEntry(section.id), criterion.id);
  const other = locked ? null : otherEvidence(criterion, entry, slot);
  const field = useField<Met>({
    typed: (edit) => (edit.kind === 'criterion-met' ? edit.met : undefined),
    stored: entry.met,
    edit: (met) => ({ ...place, met }),
  });
  const { value: chosen, error } = field;
  return (
    <>
      <fieldset
        {...fieldAttribute(place)}
        className={styles.met}
        disabled={locked}
        aria-describedby={error ? `${id}-trouble` : undefined}
        data-refused={error !== null}
        onBlur={field.leave}
      >
        <legend className={styles.legend}>{`Achieved or not yet, ${criterion.text}`}</legend>
        {CHOICES.map(({ met, word }, index) => (
          <label key={met} className={styles.choice} data-met={met} data-chosen={chosen === met}>
            <input
              {...(main && index === 0 ? { [PART_ATTRIBUTE]: 'mark' } : {})}
              type="radio"
              className={styles.input}
              name={id}
              value={met}
              checked={chosen === met}
              onChange={() => field.put(met)}
              // The second click of a double click is no word of its own.
              onClick={(event) => chosen === met && event.detail < 2 && field.put(null)}
            />
            {word}
          </label>
        ))}
      </fieldset>
      {!error && other && chosen === other.met && (
        <div className={styles.trouble} role="status">
          <p>
            Judged on {evidenceList(other.judgedOn)}; it points at {evidenceList(other.now)} now
          </p>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`${JUDGE_AGAIN.name}, ${criterion.text}`}
            {...(main ? { 'aria-keyshortcuts': ariaKeys(JUDGE_AGAIN.keys[0]) } : {})}
            onClick={() => field.put(other.met)}
          >
            {JUDGE_AGAIN.name}
          </Button>
        </div>
      )}
      {error && (
        <div className={styles.trouble} role="alert">
          <p id={`${id}-trouble`}>{sentenceFor(error)}</p>
          {error.code === 'criterion-without-evidence' && slot && (
            <Button variant="default" size="compact-xs" onClick={() => slot.add(criterion)}>
              Add evidence
            </Button>
          )}
        </div>
      )}
    </>
  );
}
