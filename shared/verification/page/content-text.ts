import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { entry, integerOf, nameOf, type PdfDict, type PdfValue } from '../pdf/value.ts';
import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { ContentReader, type Operation } from './content-reader.ts';
import { type Font, type Fonts, shownText } from './fonts.ts';
import type { Run } from './page-words.ts';

/** Text of a content stream that belongs to one piece of marked content; null: to none. */
export type MarkedText = { readonly mark: number | null; readonly runs: Run[] };

type Mark = { readonly id: number | null; readonly artifact: boolean };

/** Text drawn in these modes leaves no ink: invisible, and clipping alone. */
const INVISIBLE = new Set([3, 7]);
const DEEPEST = 8;

/** Reads the text that content streams show, in the order in which they show it. What is marked as no content is left out. */
export class ContentText {
  readonly pieces: MarkedText[] = [];
  readonly #file: PdfFile;
  readonly #revision: Revision;
  readonly #fonts: Fonts;
  readonly #work: Work;
  #font: Font | null = null;
  #mode = 0;
  #saved: { readonly font: Font | null; readonly mode: number }[] = [];
  #marks: Mark[] = [];

  constructor(file: PdfFile, revision: Revision, fonts: Fonts, work: Work) {
    this.#file = file;
    this.#revision = revision;
    this.#fonts = fonts;
    this.#work = work;
  }

  read(content: Uint8Array, resources: PdfDict, depth = 0): void {
    if (depth > DEEPEST) throw new Unreadable('too-deep');
    const reader = new ContentReader(content, this.#work);
    for (let next = reader.next(); next !== null; next = reader.next()) this.#perform(next, resources, depth);
  }

  #perform({ operator, operands }: Operation, resources: PdfDict, depth: number): void {
    switch (operator) {
      case 'Tf':
        this.#font = this.#fonts.of(this.#resource(resources, 'Font', operands[0]));
        return;
      case 'Tr':
        this.#mode = integerOf(operands[0] ?? { kind: 'null' }) ?? 0;
        return;
      case 'gs':
        // A font may be set here too, which no program does.
        if (this.#dict(this.#resource(resources, 'ExtGState', operands[0])).entries.has('Font')) {
          throw new Unreadable('font');
        }
        return;
      case 'q':
        if (this.#saved.length > 256) throw new Unreadable('too-deep');
        this.#saved.push({ font: this.#font, mode: this.#mode });
        return;
      case 'Q': {
        const saved = this.#saved.pop();
        if (saved) [this.#font, this.#mode] = [saved.font, saved.mode];
        return;
      }
      case 'Tj':
      case "'":
      case '"':
        this.#show(operands.at(-1));
        return;
      case 'TJ':
        for (const one of operands[0]?.kind === 'array' ? operands[0].items : []) this.#show(one);
        return;
      case 'BMC':
      case 'BDC':
        this.#begin(operands, resources);
        return;
      case 'EMC':
        if (this.#marks.pop() === undefined) throw new Unreadable('syntax');
        return;
      case 'Do':
        this.#draw(this.#resource(resources, 'XObject', operands[0]), resources, depth);
        return;
      case 'BI':
        // Data of an image within the text could pass for operators.
        throw new Unreadable('syntax');
      default:
    }
  }

  #show(value: PdfValue | undefined): void {
    if (value?.kind !== 'string') return;
    if (!this.#font) throw new Unreadable('font');
    const text = shownText(value.bytes, this.#font);
    if (INVISIBLE.has(this.#mode) || this.#marks.some((mark) => mark.artifact)) return;
    const mark = this.#marks.findLast((one) => one.id !== null)?.id ?? null;
    let piece = this.pieces.at(-1);
    if (!piece || piece.mark !== mark) {
      piece = { mark, runs: [] };
      this.pieces.push(piece);
    }
    piece.runs.push({ text, emphasised: this.#font.emphasised });
  }

  #begin([tag, properties]: readonly PdfValue[], resources: PdfDict): void {
    if (this.#marks.length > 64) throw new Unreadable('too-deep');
    const named = properties?.kind === 'name' ? this.#resource(resources, 'Properties', properties) : properties;
    const dict = this.#dict(named ?? { kind: 'null' });
    const id = integerOf(this.#file.resolve(this.#revision, entry(dict, 'MCID')));
    // Layers can be switched off; what they hold may or may not be seen.
    if (tag !== undefined && nameOf(tag) === 'OC') throw new Unreadable('syntax');
    this.#marks.push({ id, artifact: tag !== undefined && nameOf(tag) === 'Artifact' });
  }

  #draw(value: PdfValue, resources: PdfDict, depth: number): void {
    if (value.kind !== 'ref') throw new Unreadable('syntax');
    const dict = this.#dict(value);
    if (nameOf(entry(dict, 'Subtype')) !== 'Form') return;
    const own = entry(dict, 'Resources');
    const content = this.#file.decodedStream(this.#revision, value.number);
    this.read(content, own.kind === 'null' ? resources : this.#dict(own), depth + 1);
  }

  #resource(resources: PdfDict, kind: string, name: PdfValue | undefined): PdfValue {
    const key = name === undefined ? null : nameOf(name);
    return key === null ? { kind: 'null' } : entry(this.#dict(entry(resources, kind)), key);
  }

  #dict(value: PdfValue): PdfDict {
    return this.#file.dict(this.#revision, value);
  }
}
