import { memo, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { SheetField } from '../../../shared/api/inputs.ts';
import type { TextChange } from '../../../shared/lib/text-change.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../store/commands.ts';
import { backOnSheet, leaveSheetAt, leftSheetAt } from '../../store/marking-place.ts';
import { BriefDrawer } from './brief-drawer.tsx';
import { type EvidenceSlot, EvidenceSlotProvider, useEvidenceSlot } from './evidence-slot.ts';
import styles from './mark-sheet.module.css';
import { RedoSections } from './redo-sections.tsx';
import { SectionPanel } from './section-panel.tsx';
import { SectionStrip } from './section-strip.tsx';
import { SheetProvider, useSheet, useSheetId } from './sheet-context.ts';
import { focusPart, PART_ATTRIBUTE, type SheetPart, type SheetPlace } from './sheet-place.ts';
import { placeOfField, reachField } from './show-field.ts';
import { useSheetCommands } from './use-sheet-commands.ts';

/** What the desk asks of the sheet beside the script. */
export type SheetHandle = {
  readonly goTo: (place: SheetPlace) => void;
  readonly focus: () => void;
  readonly showBrief: () => void;
  /** Goes to a field that was changed, with the caret behind the change. */
  readonly show: (field: SheetField, change: TextChange | null) => void;
  /** Remembers the place for the way back from a screen that is about the sheet. */
  readonly leave: () => void;
};

export type MarkSheetProps = {
  readonly sheet: SheetId;
  /** Where in the script the person is reading; null where that cannot be told. */
  readonly readingPlace: () => string | null;
  /** Called before a field is given the keyboard, where the sheet may be out of sight. Keep it stable. */
  readonly onReach: () => void;
  /** The way to the evidence where the sheet is judged by it. */
  readonly evidence: EvidenceSlot | null;
  /** Hears which section is on show. Keep it stable. */
  readonly onSection?: (section: string) => void;
  readonly ref?: Ref<SheetHandle>;
};

/** A sheet that is open: the strip of its sections, and one section at a time. */
export const MarkSheet = memo(function MarkSheet({ sheet, evidence, ...desk }: MarkSheetProps) {
  return (
    <SheetProvider value={sheet}>
      <EvidenceSlotProvider value={evidence}>
        <Sections {...desk} />
      </EvidenceSlotProvider>
    </SheetProvider>
  );
});

function Sections({ readingPlace, onReach, onSection, ref }: Omit<MarkSheetProps, 'sheet' | 'evidence'>) {
  const scheme = useSheet((open) => open.view.assessment.scheme);
  const brief = useSheet((open) => open.view.assessment.brief);
  const wordCount = useSheet((open) => open.view.wordCount);
  const notes = useSheet((open) => open.view.notes);
  const sheet = useSheetId();
  const first = useSheet(({ view }) => beginAt(view.decision, view.sections));
  const [left] = useState(() => leftSheetAt(sheet));
  const [chosen, setChosen] = useState<string | null>(left?.section ?? null);
  const [criteria, setCriteria] = useState<ReadonlyMap<string, string>>(
    new Map(left ? [[left.section, left.criterion]] : []),
  );
  const [briefShown, setBriefShown] = useState(false);
  const [begun] = useState(first);
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<SheetPart | null>(null);
  const panel = useId();

  const section = scheme.sections.find((one) => one.id === (chosen ?? begun)) ?? scheme.sections[0];
  const current = section?.id ?? '';
  const criterion = criteria.get(current) ?? section?.criteria[0]?.id ?? '';

  const choose = (of: string, id: string) =>
    setCriteria((now) => (now.get(of) === id ? now : new Map(now).set(of, id)));
  const goTo = ({ section: to, part, criterion: at }: SheetPlace) => {
    const moves = to !== null && to !== current;
    if (!moves && (at === undefined || at === criterion)) {
      if (part) focusPart(root.current, part);
      return;
    }
    wanted.current = part ?? partInUse(root.current);
    if (at !== undefined) choose(to ?? current, at);
    if (moves) setChosen(to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows once the other section or criterion is there
  useEffect(() => {
    if (wanted.current) focusPart(root.current, wanted.current);
    wanted.current = null;
  }, [current, criterion]);

  const commands = useSheetCommands({
    sections: scheme.sections,
    current,
    criterion: section?.criteria.find((one) => one.id === criterion) ?? null,
    evidence: useEvidenceSlot(),
    goTo,
    readingPlace,
    reach: (part) => {
      if (focusPart(root.current, part)) return;
      onReach();
      // Once the sheet is in sight, and before the next key is heard.
      queueMicrotask(() => focusPart(root.current, part));
    },
    root,
  });
  useCommands(commands.all);

  useEffect(() => backOnSheet(sheet), [sheet]);
  useEffect(() => onSection?.(current), [onSection, current]);
  useImperativeHandle(ref, () => ({
    goTo,
    leave: () => leaveSheetAt(sheet, { section: current, criterion }),
    focus: () => void focusPart(root.current, 'strengths'),
    show: (field, change) => {
      onReach();
      goTo(placeOfField(field));
      reachField(() => root.current, field, change);
    },
    showBrief: () => setBriefShown(true),
  }));

  if (!section) return null;
  return (
    <div ref={root} className={styles.sheet}>
      <SectionStrip
        sections={scheme.sections}
        rule={scheme.rule}
        current={current}
        onChoose={(to) => setChosen(to)}
        panel={panel}
      />
      <RedoSections sections={scheme.sections} />
      <SectionPanel
        // A section's fields are its own elements, so that no field's undo history reaches into another section.
        key={current}
        id={panel}
        section={section}
        number={scheme.sections.indexOf(section) + 1}
        rule={scheme.rule}
        criterion={criterion}
        onCriterion={(id) => choose(current, id)}
        fromPage={commands.fromPage}
      />
      <BriefDrawer
        opened={briefShown}
        onClose={() => setBriefShown(false)}
        brief={brief}
        wordCount={wordCount}
        notes={notes}
      />
    </div>
  );
}

type View = Parameters<Parameters<typeof useSheet>[0]>[0]['view'];

/** The section to begin at: the first without its marks, else the first that is not carried. */
function beginAt(decision: View['decision'], sections: View['sections']): string | null {
  const unmarked = decision.outcome === 'incomplete' ? decision.unmarked[0] : undefined;
  return unmarked ?? sections.find((one) => one.carried === null)?.section ?? null;
}

const PARTS = ['criteria', 'strengths', 'improvements', 'mark', 'judgement'] as const satisfies readonly SheetPart[];

/** The part of a section that has the keyboard, so that the next section can give it to the same one. */
function partInUse(root: HTMLElement | null): SheetPart | null {
  const active = document.activeElement;
  const part =
    active && root?.contains(active) ? active.closest(`[${PART_ATTRIBUTE}]`)?.getAttribute(PART_ATTRIBUTE) : null;
  return PARTS.find((one) => one === part) ?? null;
}
