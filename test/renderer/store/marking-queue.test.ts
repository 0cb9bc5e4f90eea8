import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyOf } from '../../../renderer/store/marking-field.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';
import { MainSide } from './main-side.ts';

const strengths = (text: string, section = 's1'): FieldEdit => ({ kind: 'strengths', section, text });
const mark = (typed: string, section = 's1'): FieldEdit => ({ kind: 'mark', section, typed });
const MOMENT = 0;
const A_WHILE = 1000;
const REFUSED: AppError = { code: 'mark-refused', reason: 'above-available', available: 10 };
const FULL: AppError = { code: 'disk-full' };

let main: MainSide;
beforeEach(() => {
  vi.useFakeTimers();
  main = new MainSide();
});
afterEach(() => vi.useRealTimers());
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

describe('what is typed on a sheet', () => {
  it('is sent within an eighth of a second, once for many keystrokes', async () => {
    for (const text of ['T', 'Th', 'The']) main.queue.put(strengths(text));
    expect(main.received).toEqual([]);
    await pass(125);
    expect(main.received).toEqual([strengths('The')]);
  });

  it('is sent while it is still being typed without a pause', async () => {
    for (let letter = 1; letter <= 50; letter += 1) {
      main.queue.put(strengths('x'.repeat(letter)));
      await pass(30);
      main.answer(0);
    }
    expect(main.received.length).toBeGreaterThan(10);
  });

  it('waits for the answer to what was typed before in the same field, and skips what was typed over', async () => {
    main.queue.put(strengths('first'));
    await pass(A_WHILE);
    main.queue.put(strengths('second'));
    await pass(A_WHILE);
    main.queue.put(strengths('third'));
    await pass(A_WHILE);
    expect(main.received).toEqual([strengths('first')]);
    main.answer(0);
    await pass(MOMENT);
    expect(main.received).toEqual([strengths('first'), strengths('third')]);
  });

  it('is sent before a paste or a cut in the same field, which is a step by itself', async () => {
    main.queue.put(strengths('So'));
    main.queue.put(strengths('So the whole sentence'));
    await pass(A_WHILE);
    main.answer(0);
    await pass(MOMENT);
    expect(main.received).toEqual([strengths('So'), strengths('So the whole sentence')]);
  });

  it('does not wait for other fields', async () => {
    main.queue.put(strengths('words'));
    main.queue.put(mark('7'));
    main.queue.put(mark('7', 's2'));
    await pass(A_WHILE);
    expect(main.received).toEqual([strengths('words'), mark('7'), mark('7', 's2')]);
  });

  it('stays a draft until it is stored', async () => {
    main.queue.put(strengths('words'));
    expect([...main.drafts.values()]).toEqual([{ edit: strengths('words'), error: null }]);
    await pass(A_WHILE);
    main.answer(0);
    await pass(MOMENT);
    expect(main.drafts.size).toBe(0);
    expect(main.saved).toHaveLength(1);
  });
});

describe('what the main side refuses', () => {
  it('stands with its reason and is not sent again until it is typed over', async () => {
    main.queue.put(mark('91'));
    await pass(A_WHILE);
    main.answer(0, REFUSED);
    await main.queue.flush();
    expect(main.received).toEqual([mark('91')]);
    expect([...main.drafts.values()]).toEqual([{ edit: mark('91'), error: REFUSED }]);
    main.queue.put(mark('52'));
    expect([...main.drafts.values()]).toEqual([{ edit: mark('52'), error: null }]);
    await pass(A_WHILE);
    expect(main.received).toEqual([mark('91'), mark('52')]);
  });

  it('is given up where it is asked for, and what is on its way is not', async () => {
    main.queue.put(mark('91'));
    await pass(A_WHILE);
    main.answer(0, REFUSED);
    await pass(MOMENT);
    main.queue.put(strengths('words'));
    for (const edit of [mark('91'), strengths('words')]) main.queue.drop(keyOf(edit));
    expect([...main.drafts.values()]).toEqual([{ edit: strengths('words'), error: null }]);
    await pass(A_WHILE);
    expect(main.received).toEqual([mark('91'), strengths('words')]);
  });

  it('says nothing of what was typed since', async () => {
    main.queue.put(mark('91'));
    await pass(A_WHILE);
    main.queue.put(mark('9'));
    main.answer(0, REFUSED);
    await pass(A_WHILE);
    expect([...main.drafts.values()]).toEqual([{ edit: mark('9'), error: null }]);
    expect(main.received).toEqual([mark('91'), mark('9')]);
  });
});

