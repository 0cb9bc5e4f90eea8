import { type RefObject, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { BankPlace, StatementKind } from '../../../shared/model/comment-bank.ts';
import { type Found, searchBank } from '../../../shared/rules/bank-search.ts';
import { useBank } from '../../store/bank.ts';
import { type Asking, askedAt, askedBy, showsList, typedSince } from './asking.ts';

/** Statements that are shown at once, without scrolling: the keyboard is in the field. */
const SHOWN = 7;
/** Statements that are counted. */
const MOST = 1000;

type Request = { readonly asking: Asking; readonly typed: string };
type Options = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly kind: StatementKind;
  readonly at: BankPlace;
  /** Puts the statement in place of everything from the request to the caret. */
  readonly onInsert: (found: Found, from: number) => void;
};

/** What a feedback field offers from the bank while it is typed in; null while nothing is asked. */
export type Offer = {
  readonly from: number;
  readonly typed: string;
  readonly found: readonly Found[];
  /** How many fit, those included that are not shown. */
  readonly total: number;
  readonly active: number;
};

/**
 * Listens to a field for the trigger and for the keys of the list. A key is taken only while the list is shown with
 * something in it; every other goes to the field.
 */
export function useOffer({ field, kind, at, onInsert }: Options) {
  const bank = useBank((state) => state.bank);
  const [request, setRequest] = useState<Request | null>(null);
  const [active, setActive] = useState(0);
  const { pack, assessment, section, criterion } = at;
  const offer = useMemo<Offer | null>(() => {
    if (!bank || !request || !showsList(request.asking, request.typed)) return null;
    const now = new Date().toISOString() as Instant;
    const place = { pack, assessment, section, criterion };
    const found = searchBank(bank, { typed: request.typed, kind, at: place, now, most: MOST });
    // What was typed may be meant as it stands.
    if (found.length === 0 && request.typed !== '') return null;
    const shown = found.slice(0, SHOWN);
    const at = Math.min(active, shown.length - 1);
    return { from: request.asking.from, typed: request.typed, found: shown, total: found.length, active: at };
  }, [bank, request, active, kind, pack, assessment, section, criterion]);

  const ask = (asking: Asking | null, element: HTMLTextAreaElement) => {
    const typed = asking && typedSince(asking, element.value, element.selectionEnd);
    setRequest(asking && typed !== null ? { asking, typed } : null);
    if (typed !== request?.typed) setActive(0);
  };
  const insert = (found: Found) => {
    if (request) onInsert(found, request.asking.from);
    setRequest(null);
  };
  const open = () => {
    const element = field.current;
    if (!element) return;
    element.focus();
    element.setSelectionRange(element.selectionEnd, element.selectionEnd);
    setActive(0);
    ask(askedAt(element.selectionEnd), element);
  };

  const onInput = useEffectEvent((event: Event) => {
    const element = field.current;
    if (!element || !(event instanceof InputEvent) || event.isComposing) return;
    const typedNow = event.inputType === 'insertText' ? askedBy(element.value, element.selectionEnd) : null;
    ask(typedNow ?? request?.asking ?? null, element);
  });
  const onMoved = useEffectEvent(() => {
    const element = field.current;
    if (element && request && document.activeElement === element) ask(request.asking, element);
  });
  const onLeft = useEffectEvent(() => setRequest(null));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!offer || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { found } = offer;
    const chosen = found[offer.active];
    if (event.key === 'Escape') setRequest(null);
    else if (!chosen) return;
    else if (event.key === 'ArrowDown') setActive((offer.active + 1) % found.length);
    else if (event.key === 'ArrowUp') setActive((offer.active + found.length - 1) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') insert(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('input', (event) => onInput(event), { signal });
    element.addEventListener('keydown', (event) => onKey(event), { signal });
    element.addEventListener('blur', () => onLeft(), { signal });
    document.addEventListener('selectionchange', () => onMoved(), { signal });
    return () => stop.abort();
  }, [field]);

  return { offer, open, insert, setActive };
}
