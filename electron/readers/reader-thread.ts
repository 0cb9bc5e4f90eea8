import { parentPort } from 'node:worker_threads';
import { countWords } from '../../shared/rules/word-count.ts';
import { type FoundType, typeByContent } from './file-type.ts';
import { jpegHasEnd } from './jpeg-end.ts';
import { readRtf } from './read-rtf.ts';
import { decodeText } from './read-text.ts';
import type { FromReader, Reading, ReadingRequest } from './reading.ts';
import { zipDocumentType } from './zip-parts.ts';

/** The longest text whose words are counted, in bytes. */
const MOST_TEXT = 64 * 1024 * 1024;

/** Says what is known so far: it stands if the rest of the reading reaches a limit. */
type Say = (reading: Reading) => void;

/**
 * Foreign bytes are read here: a thread of the process that reader-process.ts is, with limits on memory, under a limit
 * on time. It answers and ends.
 */
parentPort?.once('message', (request: ReadingRequest) => {
  read(request, (reading) => post(reading, false)).then(
    (reading) => post(reading, true),
    () => post({ kind: 'damaged', found: 'unknown' }, true),
  );
});

function post(reading: Reading, final: boolean): void {
  parentPort?.postMessage({ kind: 'reading', reading, final } satisfies FromReader);
}

async function read({ bytes, claimed }: ReadingRequest, say: Say): Promise<Reading> {
  const found = typeByContent(bytes.subarray(0, 4096));
  switch (found) {
    case 'pdf':
      // Readers are loaded when their type turns up: they are most of what a thread costs.
      return (await import('./read-pdf.ts')).readPdf(bytes, say);
    case 'zip':
      return readZip(bytes, claimed, say);
    case 'ole':
      // A DOCX under a password is an OLE container with an encrypted package inside.
      return hasName(bytes, 'EncryptedPackage') ? { kind: 'encrypted', found } : notRead(found);
    case 'png':
      return hasEnd(bytes, Buffer.from('IEND')) ? notRead(found) : { kind: 'truncated', found };
    case 'jpeg':
      return jpegHasEnd(bytes) ? notRead(found) : { kind: 'truncated', found };
    case 'rtf':
      return readRtf(bytes);
    case 'text':
      return readPlainText(bytes);
    default:
      return notRead(found);
  }
}

async function readZip(bytes: Uint8Array<ArrayBuffer>, claimed: FoundType | null, say: Say): Promise<Reading> {
  const type = await zipDocumentType(bytes);
  switch (type.kind) {
    case 'truncated':
    case 'damaged':
    case 'encrypted':
      return { kind: type.kind, found: claimed ?? 'zip' };
    case 'docx': {
      const reading = await (await import('./read-office.ts')).readDocx(bytes, type.main);
      if (reading.kind !== 'read' || (reading.words.kind === 'not-read' && reading.words.why === 'limit')) {
        return reading;
      }
      say(reading);
      const { isDrawable } = await import('./draw-docx-apart.ts');
      return { ...reading, drawable: await isDrawable(bytes) };
    }
    case 'odt':
      return (await import('./read-office.ts')).readOdt(bytes);
    case 'other':
      return notRead('zip');
  }
}

function readPlainText(bytes: Uint8Array): Reading {
  const words =
    bytes.length > MOST_TEXT
      ? ({ kind: 'not-read', why: 'limit' } as const)
      : ({ kind: 'counted', words: countWords(decodeText(bytes)) } as const);
  return { kind: 'read', found: 'text', words, pages: null, drawable: false };
}

function notRead(found: FoundType): Reading {
  return { kind: 'read', found, words: { kind: 'not-read', why: 'type-not-read' }, pages: null, drawable: false };
}

/** OLE directory names are UTF-16LE. */
function hasName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
}

/** The mark that ends a PNG, within its last 64 KiB: some producers append to it. */
function hasEnd(bytes: Uint8Array, mark: Buffer): boolean {
  return Buffer.from(bytes.subarray(-65_536)).includes(mark);
}
