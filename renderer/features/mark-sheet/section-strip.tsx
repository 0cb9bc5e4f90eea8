import { IconCircleX, IconLock, IconPencil, IconPencilOff } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { isBlank } from '../../../shared/lib/blank.ts';
import { plainFeedback } from '../../../shared/lib/feedback-text.ts';
import type { SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import { sectionOf, unsavedThing, useUnsaved } from '../../store/marking-unsaved.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { SectionFigure } from './section-figure.tsx';
import styles from './section-strip.module.css';
import { useSheetId } from './sheet-context.ts';
import { useEntry, useLocked } from './use-field.ts';

type Props = {
  readonly sections: readonly SchemeSection[];
  readonly rule: SchemeRule;
  readonly current: string;
  readonly onChoose: (section: string) => void;
  /** The id of the panel that shows the current section. */
  readonly panel: string;
};

/** All sections, always in sight: mark, minimum, whether feedback is there. Arrow keys move along them. */
export function SectionStrip({ sections, rule, current, onChoose, panel }: Props) {
  const strip = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = sections.findIndex((one) => one.id === current);
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: (index + 1) % sections.length,
      ArrowLeft: (index + sections.length - 1) % sections.length,
      Home: 0,
      End: sections.length - 1,
    };
    const next = sections[moves[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    strip.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div ref={strip} className={styles.strip} role="tablist" aria-label="Sections" onKeyDown={onKeyDown}>
      {sections.map((section, index) => (
        <SectionTab
          key={section.id}
          section={section}
          number={index + 1}
          rule={rule}
          selected={section.id === current}
          panel={panel}
          onChoose={() => onChoose(section.id)}
        />
      ))}
    </div>
  );
}

type TabProps = {
  readonly section: SchemeSection;
  readonly number: number;
  readonly rule: SchemeRule;
  readonly selected: boolean;
  readonly panel: string;
  readonly onChoose: () => void;
};

function SectionTab({ section, number, rule, selected, panel, onChoose }: TabProps) {
  const entry = useEntry(section.id);
  const locked = useLocked(section.id);
  const written = [entry?.strengths, entry?.improvements].some((text) => !isBlank(plainFeedback(text ?? '')));
  const unsaved = useUnsaved(useSheetId()).filter((one) => sectionOf(one.edit) === section.id);
  const notSaved =
    unsaved.length === 0 ? null : `not saved: ${unsaved.map((one) => unsavedThing(one, section.criteria)).join(', ')}`;
  const Feedback = written ? IconPencil : IconPencilOff;
  return (
    <button
      type="button"
      role="tab"
      id={`${panel}-${section.id}`}
      data-section={section.id}
      aria-selected={selected}
      aria-controls={panel}
      tabIndex={selected ? 0 : -1}
      className={styles.tab}
      title={`${number} ${section.heading}${notSaved ? `, ${notSaved}` : ''}`}
      onClick={onChoose}
    >
      <span className={styles.heading}>
        {number} {section.heading}
      </span>
      <Spoken>, </Spoken>
      <span className={styles.figures}>
        {notSaved && (
          <>
            <IconCircleX size={14} stroke={2} aria-hidden="true" className={styles.unsaved} />
            <Spoken>{notSaved}, stored before: </Spoken>
          </>
        )}
        <SectionFigure section={section} entry={entry} rule={rule} />
        <span className={styles.shapes}>
          <Feedback size={13} stroke={1.75} aria-hidden="true" data-written={written} />
          <Spoken>{written ? ', feedback written' : ', no feedback yet'}</Spoken>
          {locked && <IconLock size={13} stroke={1.75} aria-hidden="true" />}
          {entry?.carried && <Spoken>, carried from attempt {entry.carried.attempt}</Spoken>}
        </span>
      </span>
    </button>
  );
}
