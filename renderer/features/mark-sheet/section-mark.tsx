import { Button } from '@mantine/core';
import type { SchemeSection } from '../../../shared/model/pack.ts';
import { markText } from '../../store/marking-field.ts';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import { useHistorySlot } from './history-slot.ts';
import { MarkBar } from './mark-bar.tsx';
import { MarkInput } from './mark-input.tsx';
import styles from './section-mark.module.css';
import { useEntry, useField, useLocked } from './use-field.ts';

/** What a learner under the minimum needs to be told; the resubmission is held against these lines. */
const TO_REACH = 'To reach the minimum, the learner must ';

type Props = {
  readonly section: SchemeSection;
  readonly available: number;
  /** The keyboard goes to the areas for improvement once the line stands there. */
  readonly onSay: () => void;
};

/** "Mark [ 52 ] of 90, minimum 45" with the bar, and what to say of a mark below it. */
export function SectionMark({ section, available, onSay }: Props) {
  const entry = useEntry(section.id);
  const history = useHistorySlot();
  const place = { kind: 'mark', section: section.id } as const;
  const mark = entry?.mark ?? null;
  const locked = useLocked(section.id);
  const { minimum } = section;
  const field = useField<string>({
    typed: (edit) => (edit.kind === 'mark' ? edit.typed : undefined),
    stored: markText(mark),
    edit: (typed) => ({ ...place, typed }),
  });
  const improvements = useField<string>({
    typed: (edit) => (edit.kind === 'improvements' ? edit.text : undefined),
    stored: entry?.improvements ?? '',
    edit: (text) => ({ kind: 'improvements', section: section.id, text }),
  });
  const below = mark !== null && minimum !== null && mark < minimum;
  const say = () => {
    const before = improvements.value.trimEnd();
    improvements.put(before === '' ? TO_REACH : `${before}\n${TO_REACH}`);
    onSay();
  };
  return (
    <div className={styles.row} {...fieldAttribute(place)}>
      <span className={styles.label} aria-hidden="true">
        Mark
      </span>
      <MarkInput field={field} label={`Mark, ${section.heading}`} locked={locked} main>
        <span className={styles.of}>
          of {available}
          {minimum !== null && `, minimum ${minimum}`}
        </span>
      </MarkInput>
      {history?.(place)}
      <MarkBar mark={mark} available={available} minimum={minimum} />
      {below && !locked && !improvements.value.includes(TO_REACH.trim()) && (
        <Button variant="subtle" size="compact-xs" onClick={say}>
          Say what the minimum needs
        </Button>
      )}
    </div>
  );
}
