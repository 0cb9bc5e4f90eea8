import { catalogOf } from '../pdf/form-fields.ts';
import { instantOfPdfDate } from '../pdf/pdf-date.ts';
import { textOf } from '../pdf/text-string.ts';
import { changedKeys, entry, type PdfValue, sameValue } from '../pdf/value.ts';
import { safeText } from '../safe-text.ts';
import { sameBytes } from '../same-bytes.ts';
import { reading, Unreadable } from '../unreadable.ts';
import { type Effect, refused } from './effect.ts';
import type { Step } from './step.ts';
import { RDF, readXmp, type XmpProperties, type XmpProperty } from './xmp-properties.ts';

/** What a program that signs or fills in may say anew: when, and with what. All else a reader shows as the document's. */
const MAY_CHANGE = new Set(['ModDate', 'Producer']);
const XMP = 'http://ns.adobe.com/xap/1.0/';
const MANAGEMENT = 'http://ns.adobe.com/xap/1.0/mm/';
const EVENT = 'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#';
const PLAIN_MAY_CHANGE = new Set([
  `${XMP} ModifyDate`,
  `${XMP} MetadataDate`,
  `${MANAGEMENT} InstanceID`,
  'http://ns.adobe.com/pdf/1.3/ Producer',
]);
const HISTORY = `${MANAGEMENT} History`;
/** What says how a stream is packed; anything else could put other data in its place, such as a file beside it. */
const PACKING = new Set(['Length', 'Filter', 'DecodeParms']);

const PROPERTIES: readonly Effect[] = [{ kind: 'properties' }];

/** Judges the document's information, which only trailers name, whether the trailer changed or what it names. */
export function judgeInformation({ file, older, newer }: Step): readonly Effect[] {
  const [from, to] = [entry(older.trailer, 'Info'), entry(newer.trailer, 'Info')];
  const [was, now] = [file.dict(older, from), file.dict(newer, to)];
  const changed = changedKeys(was, now);
  const wrong = changed.filter((key) => {
    if (MAY_CHANGE.has(key)) return false;
    const same = reading(() => saysTheSame(file.resolve(older, entry(was, key)), file.resolve(newer, entry(now, key))));
    return !same.ok || !same.value;
  });
  if (wrong.length > 0) return wrong.flatMap((key) => refusedKey(key));
  return changed.length > 0 || !sameValue(from, to) ? PROPERTIES : [];
}

/** Judges the document's metadata, whether the catalog names others or its own were replaced. */
export function judgeMetadata(step: Step): readonly Effect[] {
  const { file, older, newer } = step;
  const from = entry(catalogOf(file, older), 'Metadata');
  const to = entry(catalogOf(file, newer), 'Metadata');
  const replaced = to.kind === 'ref' && step.changed.has(to.number);
  if (sameValue(from, to) && !replaced) return [];
  if (from.kind !== 'ref' || to.kind !== 'ref') return refusedKey('Metadata');
  const compared = reading(() => {
    const repacked = changedKeys(file.dict(older, from), file.dict(newer, to)).every((key) => PACKING.has(key));
    if (!repacked) throw new Unreadable('syntax');
    const [was, now] = [file.decodedStream(older, from.number), file.decodedStream(newer, to.number)];
    return sameBytes(was, now) ? [] : wrongIn(readXmp(was), readXmp(now));
  });
  if (!compared.ok) return refused({ what: 'properties', key: null });
  return compared.value.length > 0 ? compared.value.flatMap((one) => refusedKey(one.name)) : PROPERTIES;
}

function refusedKey(key: string): readonly Effect[] {
  return refused({ what: 'properties', key: safeText(key) });
}

/** The properties that differ and may not. */
function wrongIn(was: XmpProperties, now: XmpProperties): readonly XmpProperty[] {
  const keys = new Set([...was.keys(), ...now.keys()]);
  return [...keys].flatMap((key) => {
    const [before, after] = [was.get(key), now.get(key)];
    const one = after ?? before;
    return !one || before?.said === after?.said || mayChangeTo(key, after) ? [] : one;
  });
}

/** Dates, identities and programs are texts; a history is a list of events and nothing else. */
function mayChangeTo(key: string, after: XmpProperty | undefined): boolean {
  if (PLAIN_MAY_CHANGE.has(key)) return after === undefined || after.isPlain;
  if (key !== HISTORY) return false;
  return after === undefined || [...after.namespaces].every((uri) => uri === RDF || uri === EVENT);
}

/** The same value, or the same text or date in another form. */
function saysTheSame(was: PdfValue, now: PdfValue): boolean {
  if (sameValue(was, now)) return true;
  const [before, after] = [unmistakable(was), unmistakable(now)];
  if (before === null || after === null) return false;
  const date = instantOfPdfDate(before);
  return before === after || (date !== null && date === instantOfPdfDate(after));
}

/** A text whose bytes every reader takes for the same characters; null for the rest. */
function unmistakable(value: PdfValue): string | null {
  const text = textOf(value);
  if (text === null || value.kind !== 'string' || text.includes('\ufffd')) return null;
  const [first, second] = value.bytes;
  if (first === 0xfe && second === 0xff) return value.bytes.length % 2 === 0 ? text : null;
  // ASCII, and what PDFDocEncoding shares with Latin-1.
  return /^[\t\n\r\x20-\x7e\xa1-\xac\xae-\xff]*$/.test(text) || (first === 0xef && second === 0xbb) ? text : null;
}
