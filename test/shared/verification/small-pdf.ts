import { bytesOf, text } from './verifying.ts';

/** Objects by number, each as it stands between `obj` and `endobj`. */
export type Objects = Readonly<Record<number, string>>;

/** What an update says besides its objects. */
export type UpdateOptions = {
  readonly trailer?: string;
  readonly free?: readonly number[];
  readonly prev?: number;
};

export const CATALOG =
  '/Type /Catalog /Pages 2 0 R /Metadata 9 0 R /AcroForm << /Fields [5 0 R 6 0 R 7 0 R 10 0 R] /SigFlags 3 /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 8 0 R >> >> >>';
export const PAGE =
  '/Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 8 0 R >> >> /Annots [5 0 R 6 0 R 7 0 R 10 0 R]';
export const ASSESSOR =
  '/Type /Annot /Subtype /Widget /FT /Sig /T (assessor.signature) /Rect [20 20 120 40] /F 4 /P 3 0 R';
export const IQA = '/Type /Annot /Subtype /Widget /FT /Sig /T (iqa.signature) /Rect [140 20 240 40] /F 4 /P 3 0 R';
export const TOTAL =
  '/Type /Annot /Subtype /Widget /FT /Tx /T (qa.total) /Rect [20 60 80 80] /F 4 /P 3 0 R /DA (/F1 10 Tf 0 g) /AP << /N 11 0 R >>';
export const DATE =
  '/Type /Annot /Subtype /Widget /FT /Tx /T (ev.date) /Rect [90 60 150 80] /F 4 /P 3 0 R /DA (/F1 10 Tf 0 g)';

/** One page that says PASS, two signature fields, two text fields; object 99 is pointed at and not there. */
export const BASE: Objects = {
  1: `<< ${CATALOG} >>`,
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: `<< ${PAGE} >>`,
  4: stream('BT /F1 12 Tf 20 160 Td (Mark sheet 602: PASS) Tj ET'),
  5: `<< ${ASSESSOR} >>`,
  6: `<< ${IQA} >>`,
  7: `<< ${TOTAL} >>`,
  8: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontDescriptor 99 0 R >>',
  9: stream('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>', '/Type /Metadata /Subtype /XML'),
  10: `<< ${DATE} >>`,
  11: stream('q Q', '/Type /XObject /Subtype /Form /BBox [0 0 60 20]'),
};

const IDENTITY = '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]';

export function stream(data: string, dict = ''): string {
  return `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

/** A whole file by hand: objects, table, trailer. */
export function writePdf(objects: Objects = BASE, trailer = '/Root 1 0 R'): Uint8Array {
  return append(bytesOf('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'), objects, { trailer, free: [0] });
}

/** The file with an update appended, its bytes untouched. */
export function appendUpdate(pdf: Uint8Array, objects: Objects, options: UpdateOptions = {}): Uint8Array {
  const prev = options.prev ?? lastStartXref(pdf);
  return append(pdf, objects, { ...options, trailer: `${options.trailer ?? '/Root 1 0 R'} /Prev ${prev}` });
}

export function lastStartXref(pdf: Uint8Array): number {
  return Number(/startxref\s+(\d+)(?![\s\S]*startxref)/.exec(text(pdf))?.[1]);
}

function append(pdf: Uint8Array, objects: Objects, { trailer = '', free = [] }: UpdateOptions): Uint8Array {
  let body = text(pdf);
  const entries = new Map<number, string>();
  for (const number of free) entries.set(number, '0000000000 65535 f \n');
  for (const [number, object] of Object.entries(objects)) {
    entries.set(Number(number), `${String(body.length).padStart(10, '0')} 00000 n \n`);
    body += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const numbers = [...entries.keys()].sort((one, other) => one - other);
  const table = numbers.map((number) => `${number} 1\n${entries.get(number)}`).join('');
  const size = Math.max(100, ...numbers) + 1;
  return bytesOf(
    `${body}xref\n${table}trailer\n<< /Size ${size} ${IDENTITY} ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}
