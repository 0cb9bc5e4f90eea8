import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Programs that share no code with what drew the file judge it. They read it from here. */
const folder = mkdtempSync(join(tmpdir(), 'countersign-pdf-'));
let count = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A new path in the folder. */
export function path(name: string): string {
  return join(folder, `${++count}-${name}`);
}

export function saved(bytes: Uint8Array, name = 'sheet.pdf'): string {
  const file = path(name);
  writeFileSync(file, bytes);
  return file;
}

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** The text by its place on the page, as a person copies it. */
export function placedText(pdf: Uint8Array): string {
  return withoutDirectionMarks(run('pdftotext', '-layout', saved(pdf), '-'));
}

/** pdftotext parts stretches of a direction with invisible marks of its own. */
function withoutDirectionMarks(text: string): string {
  return text.replace(/[\u202a-\u202c\u200e\u200f]/g, '');
}

/** The logical structure with its text, as a screen reader goes through it. */
export function structureText(pdf: Uint8Array): string {
  return run('pdfinfo', '-struct-text', saved(pdf));
}

/** The text of the structure's elements, one after another; an element that runs on over pages is one. */
export function readAloud(pdf: Uint8Array): string {
  return readOut(structureText(pdf));
}

/** The text within what `structureText` gave, which takes a second for a long sheet. */
export function readOut(structure: string): string {
  const said = structure.matchAll(/^(\s*)"([\s\S]*?)"$/gm);
  let text = '';
  let end = -1;
  for (const match of said) {
    text += match.index === end + 1 ? match[2] : ` ${match[2]}`;
    end = match.index + match[0].length;
  }
  return text.trim();
}

export function facts(pdf: Uint8Array): string {
  return run('pdfinfo', saved(pdf));
}

export function fonts(pdf: Uint8Array): readonly string[] {
  return run('pdffonts', saved(pdf)).trim().split('\n').slice(2);
}

export type PlacedWord = { readonly page: number; readonly text: string; readonly box: readonly number[] };

/** Every word with its box: left, top, right, bottom, in points from the top left. */
export function placedWords(pdf: Uint8Array): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  let page = 0;
  for (const line of run('pdftotext', '-bbox', saved(pdf), '-').split('\n')) {
    if (line.includes('<page ')) page++;
    const word = /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)<\/word>/.exec(line);
    if (word) words.push({ page, text: word[5] ?? '', box: word.slice(1, 5).map(Number) });
  }
  return words;
}

/** What qpdf has to say against a file; empty if nothing. */
export function complaints(pdf: Uint8Array): string {
  const result = spawnSync('qpdf', ['--check', saved(pdf)], { encoding: 'utf8' });
  return result.status === 0 && !/warning/i.test(result.stdout + result.stderr) ? '' : result.stdout + result.stderr;
}

/** The file with its objects in object streams and its cross-reference in a stream, as other programs write it. */
export function withObjectStreams(pdf: Uint8Array): Uint8Array {
  const target = path('streams.pdf');
  run('qpdf', '--object-streams=generate', saved(pdf), target);
  return readFileSync(target);
}

/** The names of the files that ride in it. */
export function attachmentsIn(pdf: Uint8Array): readonly string[] {
  const listed = run('pdfdetach', '-list', saved(pdf)).matchAll(/^\d+: (.*)$/gm);
  return [...listed].map(([, name]) => name ?? '');
}

/** One of them, as it is saved. */
export function attachedFile(pdf: Uint8Array, name: string): Buffer {
  const target = path(name);
  run('pdfdetach', '-savefile', name, '-o', target, saved(pdf));
  return readFileSync(target);
}

/** One object as qpdf shows it. */
export function objectJson(pdf: Uint8Array): string {
  return run('qpdf', '--json', saved(pdf));
}

const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
];
const CLASS_PATH = JARS.map((jar) => `/usr/share/java/${jar}.jar`);

/** PDFBox preflight is a Debian package (libpdfbox2-java); where it is not there, its tests say that they were left out. */
export const hasPreflight = CLASS_PATH.every(existsSync);

/** PDFBox preflight's verdict on PDF/A-1b. */
export function preflight(pdf: Uint8Array): string {
  const args = ['-cp', CLASS_PATH.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', saved(pdf)];
  const result = spawnSync('java', args, { encoding: 'utf8' });
  return (
    result.stdout.replace(/The file .*? is/, 'The file is').trim() +
    result.stderr.replace(/^.*(INFO|WARN).*$/gm, '').trim()
  );
}
