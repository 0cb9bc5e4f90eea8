import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The source documents are not part of the repository; where they are, they lie beside it. */
const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'sources');

/** The path of the source with this number, or null where the documents are not at hand. */
export function findSource(number: string): string | null {
  if (!existsSync(FOLDER)) return null;
  const name = readdirSync(FOLDER).find((one) => one.startsWith(`${number}_`) && one.endsWith('.txt'));
  return name === undefined ? null : join(FOLDER, name);
}

/** The words of a source in one line: bullets, cell breaks and the conversion's bookmarks are layout. */
export function wordsOf(path: string): string {
  return inOneLine(
    readFileSync(path, 'utf8')
      .replace(/\[bookmark: \w+\]/g, '')
      .replace(/^\t?· /gm, ''),
  );
}

/** The same of a source that was converted from a PDF or a web page: bold type, underlining and bullets are layout. */
export function wordsOfMarkdown(path: string): string {
  return inOneLine(
    readFileSync(path, 'utf8')
      .replace(/\*\*|<\/?u>/g, '')
      .replace(/^ ?- (?:o )?/gm, '')
      .replace(/[•💡] ?/gu, ''),
  );
}

export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
