import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Highlight, HighlightKind } from '../../../shared/model/highlight.ts';
import { flash } from '../../features/highlights/flash.ts';
import { HighlightLayer } from '../../features/highlights/highlight-layer.tsx';
import { kindName } from '../../features/highlights/highlight-name.ts';
import { NotesButton } from '../../features/highlights/notes-button.tsx';
import { placeWords } from '../../features/highlights/place-words.ts';
import { type QuotationActs, QuotationChips } from '../../features/highlights/quotation-chips.tsx';
import { QuoteToolbar } from '../../features/highlights/quote-toolbar.tsx';
import { highlightSelected, quote, quotedAt, takesQuotations } from '../../features/highlights/quoting.ts';
import { useQuoteCommands } from '../../features/highlights/use-quote-commands.ts';
import type { FeedbackSlot } from '../../features/mark-sheet/feedback-slot.ts';
import type { SheetHandle } from '../../features/mark-sheet/mark-sheet.tsx';
import type { ScriptHandle, ScriptOverlay } from '../../features/script-viewer/script-viewer.tsx';
import { useHighlights } from '../../store/highlights.ts';
import { useToasts } from '../../store/toasts.ts';
import { QuoteDialogs, type QuotesOnShow } from './quote-dialogs.tsx';
import { useLastCaret } from './use-last-caret.ts';

type Desk = {
  readonly view: SheetView;
  readonly script: RefObject<ScriptHandle | null>;
  readonly marks: RefObject<SheetHandle | null>;
  /** Bring one side into sight where there is no room for both. */
  readonly showScript: () => void;
  readonly showSheet: () => void;
};

/** Script and sheet linked: what the desk draws over the script, puts under its fields, and asks. */
export function useQuotes({ view, script, marks, showScript, showSheet }: Desk) {
  const { sheet, assessment, attempt } = view;
  const { sections } = assessment.scheme;
  const [section, setSection] = useState<string | null>(null);
  const [shown, setShown] = useState<QuotesOnShow>({ notes: null, removing: null });
  const caret = useLastCaret(sheet);
  const load = useHighlights((state) => state.load);
  useEffect(() => void load(sheet), [load, sheet]);
  const busy = useRef(false);
  const [said, setSaid] = useState('');
  const inView = useRef(section);
  useEffect(() => {
    inView.current = section;
  });

  const acts = useMemo(() => {
    const show = (change: Partial<QuotesOnShow>) => setShown((now) => ({ ...now, ...change }));
    const take = async (kind: HighlightKind) => {
      const selected = script.current?.selected();
      const to = kind === 'note' ? null : inView.current;
      if (!selected || (kind !== 'note' && !takesQuotations(sheet, to))) return;
      const added = await highlightSelected(sheet, selected, { kind, section: to });
      if (!added) return;
      script.current?.letGo();
      if (added.kind === 'note') return show({ notes: { fresh: added.id } });
      quote(sheet, added, caret(added.section ?? '', added.kind));
      setSaid(`Quotation ${added.number} stands under ${kindName(added.kind)}.`);
      script.current?.focus();
    };
    const goTo = (highlight: Highlight) => {
      showScript();
      script.current?.show(highlight.script, highlight.anchor);
      flash(highlight.id);
    };
    const remove = (highlight: Highlight) => {
      const { kind, number, words } = highlight;
      if (kind !== 'note' && !takesQuotations(sheet, highlight.section)) return;
      const side = kind === 'note' ? 'note' : 'highlight';
      const only = kind === 'note' || quotedAt(sheet, highlight) === null;
      show({ removing: { number, side, only, words: words === '' ? '' : `“${words}”` } });
    };
    const quotations: QuotationActs = {
      goTo,
      remove: (one) => {
        if (one.state === 'quotation-gone') return remove(one.highlight);
        const only = one.state === 'highlight-gone';
        show({ removing: { number: one.number, side: 'quotation', only, words: one.quotation.words } });
      },
      quoteAgain: (highlight) => void quote(sheet, highlight, null),
      restore: (highlight) => {
        void useHighlights
          .getState()
          .restore(sheet, highlight.id)
          .then((error) => error && useToasts.getState().tell('error', sentenceFor(error)));
      },
    };
    return {
      show,
      goTo,
      remove,
      quotations,
      selected: () => script.current?.selected() != null,
      open: () => takesQuotations(sheet, inView.current),
      showNotes: () => show({ notes: { fresh: null } }),
      // A second press while the first is on its way would mark the same words twice.
      take: (kind: HighlightKind) => {
        if (busy.current) return;
        busy.current = true;
        void take(kind).finally(() => {
          busy.current = false;
        });
      },
      openHighlight: (highlight: Highlight) => {
        flash(highlight.id);
        const { kind, section: own } = highlight;
        if (kind === 'note') return show({ notes: { fresh: highlight.id } });
        showSheet();
        const found = quotedAt(sheet, highlight);
        if (!found) return marks.current?.goTo({ section: own, part: kind });
        const { line, at: from } = found.quotation;
        const field = { kind: found.kind, section: found.section };
        marks.current?.show(field, { at: from, removed: '', inserted: line });
      },
    };
  }, [sheet, script, marks, showScript, showSheet, caret]);
  const commands = useQuoteCommands(acts);

  const position = sections.findIndex((one) => one.id === section) + 1;
  const carried = view.sections.find((one) => one.section === section)?.carried != null;
  const locked =
    view.state !== 'draft' ? 'Signed: notes only' : carried ? `Section ${position} is carried: notes only` : null;
  const { scripts } = attempt;
  const overlay = useMemo<ScriptOverlay>(
    () => ({
      layer: (file, place) => (
        <HighlightLayer sheet={sheet} script={file} place={place} onOpen={acts.openHighlight} onRemove={acts.remove} />
      ),
      toolbar: (file, { anchor }) => (
        <QuoteToolbar
          commands={commands}
          section={`Section ${position}`}
          locked={locked}
          place={placeWords(file, anchor, scripts)}
          onClose={() => {
            script.current?.letGo();
            script.current?.focus();
          }}
        />
      ),
      bar: <NotesButton sheet={sheet} command={commands.notes} />,
    }),
    [sheet, script, acts, commands, position, locked, scripts],
  );
  const foot = useMemo<FeedbackSlot>(
    () => (field) => (
      <QuotationChips
        sheet={field.sheet}
        section={field.section}
        kind={field.kind}
        locked={field.locked}
        acts={acts.quotations}
      />
    ),
    [acts],
  );
  const dialogs = (
    <QuoteDialogs
      sheet={sheet}
      shown={shown}
      said={said}
      onShow={acts.show}
      onGo={(note) => {
        acts.show({ notes: null });
        acts.goTo(note);
      }}
      onRemoveNote={acts.remove}
    />
  );
  return { overlay, foot, dialogs, onSection: setSection };
}
