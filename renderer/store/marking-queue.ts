import type { EditSaved } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { FieldEdit } from '../../shared/api/inputs.ts';
import type { Result } from '../../shared/lib/result.ts';
import { isLong, textChange } from '../../shared/lib/text-change.ts';
import { type FieldKey, keyOf } from './marking-field.ts';
import { mayPass } from './marking-trouble.ts';

/** Longest wait, in milliseconds, from a keystroke to its write. */
const WAIT = 120;

/** What was typed into a field and is not stored: on its way, or refused with the reason. */
export type Draft = { readonly edit: FieldEdit; readonly error: AppError | null };

type Write = {
  /** The same object until it changes, so that what looks at one field is drawn again only for that field. */
  draft: Draft;
  timer: ReturnType<typeof setTimeout> | null;
  flight: Promise<void> | null;
};

type Wiring = {
  /** Sends one edit of this very sheet and revision. */
  readonly send: (edit: FieldEdit) => Promise<Result<EditSaved, AppError>>;
  readonly onSaved: (saved: EditSaved) => void;
  /** What is not stored has changed. */
  readonly onDrafts: (drafts: ReadonlyMap<FieldKey, Draft>) => void;
};

/**
 * The way of one revision's edits to the main side. Each field has at most one write in flight and one waiting, which
 * is always what was typed last; a field that the main side refused keeps what was typed until it is typed over or
 * tried again. Knows no sheet but its own, so that nothing can land on another.
 */
export class SheetQueue {
  readonly #wiring: Wiring;
  readonly #writes = new Map<FieldKey, Write>();

  constructor(wiring: Wiring) {
    this.#wiring = wiring;
  }

  /** Takes what a field holds now; it is sent within the wait. */
  put(edit: FieldEdit): void {
    const key = keyOf(edit);
    const write = this.#writes.get(key) ?? { draft: { edit, error: null }, timer: null, flight: null };
    // What is pasted or cut is undone by itself, so what was typed before it goes first.
    if (write.timer !== null && write.flight === null && isLongStep(write.draft.edit, edit)) this.#due(key);
    write.draft = { edit, error: null };
    this.#writes.set(key, write);
    // Not begun anew by the next keystroke: whoever types without a pause is saved as they type.
    write.timer ??= setTimeout(() => this.#due(key), WAIT);
    this.#tell();
  }

  /** Gives up what was refused in a field: what is stored stands there again. */
  drop(key: FieldKey): void {
    if (this.#writes.get(key)?.draft.error) this.#writes.delete(key);
    this.#tell();
  }

  /** Sends what waits, and what failed for a reason that may have passed; resolves when nothing is in flight. */
  async flush(): Promise<void> {
    this.#forgive();
    for (let turn = this.#inFlight(); turn.length > 0; turn = this.#inFlight()) await Promise.all(turn);
  }

  #inFlight(): readonly Promise<void>[] {
    for (const key of this.#writes.keys()) this.#due(key);
    return [...this.#writes.values()].flatMap((write) => write.flight ?? []);
  }

  #due(key: FieldKey): void {
    const write = this.#writes.get(key);
    if (!write) return;
    if (write.timer !== null) clearTimeout(write.timer);
    write.timer = null;
    if (write.flight === null && write.draft.error === null) write.flight = this.#send(key, write);
  }

  async #send(key: FieldKey, write: Write): Promise<void> {
    const { edit: sent } = write.draft;
    const reply = await this.#wiring.send(sent);
    write.flight = null;
    const typedOver = write.draft.edit !== sent;
    if (reply.ok) {
      if (!typedOver) this.#writes.delete(key);
      this.#wiring.onSaved(reply.value);
      // The way is clear again: what failed before is tried with it.
      for (const other of this.#forgive()) this.#due(other);
    } else if (!typedOver) {
      write.draft = { edit: sent, error: reply.error };
    }
    this.#tell();
    // What was typed meanwhile has waited for its turn; its own timer, if it still runs, finds nothing to do.
    if (typedOver && write.timer === null) this.#due(key);
  }

  #forgive(): readonly FieldKey[] {
    const failed = [...this.#writes].filter(([, { draft }]) => draft.error !== null && mayPass(draft.error));
    for (const [, write] of failed) write.draft = { edit: write.draft.edit, error: null };
    return failed.map(([key]) => key);
  }

  #tell(): void {
    this.#wiring.onDrafts(new Map([...this.#writes].map(([key, { draft }]) => [key, draft] as const)));
  }
}

function isLongStep(before: FieldEdit, after: FieldEdit): boolean {
  return 'text' in before && 'text' in after && isLong(textChange(before.text, after.text));
}