describe('what failed for a reason that may have passed', () => {
  it('is tried again by a flush', async () => {
    main.queue.put(strengths('words'));
    await pass(A_WHILE);
    main.answer(0, FULL);
    await pass(A_WHILE);
    expect([...main.drafts.values()]).toEqual([{ edit: strengths('words'), error: FULL }]);
    const flushed = main.queue.flush();
    main.answer(0);
    await flushed;
    expect(main.received).toEqual([strengths('words'), strengths('words')]);
    expect(main.drafts.size).toBe(0);
  });

  it('is tried again once another field gets through', async () => {
    main.queue.put(strengths('words'));
    await pass(A_WHILE);
    main.answer(0, FULL);
    main.queue.put(mark('7'));
    await pass(A_WHILE);
    main.answer(0);
    await pass(MOMENT);
    expect(main.received).toEqual([strengths('words'), mark('7'), strengths('words')]);
  });
});

describe('a flush', () => {
  it('sends at once and resolves only when nothing is on its way', async () => {
    main.queue.put(strengths('first'));
    let done = false;
    const flushed = main.queue.flush().then(() => {
      done = true;
    });
    expect(main.received).toEqual([strengths('first')]);
    main.queue.put(strengths('second'));
    main.answer(0);
    await pass(MOMENT);
    expect(done).toBe(false);
    main.answer(0);
    await flushed;
    expect(main.stored.get(keyOf(strengths('')))).toEqual(strengths('second'));
  });

  it('of an empty queue is done at once', async () => {
    await main.queue.flush();
    expect(main.received).toEqual([]);
  });
});

type Step =
  | { readonly do: 'type'; readonly sheet: 0 | 1; readonly field: number }
  | { readonly do: 'wait'; readonly time: number }
  | { readonly do: 'answer'; readonly sheet: 0 | 1; readonly place: number; readonly error: AppError | null }
  | { readonly do: 'flush'; readonly sheet: 0 | 1 };

const sheet = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), sheet, field: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), time: fc.constantFrom(0, 50, 119, 120, 500) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      sheet,
      place: fc.nat(5),
      error: fc.constantFrom(null, null, null, FULL, REFUSED),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('flush' as const), sheet }) },
);

/** Four fields, and a text that occurs once and says which sheet it was typed on. */
function typedText(on: 0 | 1, field: number, turn: number): FieldEdit {
  const section = field % 2 === 0 ? 's1' : 's2';
  const text = `sheet ${on}, turn ${turn}`;
  return field < 2 ? strengths(text, section) : { kind: 'improvements', section, text };
}

describe('whatever is typed and however it is answered', () => {
  it('never sends a field twice at once, loses nothing typed, sends the last text last, and crosses no sheets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const sheets = [new MainSide(), new MainSide()] as const;
        const typed = [new Map<string, FieldEdit>(), new Map<string, FieldEdit>()] as const;
        for (const [turn, one] of steps.entries()) {
          if (one.do === 'wait') await pass(one.time);
          else if (one.do === 'flush') void sheets[one.sheet].queue.flush();
          else if (one.do === 'answer') sheets[one.sheet].answer(one.place, one.error);
          else {
            const edit = typedText(one.sheet, one.field, turn);
            typed[one.sheet].set(keyOf(edit), edit);
            sheets[one.sheet].queue.put(edit);
          }
          await pass(MOMENT);
          for (const on of [0, 1] as const) holds(sheets[on], typed[on]);
        }
        for (const on of [0, 1] as const) {
          await settle(sheets[on]);
          holds(sheets[on], typed[on]);
          for (const edit of typed[on].values()) {
            expect(sheets[on].received.findLast((sent) => keyOf(sent) === keyOf(edit))).toBe(edit);
          }
          const texts = sheets[on].received.map((sent) => ('text' in sent ? sent.text : ''));
          expect(texts.every((text) => text.startsWith(`sheet ${on},`))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  /** What must be true after every step: each text stands where the person sees it, as stored or as a draft. */
  function holds(side: MainSide, typed: ReadonlyMap<string, FieldEdit>): void {
    expect(side.doubled).toEqual([]);
    for (const edit of typed.values()) {
      const draft = side.drafts.get(keyOf(edit));
      expect(draft?.edit ?? side.stored.get(keyOf(edit))).toBe(edit);
    }
  }

  /** From now on everything is stored; ends when nothing moves any more. */
  async function settle(side: MainSide): Promise<void> {
    const flushed = side.queue.flush();
    while (side.unanswered.length > 0) {
      side.answer(0);
      await pass(A_WHILE);
    }
    await flushed;
    expect([...side.drafts.values()].every((draft) => draft.error?.code === 'mark-refused')).toBe(true);
  }
});
