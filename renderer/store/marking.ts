import { create } from 'zustand';
import type { EditSaved, SheetView } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { FieldEdit, SheetField } from '../../shared/api/inputs.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { AttemptId, SheetId } from '../../shared/model/ids.ts';
import type { RehearsalFinding } from '../../shared/rules/rehearsal-finding.ts';
import { call } from '../api/call.ts';
import { saveBeforeLeaving } from '../api/flush.ts';
import { type FieldKey, keyOf } from './marking-field.ts';
import { type Draft, SheetQueue } from './marking-queue.ts';
import { movedOn } from './marking-trouble.ts';
import { stepTaking, type TakeStep } from './marking-undo.ts';
import { seenOf, useWarningsSeen } from './warnings-seen.ts';
import { useWorkspace } from './workspace.ts';

/** One sheet as the main side gave it, and beside it what was typed and is not stored yet. */
export type OpenSheet = {
  readonly view: SheetView;
  /** The version that each section was last heard of at: answers may come in another order than they were given. */
  readonly versions: ReadonlyMap<string, number>;
  readonly drafts: ReadonlyMap<FieldKey, Draft>;
  /** What the last rehearsal found; null before the first. */
  readonly findings: readonly RehearsalFinding[] | null;
};

export type Opening =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly sheet: SheetId }
  | { readonly state: 'failed'; readonly error: AppError };

type Marking = {
  readonly attempts: ReadonlyMap<AttemptId, Opening>;
  readonly sheets: ReadonlyMap<SheetId, OpenSheet>;
  /** Opens the attempt's official sheet, or reads it again. */
  readonly open: (attempt: AttemptId) => Promise<void>;
  /** Takes what a field of a sheet holds now. */
  readonly edit: (sheet: SheetId, edit: FieldEdit) => void;
  /** Saves what is typed on a sheet, and tries again what failed. Gives whether everything is stored. */
  readonly save: (sheet: SheetId) => Promise<boolean>;
  /** Takes back the last edit of a sheet, or does it again. */
  readonly step: TakeStep;
  /** Puts a version of a field back. Null: done. */
  readonly restore: (sheet: SheetId, field: SheetField, version: number) => Promise<AppError | null>;
  readonly rehearse: (sheet: SheetId) => Promise<void>;
  /** Opens a signed sheet again as its next revision. Null: done. */
  readonly reopen: (sheet: SheetId, reason: string) => Promise<AppError | null>;
  /** Opens a carried section to be marked in this attempt, or takes it from the newest revision of where it comes from. */
  readonly openSection: (sheet: SheetId, section: string, reason: string) => Promise<AppError | null>;
  readonly carryAgain: (sheet: SheetId, section: string) => Promise<AppError | null>;
  /** Saves, then signs what the main side has, with the warnings ticked so far. Null: signed. */
  readonly sign: (sheet: SheetId, passphrase: string) => Promise<AppError | null>;
};

const NO_DRAFTS: ReadonlyMap<FieldKey, Draft> = new Map();
/** A queue for each sheet at its revision, with what the revision before it could not store. */
type Queue = { readonly revision: number; readonly queue: SheetQueue; readonly stranded: Map<FieldKey, Draft> };
const queues = new Map<SheetId, Queue>();

