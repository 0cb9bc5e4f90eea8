import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import type { Command } from '../../store/commands.ts';
import { useMarking } from '../../store/marking.ts';
import { criterionEntry, keyOf } from '../../store/marking-field.ts';
import type { EvidenceSlot } from './evidence-slot.ts';
import { nextUnmarked } from './next-unmarked.ts';
import { JUDGE_AGAIN, otherEvidence } from './other-evidence.ts';
import { useSheetId } from './sheet-context.ts';
import type { SheetPart, SheetPlace } from './sheet-place.ts';

type Desk = {
  readonly sections: readonly SchemeSection[];
  readonly current: string;
  /** The one in full. */
  readonly criterion: SchemeCriterion | null;
  readonly evidence: EvidenceSlot | null;
  readonly goTo: (place: SheetPlace) => void;
  readonly readingPlace: () => string | null;
  /** Brings the sheet into sight and gives the keyboard to a part of the section on show. */
  readonly reach: (part: SheetPart) => void;
  readonly root: RefObject<HTMLElement | null>;
};

const GROUP = 'Mark sheet';
/** What takes the page that is being read, whatever it is taken as. */
const FROM_PAGE = ['Alt+P', 'Mod+Shift+P'];
/** Sections that a digit goes to. */
const BY_DIGIT = 9;

/** Everything the sheet can do by keyboard. The list is made once a sheet; each command looks at the desk when it runs. */
export function useSheetCommands(desk: Desk): { readonly all: readonly Command[]; readonly fromPage: Command } {
  const sheet = useSheetId();
  const now = useRef(desk);
  useEffect(() => {
    now.current = desk;
  });
  const { sections } = desk;
  const byEvidence = desk.evidence !== null;

  return useMemo(() => {
    const part = (id: SheetPart, name: string, ...keys: readonly string[]): Command => ({
      id: `sheet.${id}`,
      name,
      group: GROUP,
      keys,
      perform: () => now.current.reach(id),
    });
    const step = (by: 1 | -1) => sections[sections.findIndex((one) => one.id === now.current.current) + by];
    const toSection = (section: SchemeSection | undefined) =>
      section && now.current.goTo({ section: section.id, part: null });
    const shown = () => useMarking.getState().sheets.get(sheet)?.view;
    const unmarked = () => {
      const view = shown();
      return view && nextUnmarked(view.decision, sections, now.current.current);
    };
    const editable = () => {
      const view = shown();
      const entry = view?.sections.find((one) => one.section === now.current.current);
      return view?.state === 'draft' && !entry?.carried;
    };
    const onCriterion = (act: (criterion: SchemeCriterion, evidence: EvidenceSlot) => void) => () => {
      const { criterion, evidence } = now.current;
      if (criterion && evidence) act(criterion, evidence);
    };
    const seenHere: Command = {
      id: 'sheet.seen-here',
      name: 'Seen on this page',
      group: GROUP,
      keys: FROM_PAGE,
      when: editable,
      perform: () => {
        const { current, criterion, readingPlace, root } = now.current;
        const place = readingPlace();
        if (place === null) focusSeenField(root.current);
        else if (criterion) addSeen(sheet, current, criterion.id, place);
      },
    };
    const pageAsEvidence: Command = {
      id: 'sheet.page-as-evidence',
      name: 'Take this page as evidence',
      group: GROUP,
      keys: FROM_PAGE,
      when: editable,
      perform: onCriterion((criterion, evidence) => evidence.takePage(criterion)),
    };
    const addEvidence: Command = {
      id: 'sheet.add-evidence',
      name: 'Add evidence for the criterion',
      group: GROUP,
      keys: ['Alt+A', 'Mod+Shift+X'],
      when: editable,
      perform: onCriterion((criterion, evidence) => evidence.add(criterion)),
    };
    const fromPage = byEvidence ? pageAsEvidence : seenHere;
    const otherHere = () => {
      const { current, criterion, evidence } = now.current;
      const entry = shown()?.sections.find((one) => one.section === current);
      const other = criterion && otherEvidence(criterion, criterionEntry(entry, criterion.id), evidence);
      return criterion && other && { section: current, criterion: criterion.id, met: other.met };
    };
    const judgeAgain: Command = {
      id: 'sheet.judge-again',
      ...JUDGE_AGAIN,
      group: GROUP,
      when: () => editable() && otherHere() !== null,
      perform: () => {
        const other = otherHere();
        if (other) useMarking.getState().edit(sheet, { kind: 'criterion-met', ...other });
      },
    };
    const ofEvidence = [
      addEvidence,
      judgeAgain,
      part('evidence', 'Go to the evidence', 'Alt+V', 'Mod+Shift+E'),
      part('judgement', 'Go to the judgement', 'Alt+J', 'Mod+Shift+J'),
    ];
    const all: readonly Command[] = [
      {
        id: 'sheet.next-section',
        name: 'Next section',
        group: GROUP,
        keys: ['Alt+ArrowDown', 'F8'],
        when: () => step(1) !== undefined,
        perform: () => toSection(step(1)),
      },
      {
        id: 'sheet.previous-section',
        name: 'Previous section',
        group: GROUP,
        keys: ['Alt+ArrowUp', 'Shift+F8'],
        when: () => step(-1) !== undefined,
        perform: () => toSection(step(-1)),
      },
      {
        id: 'sheet.next-unmarked',
        name: 'Next section without its marks',
        group: GROUP,
        keys: ['Shift+F9', 'Alt+Y'],
        when: () => unmarked() !== undefined,
        perform: () => toSection(unmarked()),
      },
      part('criteria', 'Go to the criteria', 'Alt+C', 'Mod+Shift+K'),
      fromPage,
      ...(byEvidence ? ofEvidence : []),
      part('strengths', 'Go to the strengths', 'Alt+S', 'Mod+Shift+S'),
      part('improvements', 'Go to the areas for improvement', 'Alt+I', 'Mod+Shift+A'),
      part('mark', 'Go to the mark', 'Alt+M', 'Mod+Shift+M'),
      ...sections.slice(0, BY_DIGIT).map((section, index) => ({
        id: `sheet.section-${index + 1}`,
        name: `Go to section ${index + 1}, ${section.heading}`,
        group: GROUP,
        keys: [`Alt+${index + 1}`],
        perform: () => toSection(section),
      })),
    ];
    return { all, fromPage };
  }, [sheet, sections, byEvidence]);
}

function focusSeenField(root: HTMLElement | null): void {
  const field = root?.querySelector('[data-seen]');
  if (field instanceof HTMLElement) field.focus();
}

/** Adds a place to what was typed last, which may be on its way still. */
function addSeen(sheet: SheetId, section: string, criterion: string, place: string): void {
  const { sheets, edit } = useMarking.getState();
  const open = sheets.get(sheet);
  if (!open) return;
  const entry = open.view.sections.find((one) => one.section === section);
  const stored = criterionEntry(entry, criterion).seen;
  const waiting = open.drafts.get(keyOf({ kind: 'seen', section, criterion, seen: [] }))?.edit;
  const seen = waiting?.kind === 'seen' ? waiting.seen : stored;
  if (!seen.includes(place)) edit(sheet, { kind: 'seen', section, criterion, seen: [...seen, place] });
}
