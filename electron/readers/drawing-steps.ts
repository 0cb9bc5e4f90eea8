import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Steps of a drawing, as pdf.js hands them on. */
export type Steps = { readonly fnArray: ArrayLike<number>; readonly argsArray: ArrayLike<unknown> };
/** What drawing takes: steps, and numbers in them and in one of them. */
type Cost = { readonly steps: number; readonly numbers: number; readonly most: number };
/** The steps of a letter that its font draws with steps of its own, by the name of the font; null where it draws none. */
type LetterOf = (font: string, letter: unknown) => Steps | null;

/** What the steps that follow are drawn with. */
type Pen = { readonly fill: Cost; readonly stroke: Cost; readonly font: string };

const NOTHING: Cost = { steps: 0, numbers: 0, most: 0 };
const named = (start: string) =>
  new Set(Object.entries(OPS).flatMap(([name, code]) => (name.startsWith(start) ? [code] : [])));
const FILLS = named('setFill');
const STROKES = named('setStroke');
const BEGINS: ReadonlySet<number> = new Set([OPS.save, OPS.paintFormXObjectBegin, OPS.beginGroup]);
const ENDS: ReadonlySet<number> = new Set([OPS.restore, OPS.paintFormXObjectEnd, OPS.endGroup]);
const PAINTS: ReadonlySet<number> = new Set([
  OPS.constructPath,
  OPS.rawFillPath,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);

/**
 * Counts what drawing takes, as steps come. A pattern is drawn anew for whatever is filled with it, and a letter of some
 * fonts each time that it stands there, with steps that stand once in the file: both count as often as they are drawn.
 */
export class DrawingCost {
  #steps = 0;
  #numbers = 0;
  #most = 0;
  #pen: Pen = { fill: NOTHING, stroke: NOTHING, font: '' };
  readonly #saved: Pen[] = [];
  readonly #letterOf: LetterOf;
  readonly #known: Map<Steps, Cost>;

  constructor(letterOf: LetterOf, known = new Map<Steps, Cost>()) {
    this.#letterOf = letterOf;
    this.#known = known;
  }

  get cost(): Cost {
    return { steps: this.#steps, numbers: this.#numbers, most: this.#most };
  }

  add({ fnArray, argsArray }: Steps): void {
    for (let at = 0; at < argsArray.length; at += 1) this.#step(fnArray[at] ?? 0, argsArray[at]);
  }

  #step(code: number, args: unknown): void {
    const numbers = numbersIn(args);
    this.#count({ steps: 1, numbers, most: numbers }, 1);
    if (BEGINS.has(code)) this.#saved.push(this.#pen);
    else if (ENDS.has(code)) this.#pen = this.#saved.pop() ?? this.#pen;
    else if (code === OPS.setFont && Array.isArray(args)) this.#pen = { ...this.#pen, font: String(args[0]) };
    else if (code === OPS.setGState) this.#setFontOf(args);
    else if (FILLS.has(code)) this.#pen = { ...this.#pen, fill: this.#patternIn(args) };
    else if (STROKES.has(code)) this.#pen = { ...this.#pen, stroke: this.#patternIn(args) };
    else if (PAINTS.has(code) && !isOnlyClipped(args)) this.#withPen(1);
    else if (code === OPS.showText && Array.isArray(args)) this.#text(args[0]);
  }

  #text(letters: unknown): void {
    this.#withPen(1);
    for (const one of Array.isArray(letters) ? letters : []) {
      if (typeof one !== 'object' || one === null || !('operatorListId' in one)) continue;
      const steps = this.#letterOf(this.#pen.font, one.operatorListId);
      if (!steps) continue;
      const letter = this.#costOf(steps);
      this.#count(letter, 1);
      // A letter without colours of its own is drawn with those around it.
      this.#withPen(letter.steps);
    }
  }

  /** A graphics state may set the font too. */
  #setFontOf(args: unknown): void {
    const entries: readonly unknown[] = Array.isArray(args) && Array.isArray(args[0]) ? args[0] : [];
    for (const entry of entries) {
      if (!Array.isArray(entry) || entry[0] !== 'Font' || !Array.isArray(entry[1])) continue;
      this.#pen = { ...this.#pen, font: String(entry[1][0]) };
    }
  }

  #patternIn(args: unknown): Cost {
    const steps = Array.isArray(args) ? args.find(isSteps) : undefined;
    return steps ? this.#costOf(steps) : NOTHING;
  }

  #withPen(times: number): void {
    this.#count(this.#pen.fill, times);
    this.#count(this.#pen.stroke, times);
  }

  #count(cost: Cost, times: number): void {
    this.#steps += cost.steps * times;
    this.#numbers += cost.numbers * times;
    this.#most = Math.max(this.#most, cost.most);
  }

  /** Steps that lead back to themselves are drawn once and then no more. */
  #costOf(steps: Steps): Cost {
    const known = this.#known.get(steps);
    if (known) return known;
    this.#known.set(steps, NOTHING);
    const inner = new DrawingCost(this.#letterOf, this.#known);
    inner.add(steps);
    this.#known.set(steps, inner.cost);
    return inner.cost;
  }
}

/** A path that is not drawn, but bounds what is drawn after it. */
function isOnlyClipped(args: unknown): boolean {
  return Array.isArray(args) && args[0] === OPS.endPath;
}

function isSteps(value: unknown): value is Steps {
  return typeof value === 'object' && value !== null && 'fnArray' in value && 'argsArray' in value;
}

/** How many values stand in a step's arguments, which are lists in lists. */
function numbersIn(value: unknown): number {
  if (ArrayBuffer.isView(value) && 'length' in value) return Number(value.length);
  if (!Array.isArray(value)) return 1;
  let sum = value.length;
  for (const one of value) if (typeof one === 'object') sum += numbersIn(one);
  return sum;
}
