import { type KeyboardEvent, useEffect, useEffectEvent } from 'react';
import type { Anchor, Highlight } from '../../../shared/model/highlight.ts';
import type { ScriptId, SheetId } from '../../../shared/model/ids.ts';
import { useSheetHighlights } from '../../store/highlights.ts';
import { useMarking } from '../../store/marking.ts';
import { useFlash } from './flash.ts';
import { highlightName } from './highlight-name.ts';
import { badgeStyle, markColour, markStyle } from './mark-style.ts';
import { highlightsOn } from './on-page.ts';
import { useQuoted } from './quoted.ts';

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** A layer over one page, or over a whole document; see the script's viewer. */
type Place = {
  readonly page: number | null;
  readonly boxesOf: (anchor: Anchor) => readonly Box[];
  readonly onPress: (hear: (x: number, y: number) => void) => () => void;
};

type Props = {
  readonly sheet: SheetId;
  readonly script: ScriptId;
  readonly place: Place;
  readonly onOpen: (highlight: Highlight) => void;
  readonly onRemove: (highlight: Highlight) => void;
};

/** How far a click may miss a highlight, in CSS pixels. */
const NEAR = 3;
/** The room that one button takes, in CSS pixels. */
const BESIDE = 22;

/** The highlights of one page, drawn from the document's coordinates at whatever size it has now. */
export function HighlightLayer({ sheet, script, place, onOpen, onRemove }: Props) {
  const { list } = useSheetHighlights(sheet);
  const here = highlightsOn(list, script, place.page);
  const drawn = here.map((highlight) => ({ highlight, boxes: place.boxesOf(highlight.anchor) }));
  const press = useEffectEvent((x: number, y: number) => {
    const hit = drawn.findLast(({ boxes }) => boxes.some((box) => contains(box, x, y)));
    if (hit) onOpen(hit.highlight);
  });
  const any = here.length > 0;
  const { onPress } = place;
  useEffect(() => (any ? onPress((x, y) => press(x, y)) : undefined), [any, onPress]);
  return drawn.map(({ highlight, boxes }, index) => (
    <Mark
      key={highlight.id}
      sheet={sheet}
      highlight={highlight}
      boxes={boxes}
      aside={drawn.slice(0, index).filter((one) => atOnePlace(one.boxes[0], boxes[0])).length}
      onOpen={() => onOpen(highlight)}
      onRemove={() => onRemove(highlight)}
    />
  ));
}

function contains({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left - NEAR && x <= left + width + NEAR && y >= top - NEAR && y <= top + height + NEAR;
}

/** Whether two highlights begin so near to each other that one's button would hide the other's. */
function atOnePlace(a: Box | undefined, b: Box | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.left - b.left) < BESIDE && Math.abs(a.top - b.top) < 12;
}

type MarkProps = {
  readonly sheet: SheetId;
  readonly highlight: Highlight;
  readonly boxes: readonly Box[];
  /** How many buttons of others stand where this one's would. */
  readonly aside: number;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
};

/** One highlight. Styled in place: a drawn document's frame knows none of the page's styles. */
function Mark({ sheet, highlight, boxes, aside, onOpen, onRemove }: MarkProps) {
  const { id, kind, section, number, anchor } = highlight;
  const sections = useMarking((state) => state.sheets.get(sheet)?.view.assessment.scheme.sections);
  const flashing = useFlash((state) => state.highlight === id);
  const quoted = useQuoted(sheet).has(number) || kind === 'note';
  const first = boxes[0];
  if (!first) return null;
  const at = (sections?.findIndex((one) => one.id === section) ?? -1) + 1;
  const position = at > 0 ? at : null;
  const colour = markColour(kind === 'note' ? null : position);
  const look = { kind, colour, framed: anchor.kind === 'region', flashing };
  const name = highlightName(highlight, position, quoted);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onRemove();
  };
  return (
    <>
      {boxes.map((box) => (
        <div
          key={`${box.left} ${box.top}`}
          data-highlight={number}
          style={{ ...markStyle(look), ...box, height: box.height + (look.framed ? 0 : 3) }}
        />
      ))}
      <button
        type="button"
        aria-label={name}
        title={name}
        style={{
          ...badgeStyle(look, quoted),
          left: Math.max(0, first.left - 6 + aside * BESIDE),
          top: Math.max(0, first.top - 12),
        }}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        {kind === 'note' ? 'note' : `${position ?? ''}${quoted ? '' : '?'}`}
      </button>
    </>
  );
}
