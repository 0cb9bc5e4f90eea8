import { IconEyePlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import styles from './criteria-list.module.css';
import { CriterionRow } from './criterion-row.tsx';
import { useEvidenceSlot } from './evidence-slot.ts';
import { focusPart } from './sheet-place.ts';
import { useLocked } from './use-field.ts';

type Props = {
  readonly section: SchemeSection;
  readonly rule: SchemeRule;
  /** The criterion in full; the one that the page being read is taken for. */
  readonly current: string;
  readonly onCurrent: (criterion: string) => void;
  readonly fromPage: Command;
};

const WORDS = 'button[aria-expanded]';
const MARK = 'input[inputmode]';
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The section's criteria, one line each and the current one in full. Arrow keys move along them, from words to words
 * and from mark to mark; a digit on the words is the first of the mark.
 */
export function CriteriaList({ section, rule, current, onCurrent, fromPage }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const locked = useLocked(section.id);
  const slot = useEvidenceSlot();
  const byMark = rule.kind === 'criterion-minimum';
  const onKeyDown = (event: KeyboardEvent) => {
    const part = partOf(event.target);
    if (part === null || event.altKey || event.ctrlKey || event.metaKey) return;
    // The key is still on its way to what has the keyboard when it is let go, so the digit is typed there.
    if (part === 'criteria' && /^\d$/.test(event.key) && byMark && !locked) focusPart(list.current, 'mark');
    const step = STEPS[event.key];
    if (step === undefined) return;
    const index = section.criteria.findIndex((one) => one.id === current);
    const row = list.current?.querySelectorAll(':scope > ul > li')[index + step];
    const next = row?.querySelector(part === 'mark' ? MARK : WORDS);
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    // At once, before the next key is heard; the row that has the keyboard becomes the current one.
    next.focus();
  };
  return (
    <div className={styles.criteria}>
      <div className={styles.head}>
        <h3 className={styles.label}>{section.criteria.length === 1 ? 'Criterion' : 'Criteria'}</h3>
        <span className={styles.seenAt}>{slot ? 'Evidence' : 'Seen at'}</span>
        {!locked && <CommandButton command={fromPage} icon={<IconEyePlus size={16} stroke={1.75} />} iconOnly />}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: moves between the buttons inside */}
      <div ref={list} onKeyDown={onKeyDown}>
        <ul className={styles.list} aria-label="Criteria">
          {section.criteria.map((criterion) => (
            <CriterionRow
              key={criterion.id}
              section={section}
              criterion={criterion}
              rule={rule}
              current={criterion.id === current}
              locked={locked}
              onCurrent={() => onCurrent(criterion.id)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Whether the keyboard is on a criterion's words or in its mark. */
function partOf(target: EventTarget): 'criteria' | 'mark' | null {
  if (!(target instanceof HTMLElement)) return null;
  if (target.matches(WORDS)) return 'criteria';
  return target.matches(MARK) ? 'mark' : null;
}
