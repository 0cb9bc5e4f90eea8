import { parentPort } from 'node:worker_threads';
import { countWords } from '../../shared/rules/word-count.ts';
import { type FoundType, typeByContent } from './file-type.ts';
import { decodeText } from './read-text.ts';
import type { Reading, ReadingRequest } from './reading.ts';
import { zipDocumentType } from './zip-parts.ts';

/**
 * Foreign bytes are read here, in a thread of its own with limits on memory and time set by inspect-script.ts, never in
 * the main thread. The thread answers once and ends.
 */
parentPort?.once('message', (request: ReadingRequest) => {
  read(request).then(
    (reading) => parentPort?.postMessage(reading),
    () => parentPort?.postMessage({ kind: 'damaged', found: 'unknown' } satisfies Reading),
  );
});

async function read({ bytes, claimed }: ReadingRequest): Promise<Reading> {
  const found = typeByContent(bytes.subarray(0, 4096));
  switch (found) {
    case 'pdf':
      // Readers are loaded when their type turns up: they are most of what a thread costs.
      return (await import('./read-pdf.ts')).readPdf(bytes);
    case 'zip':
      return readZip(bytes, claimed);
    case 'ole':
      // A DOCX under a password is an OLE container with an encrypted package inside.
      return hasName(bytes, 'EncryptedPackage') ? { kind: 'encrypted', found } : notRead(found);
    case 'png':
      return hasEnd(bytes, Buffer.from('IEND')) ? notRead(found) : { kind: 'truncated', found };
    case 'jpeg':
      return hasEnd(bytes, Buffer.from([0xff, 0xd9])) ? notRead(found) : { kind: 'truncated', found };
    case 'rtf':
      return rtfIsWhole(bytes) ? notRead(found) : { kind: 'truncated', found };
    case 'text':
      return { kind: 'read', found, words: { kind: 'counted', words: countWords(decodeText(bytes)) }, pages: null };
    default:
      return notRead(found);
  }
}

async function readZip(bytes: Uint8Array, claimed: FoundType | null): Promise<Reading> {
  const type = await zipDocumentType(bytes);
  switch (type.kind) {
    case 'truncated':
    case 'damaged':
    case 'encrypted':
      return { kind: type.kind, found: claimed ?? 'zip' };
    case 'docx':
      return (await import('./read-office.ts')).readDocx(bytes, type.main);
    case 'odt':
      return (await import('./read-office.ts')).readOdt(bytes);
    case 'other':
      return notRead('zip');
  }
}

function notRead(found: FoundType): Reading {
  return { kind: 'read', found, words: { kind: 'not-read', why: 'type-not-read' }, pages: null };
}

/** OLE directory names are UTF-16LE. */
function hasName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
}

/** The mark that ends a picture, within its last 64 KiB: some producers append to it. */
function hasEnd(bytes: Uint8Array, mark: Buffer): boolean {
  return Buffer.from(bytes.subarray(-65_536)).includes(mark);
}

/** An RTF is one group in braces. Bytes told by their number (\\bin) may hold any, so such a file is let pass. */
function rtfIsWhole(bytes: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x5c) {
      if (bytes[at + 1] === 0x62 && bytes[at + 2] === 0x69 && bytes[at + 3] === 0x6e) return true;
      at += 1;
    } else if (byte === 0x7b) depth += 1;
    else if (byte === 0x7d) depth -= 1;
    if (depth === 0 && at > 0) return true;
  }
  return false;
}