export const useMarking = create<Marking>((set, get) => {
  const change = (sheet: SheetId, of: (now: OpenSheet) => Partial<OpenSheet>) =>
    set(({ sheets }) => {
      const now = sheets.get(sheet);
      return now ? { sheets: new Map(sheets).set(sheet, { ...now, ...of(now) }) } : {};
    });

  const store = (sheet: SheetId, revision: number, saved: EditSaved) =>
    change(sheet, (now) => withSaved(now, revision, saved));

  const take = (view: SheetView) =>
    set(({ sheets }) => {
      const now = sheets.get(view.sheet);
      // An answer that was under way while an edit was stored knows less than what is shown.
      if (now && now.view.revision === view.revision && now.view.version > view.version) return {};
      const frozen = view.state === 'signed';
      const kept = now && !frozen ? now : { drafts: NO_DRAFTS, findings: null };
      const versions = new Map(view.sections.map((one) => [one.section, view.version]));
      return { sheets: new Map(sheets).set(view.sheet, { ...kept, view, versions }) };
    });

  const queueOf = ({ sheet, revision }: SheetView): SheetQueue => {
    const known = queues.get(sheet);
    if (known?.revision === revision) return known.queue;
    // What the revision before could not store stays in sight until it is typed over.
    const stranded = new Map(get().sheets.get(sheet)?.drafts);
    const queue = new SheetQueue({
      send: async (field) => {
        const reply = await call('sheets.edit', { sheet, revision, field });
        if (!reply.ok) readWhereMoved(sheet, reply.error);
        return reply;
      },
      onSaved: (saved) => store(sheet, revision, saved),
      onDrafts: (drafts) => {
        for (const key of drafts.keys()) stranded.delete(key);
        change(sheet, () => ({ drafts: new Map([...stranded, ...drafts]) }));
      },
    });
    queues.set(sheet, { revision, queue, stranded });
    return queue;
  };

  const readAgain = async (sheet: SheetId) => {
    const reply = await call('sheets.get', { sheet });
    if (reply.ok) take(reply.value);
  };

  const readWhereMoved = (sheet: SheetId, error: AppError) => {
    if (movedOn(error)) void readAgain(sheet);
  };

  /** An act on the sheet as it is stored: nothing that was typed is left behind, and the answer is the new state. */
  const act = async (
    sheet: SheetId,
    perform: (revision: number) => Promise<Result<SheetView, AppError>>,
  ): Promise<AppError | null> => {
    const saved = await get().save(sheet);
    const open = get().sheets.get(sheet);
    if (!open) return { code: 'sheet-unknown' };
    if (!saved) return [...open.drafts.values()].find((draft) => draft.error)?.error ?? { code: 'cancelled' };
    const reply = await perform(open.view.revision);
    if (!reply.ok) return reply.error;
    take(reply.value);
    return null;
  };

  return {
    attempts: new Map(),
    sheets: new Map(),

    open: async (attempt) => {
      const opening = (state: Opening) => set(({ attempts }) => ({ attempts: new Map(attempts).set(attempt, state) }));
      if (get().attempts.get(attempt)?.state !== 'open') opening({ state: 'loading' });
      const reply = await call('sheets.open', { attempt });
      if (!reply.ok) return opening({ state: 'failed', error: reply.error });
      take(reply.value);
      opening({ state: 'open', sheet: reply.value.sheet });
      await get().save(reply.value.sheet);
    },

    edit: (sheet, edit) => {
      const open = get().sheets.get(sheet);
      if (open?.view.state === 'draft') queueOf(open.view).put(edit);
    },

    save: async (sheet) => {
      await queues.get(sheet)?.queue.flush();
      return !holdsDrafts(get().sheets.get(sheet));
    },

    step: stepTaking({
      open: (sheet) => get().sheets.get(sheet),
      save: (sheet) => get().save(sheet),
      drop: (sheet, key) => {
        queues.get(sheet)?.stranded.delete(key);
        queues.get(sheet)?.queue.drop(key);
      },
      onSaved: store,
      onRefused: readWhereMoved,
    }),

    restore: async (sheet, field, version) => {
      await get().save(sheet);
      const revision = get().sheets.get(sheet)?.view.revision;
      if (revision === undefined) return { code: 'sheet-unknown' };
      const reply = await call('sheets.restore', { sheet, revision, field, version });
      if (!reply.ok) return reply.error;
      store(sheet, revision, reply.value);
      // What was refused in the field gives way to what was asked for.
      queues.get(sheet)?.queue.drop(keyOf(field));
      return null;
    },

    rehearse: async (sheet) => {
      const reply = await call('sheets.rehearse', { sheet });
      if (reply.ok) change(sheet, () => ({ findings: reply.value.findings }));
    },

    reopen: (sheet, reason) => act(sheet, (revision) => call('sheets.reopen', { sheet, revision, reason })),
    openSection: (sheet, section, reason) =>
      act(sheet, (revision) => call('sheets.open-section', { sheet, revision, section, reason })),
    carryAgain: (sheet, section) => act(sheet, (revision) => call('sheets.carry-again', { sheet, revision, section })),
    sign: (sheet, passphrase) => {
      const acknowledged = [...seenOf(useWarningsSeen.getState(), sheet)];
      return act(sheet, (revision) => call('sheets.sign', { sheet, revision, passphrase, acknowledged }));
    },
  };
});

/** What the main side stored, put in its place, unless something newer stands there. */
function withSaved({ view, versions }: OpenSheet, revision: number, saved: EditSaved): Partial<OpenSheet> {
  if (view.revision !== revision) return {};
  const { version, savedAt, section, redo, decision, steps } = saved;
  const newest = version > view.version ? { version, savedAt, redo, decision, steps } : {};
  if (!section || version <= (versions.get(section.section) ?? 0)) return { view: { ...view, ...newest } };
  const sections = view.sections.map((one) => (one.section === section.section ? section : one));
  return { view: { ...view, ...newest, sections }, versions: new Map(versions).set(section.section, version) };
}

function holdsDrafts(open: OpenSheet | undefined): boolean {
  return open !== undefined && open.drafts.size > 0;
}

saveBeforeLeaving(async () => {
  await Promise.all([...queues.values()].map(({ queue }) => queue.flush()));
});

// A locked workspace leaves nothing readable behind, except what could not be saved: that must not be lost.
useWorkspace.subscribe(({ status }) => {
  if (status?.state !== 'locked') return;
  // After the desk has left the screen.
  setTimeout(() => {
    const unsaved = [...useMarking.getState().sheets].filter(([, open]) => holdsDrafts(open));
    useMarking.setState({ attempts: new Map(), sheets: new Map(unsaved) });
  });
});
