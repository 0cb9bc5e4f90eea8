import { create } from 'zustand';
import type { AppError } from '../../shared/api/errors.ts';
import type { Input } from '../../shared/api/inputs.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { Anchor, Highlight } from '../../shared/model/highlight.ts';
import type { HighlightId, SheetId } from '../../shared/model/ids.ts';
import { call } from '../api/call.ts';
import { useMarking } from './marking.ts';
import { useWorkspace } from './workspace.ts';

/** The highlights of one sheet as the main side has them. */
export type SheetHighlights = {
  /** By number. */
  readonly list: readonly Highlight[];
  /** Those that were removed in this window, which can be brought back. */
  readonly removed: readonly Highlight[];
  /** Why they could not be read; null where they were. */
  readonly error: AppError | null;
};

/** A highlight as it is made: the main side gives it its number. */
export type NewHighlight = Omit<Highlight, 'id' | 'number' | 'createdAt'>;

type Highlights = {
  readonly sheets: ReadonlyMap<SheetId, SheetHighlights>;
  readonly load: (sheet: SheetId) => Promise<void>;
  readonly add: (sheet: SheetId, add: NewHighlight) => Promise<Result<Highlight, AppError>>;
  readonly edit: (
    sheet: SheetId,
    edit: Omit<Input<'highlights.edit'>, 'sheet' | 'revision'>,
  ) => Promise<AppError | null>;
  readonly remove: (sheet: SheetId, highlight: HighlightId) => Promise<AppError | null>;
  readonly restore: (sheet: SheetId, highlight: HighlightId) => Promise<AppError | null>;
};

const NONE: SheetHighlights = { list: [], removed: [], error: null };

/** Calls of one sheet follow each other, so that a list that was read earlier never hides what was added since. */
const lines = new Map<SheetId, Promise<unknown>>();

export const useHighlights = create<Highlights>((set, get) => {
  const change = (sheet: SheetId, to: (before: SheetHighlights) => SheetHighlights) => {
    // An answer that was under way while the workspace was locked is not kept either.
    if (useWorkspace.getState().status?.state === 'locked') return;
    set(({ sheets }) => ({ sheets: new Map(sheets).set(sheet, to(sheets.get(sheet) ?? NONE)) }));
  };

  /** Performs an act on the sheet as it stands; where it has moved on, what is shown is read again. */
  const act = <T>(
    sheet: SheetId,
    perform: (of: { readonly sheet: SheetId; readonly revision: number }) => Promise<Result<T, AppError>>,
    took: (before: SheetHighlights, answer: T) => SheetHighlights,
  ): Promise<Result<T, AppError>> =>
    inLine(sheet, async () => {
      const revision = useMarking.getState().sheets.get(sheet)?.view.revision;
      if (revision === undefined) return err({ code: 'sheet-unknown' });
      const reply = await perform({ sheet, revision });
      if (reply.ok) change(sheet, (before) => took(before, reply.value));
      else void get().load(sheet);
      return reply;
    });

  return {
    sheets: new Map(),
    load: (sheet) =>
      inLine(sheet, async () => {
        const reply = await call('highlights.list', { sheet });
        if (!reply.ok) return change(sheet, (before) => ({ ...before, error: reply.error }));
        change(sheet, ({ removed }) => ({ list: reply.value, removed: without(removed, reply.value), error: null }));
      }),
    add: (sheet, add) =>
      act(
        sheet,
        (of) => call('highlights.add', { ...of, ...add, anchor: sent(add.anchor) }),
        (before, added) => ({ ...before, list: [...before.list, added] }),
      ),
    edit: async (sheet, edit) =>
      errorOf(
        await act(
          sheet,
          (of) => call('highlights.edit', { ...of, ...edit }),
          (before, edited) => ({ ...before, list: before.list.map((one) => (one.id === edited.id ? edited : one)) }),
        ),
      ),
    remove: async (sheet, highlight) =>
      errorOf(
        await act(
          sheet,
          (of) => call('highlights.remove', { ...of, highlight }),
          ({ list, removed, error }) => ({
            list: list.filter((one) => one.id !== highlight),
            removed: [...removed, ...list.filter((one) => one.id === highlight)],
            error,
          }),
        ),
      ),
    restore: async (sheet, highlight) =>
      errorOf(
        await act(
          sheet,
          (of) => call('highlights.restore', { ...of, highlight }),
          (before, back) => ({
            ...before,
            list: [...without(before.list, [back]), back].sort((a, b) => a.number - b.number),
            removed: without(before.removed, [back]),
          }),
        ),
      ),
  };
});

/** The highlights of a sheet, as far as they were read. */
export function useSheetHighlights(sheet: SheetId): SheetHighlights {
  return useHighlights((state) => state.sheets.get(sheet) ?? NONE);
}

/** The highlights of a sheet as they are known now. */
export function highlightsNow(sheet: SheetId): SheetHighlights {
  return useHighlights.getState().sheets.get(sheet) ?? NONE;
}

function inLine<T>(sheet: SheetId, perform: () => Promise<T>): Promise<T> {
  const turn = (lines.get(sheet) ?? Promise.resolve()).then(perform);
  lines.set(sheet, turn);
  return turn;
}

/** An anchor as a call takes it, in lists of its own. */
function sent(anchor: Anchor): Input<'highlights.add'>['anchor'] {
  return anchor.kind === 'pdf' ? { ...anchor, boxes: [...anchor.boxes] } : anchor;
}

function without(list: readonly Highlight[], gone: readonly Highlight[]): readonly Highlight[] {
  const ids = new Set(gone.map((one) => one.id));
  return list.filter((one) => !ids.has(one.id));
}

function errorOf(reply: Result<unknown, AppError>): AppError | null {
  return reply.ok ? null : reply.error;
}

// A locked workspace leaves nothing readable behind.
useWorkspace.subscribe(({ status }) => {
  if (status?.state !== 'open' && useHighlights.getState().sheets.size > 0)
    useHighlights.setState({ sheets: new Map() });
});
