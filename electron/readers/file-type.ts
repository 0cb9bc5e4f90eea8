/** What a file's first bytes say it is. `zip` is a container that is none of the known documents. */
export type FoundType = 'pdf' | 'docx' | 'odt' | 'zip' | 'rtf' | 'jpeg' | 'png' | 'ole' | 'text' | 'unknown';
/** Types whose ending promises a content that we know how to recognise. */
export type ClaimedType = Exclude<FoundType, 'zip' | 'ole' | 'unknown'>;

const CLAIMS: ReadonlyMap<string, ClaimedType> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['odt', 'odt'],
  ['rtf', 'rtf'],
  ['txt', 'text'],
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['png', 'png'],
]);

const MEDIA: Readonly<Record<FoundType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  zip: 'application/zip',
  rtf: 'application/rtf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  ole: 'application/x-ole-storage',
  text: 'text/plain',
  unknown: 'application/octet-stream',
};

/** What a file's name claims; null where its ending promises nothing that we check. */
export function claimedType(name: string): ClaimedType | null {
  const ending = /\.([^.]{1,12})$/.exec(name)?.[1]?.toLowerCase();
  return CLAIMS.get(ending ?? '') ?? null;
}

export function mediaType(type: FoundType): string {
  return MEDIA[type];
}

/** The type by the first bytes (at least 4 KiB of them where the file has so many); a ZIP is told apart by its parts later. */
export function typeByContent(head: Uint8Array): Exclude<FoundType, 'docx' | 'odt'> {
  const latin = Buffer.from(head.subarray(0, 1024)).toString('latin1');
  if (latin.includes('%PDF-')) return 'pdf';
  if (latin.startsWith('PK\u0003\u0004')) return 'zip';
  if (latin.startsWith('{\\rtf')) return 'rtf';
  if (latin.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (latin.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (latin.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'ole';
  return looksLikeText(head) ? 'text' : 'unknown';
}

/** A byte order mark, no control bytes other than white space, or UTF-16 that does not say so. */
function looksLikeText(head: Uint8Array): boolean {
  if (head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)))
    return true;
  return head.every(isOfText) || unmarkedUtf16(head) !== null;
}

/** Which UTF-16 a text without a byte order mark is written in, if it is: no control characters, and half of it Latin. */
export function unmarkedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const units = Math.floor(head.length / 2);
  const view = new DataView(head.buffer, head.byteOffset, units * 2);
  for (const [name, little] of [
    ['utf-16le', true],
    ['utf-16be', false],
  ] as const) {
    const read = Array.from({ length: units }, (_value, at) => view.getUint16(at * 2, little));
    if (read.every(isOfText) && read.filter((unit) => unit < 0x100).length * 2 > units) return name;
  }
  return null;
}

function isOfText(code: number): boolean {
  return code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0x0c;
}
