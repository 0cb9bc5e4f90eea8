import { type FieldKey, keyOf } from '../../../renderer/store/marking-field.ts';
import { type Draft, SheetQueue } from '../../../renderer/store/marking-queue.ts';
import type { EditSaved } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

type Sent = { readonly edit: FieldEdit; readonly answer: (result: Result<EditSaved, AppError>) => void };

/** The main side as a queue meets it: edits come one by one, and answers go out when and in the order it likes. */
export class MainSide {
  readonly received: FieldEdit[] = [];
  readonly stored = new Map<FieldKey, FieldEdit>();
  /** Edits without an answer yet, in the order they came. */
  readonly unanswered: Sent[] = [];
  /** Fields that were sent again before the first edit was answered. */
  readonly doubled: FieldKey[] = [];
  readonly saved: EditSaved[] = [];
  drafts: ReadonlyMap<FieldKey, Draft> = new Map();
  readonly queue = new SheetQueue({
    send: (edit) => this.#take(edit),
    onSaved: (saved) => this.saved.push(saved),
    onDrafts: (drafts) => {
      this.drafts = drafts;
    },
  });

  #take(edit: FieldEdit): Promise<Result<EditSaved, AppError>> {
    const key = keyOf(edit);
    if (this.unanswered.some((one) => keyOf(one.edit) === key)) this.doubled.push(key);
    this.received.push(edit);
    return new Promise((answer) => this.unanswered.push({ edit, answer }));
  }

  /** Answers one of the edits that wait, by its place among them. */
  answer(place: number, error: AppError | null = null): void {
    const [sent] = this.unanswered.splice(place % Math.max(1, this.unanswered.length), 1);
    if (!sent) return;
    if (error === null) this.stored.set(keyOf(sent.edit), sent.edit);
    sent.answer(error === null ? ok(this.#saved()) : err(error));
  }

  #saved(): EditSaved {
    return {
      version: this.saved.length + 1,
      savedAt: '2026-11-22T14:02:03.120+00:00' as Instant,
      section: null,
      redo: [],
      decision: { outcome: 'incomplete', total: null, unmarked: [] },
      steps: { undo: true, redo: false },
    };
  }
}
