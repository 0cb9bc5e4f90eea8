import { ATTACHMENT } from '../../model/evidence.ts';
import { readAttachments } from '../pdf/attachments.ts';
import { standsAt } from '../pdf/characters.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { reading } from '../unreadable.ts';
import type { Content } from '../verification.ts';
import { claimedEntry } from '../zip/claimed-entry.ts';
import {
  attachedSheet,
  chainExtract,
  register,
  signedCheck,
  signedExtract,
  signedRegister,
} from './evidence-shapes.ts';
import type { Shape } from './shape.ts';
import { parseJson, readJson } from './strict-json.ts';

const NAMES = new Set<string>(Object.values(ATTACHMENT));
const FOLDER = 'countersign/';
/** Ends of earlier versions of a PDF that are tried where its last one cannot be read. */
const MOST_ENDS = 8;
const END = '%%EOF';

/**
 * What a PDF says of itself where no signature vouches for it: only ever shown as the file's own words. `signedEnd`:
 * where its first signature ends, whose data are those that were signed.
 */
export function claimOfPdf(file: PdfFile, signedEnd: number | null): Content | null {
  const ends = new Set([signedEnd ?? file.bytes.length, file.bytes.length, ...endsIn(file.bytes)]);
  for (const end of ends) {
    const read = reading(() => readAttachments(file, file.revisionEndingAt(end), NAMES));
    const claim = read.ok ? claimIn((name) => read.value.get(name) ?? null) : null;
    if (claim) return claim;
  }
  return null;
}

/** What a DOCX says of itself, though its ZIP may be damaged or its data not be signed. */
export function claimOfDocx(bytes: Uint8Array): Content | null {
  return claimIn((name) => {
    const read = reading(() => claimedEntry(bytes, FOLDER + name));
    return read.ok ? read.value : null;
  });
}

/** What a JSON file says of itself. */
export function claimOfJson(bytes: Uint8Array): Content | null {
  return extractIn(bytes) ?? registerIn(bytes);
}

function claimIn(attachment: (name: string) => Uint8Array | null): Content | null {
  const attached = shaped(attachment(ATTACHMENT.sheet), attachedSheet);
  const check = shaped(attachment(ATTACHMENT.check), signedCheck);
  if (attached) return { kind: 'sheet', attached, check };
  return check ? { kind: 'check', check } : extractIn(attachment(ATTACHMENT.extract));
}

function extractIn(bytes: Uint8Array | null): Content | null {
  const signed = shaped(bytes, signedExtract);
  const read = reading(() => (signed ? chainExtract(parseJson(signed.text)) : null));
  return read.ok && read.value ? { kind: 'extract', extract: read.value, places: new Map() } : null;
}

function registerIn(bytes: Uint8Array): Content | null {
  const signed = shaped(bytes, signedRegister);
  const read = reading(() => (signed ? register(parseJson(signed.text)) : null));
  return read.ok && read.value ? { kind: 'register', register: read.value } : null;
}

function shaped<T>(bytes: Uint8Array | null, shape: Shape<T>): T | null {
  if (bytes === null) return null;
  const read = reading(() => shape(readJson(bytes)));
  return read.ok ? read.value : null;
}

/** Where earlier versions of a PDF may end, the oldest first. */
function endsIn(bytes: Uint8Array): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < bytes.length && ends.length < MOST_ENDS; at++) {
    if (bytes[at] === 0x25 && standsAt(bytes, at, END)) ends.push(at + END.length);
  }
  return ends;
}
