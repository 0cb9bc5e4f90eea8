import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'seeds', 'demo', 'source');

/** Hands out text of a length, sentence after sentence of what the demo's learners wrote, then from the start again. */
export class SampleText {
  readonly #sentences = sentences();
  #next = 0;

  /** Whole sentences, at least `length` characters of them. */
  take(length: number): string {
    let text = '';
    while (text.length < length) {
      text += `${text === '' ? '' : ' '}${this.#sentences[this.#next % this.#sentences.length]}`;
      this.#next += 1;
    }
    return text;
  }
}

function sentences(): readonly string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  const paragraphs = files.sort().flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split(/\n{2,}/));
  return paragraphs
    .filter((paragraph) => /^[A-Z]/.test(paragraph))
    .flatMap((paragraph) => paragraph.replaceAll('\n', ' ').match(/[^.!?]+[.!?]+/g) ?? [])
    .map((sentence) => sentence.trim());
}
