/** A stretch of two texts that are compared: in both, in the second only, or in the first only. */
export type WordRun = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Words that may differ before a comparison word by word costs more than it tells; beyond it the whole stretch differs. */
const MOST_DIFFERENT = 1500;

/** Where two texts differ, word by word, by the shortest way from the first to the second (Myers 1986). */
export function wordChanges(before: string, after: string): readonly WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return joined([
    ...a.slice(0, start).map((text) => ({ kind: 'same', text }) as const),
    ...between(from, to),
    ...a.slice(a.length - end).map((text) => ({ kind: 'same', text }) as const),
  ]);
}

/** Words, spaces and every other sign by themselves. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*|./gsu) ?? [];
}

function between(a: readonly string[], b: readonly string[]): readonly WordRun[] {
  const trail = shortestTrail(a, b);
  const replaced: readonly WordRun[] = [
    ...a.map((text) => ({ kind: 'removed', text }) as const),
    ...b.map((text) => ({ kind: 'added', text }) as const),
  ];
  if (!trail) return replaced;
  const runs: WordRun[] = [];
  let [x, y] = [a.length, b.length];
  for (let step = trail.length - 1; step >= 0; step -= 1) {
    const reached = trail[step] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -step || (k !== step && far(reached, k - 1) < far(reached, k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = step === 0 ? 0 : far(reached, fromK);
    const fromY = step === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      runs.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (step === 0) break;
    if (down) runs.push({ kind: 'added', text: b[fromY] ?? '' });
    else runs.push({ kind: 'removed', text: a[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return runs.toReversed();
}

/** How far each diagonal had come before every step of the shortest way; null where it is too long to look for. */
function shortestTrail(a: readonly string[], b: readonly string[]): readonly ReadonlyMap<number, number>[] | null {
  const reached = new Map<number, number>();
  const trail: ReadonlyMap<number, number>[] = [];
  for (let step = 0; step <= Math.min(a.length + b.length, MOST_DIFFERENT); step += 1) {
    trail.push(new Map(reached));
    for (let k = -step; k <= step; k += 2) {
      const down = k === -step || (k !== step && far(reached, k - 1) < far(reached, k + 1));
      let x = step === 0 ? 0 : down ? far(reached, k + 1) : far(reached, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return trail;
    }
  }
  return null;
}

function far(reached: ReadonlyMap<number, number>, k: number): number {
  return reached.get(k) ?? -1;
}

function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const result: WordRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.kind === run.kind) result[result.length - 1] = { kind: run.kind, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}
