import { deflateSync } from 'node:zlib';

/** An object of a PDF as it is written: a value, or a stream under a dictionary's entries. */
export type PdfValue = string | { readonly entries: string; readonly stream: Buffer | string };
/** Objects by their number. */
export type PdfObjects = Readonly<Record<number, PdfValue>>;

/** A PDF of these objects as they stand, with a table of where they are. Object 1 is the catalog. */
export function rawPdf(objects: PdfObjects, trailer = '', head = '%PDF-1.7\n'): Buffer {
  const parts: Buffer[] = [Buffer.from(head, 'latin1')];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  const put = (bytes: Buffer) => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [number, value] of Object.entries(objects)) {
    offsets.set(Number(number), at);
    put(Buffer.from(`${number} 0 obj\n`));
    put(valueBytes(value));
    put(Buffer.from('\nendobj\n'));
  }
  const size = Math.max(...offsets.keys()) + 1;
  const lines = Array.from({ length: size }, (_value, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n${lines.join('')}`;
  put(Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

function valueBytes(value: PdfValue): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'latin1');
  const stream = Buffer.from(value.stream as string, 'latin1');
  const length = /\/Length\b/.test(value.entries) ? '' : `/Length ${stream.length}`;
  return Buffer.concat([
    Buffer.from(`<< ${value.entries} ${length} >>\nstream\n`, 'latin1'),
    stream,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** A stream deflated so many times over, as a document may ask for. */
export function deflated(content: Buffer | string, entries = '', times = 1): PdfValue {
  let stream: Buffer = Buffer.from(content as string, 'latin1');
  for (let time = 0; time < times; time += 1) stream = deflateSync(stream, { level: 9 });
  return { entries: `${entries} /Filter [${' /FlateDecode'.repeat(times)}]`, stream };
}

/** What stands on a page that says its name and nothing else. */
export const WORDS = 'BT /F1 18 Tf 50 700 Td (three plain words) Tj ET';
export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

export type OnePage = {
  readonly content?: PdfValue;
  /** Entries beside those that a page must have. */
  readonly page?: string;
  readonly resources?: string;
  readonly catalog?: string;
  readonly box?: string;
  /** Objects from number 6 on. */
  readonly more?: PdfObjects;
  readonly trailer?: string;
};

/** A PDF of one page that is sound but for what is put into it. */
export function onePage(made: OnePage = {}): Buffer {
  const { content = { entries: '', stream: WORDS }, page = '', resources = '', catalog = '', more = {} } = made;
  const box = made.box ?? '[0 0 595 842]';
  return rawPdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      4: content,
      5: FONT,
      ...more,
    },
    made.trailer,
  );
}

/** A PDF with one object more, packed into an object stream where its length is no matter. */
export function withObjectStream(objects: PdfObjects, number: number, value: string): Buffer {
  const stream = Math.max(number, ...Object.keys(objects).map(Number)) + 1;
  const packed = deflated(`${number} 0 ${value}`, `/Type /ObjStm /N 1 /First ${`${number} 0 `.length}`);
  const whole = rawPdf({ ...objects, [stream]: packed });
  const body = whole.subarray(0, whole.lastIndexOf('xref\n0 '));
  const rows = Array.from({ length: stream + 2 }, (_value, one) => {
    if (one === number) return row(2, stream);
    const at = one === stream + 1 ? body.length : body.indexOf(`${one} 0 obj\n`);
    return at < 0 ? row(0, 0) : row(1, at);
  });
  const table = Buffer.concat(rows);
  return Buffer.concat([
    body,
    Buffer.from(
      `${stream + 1} 0 obj\n<< /Type /XRef /Size ${stream + 2} /Root 1 0 R /W [1 4 2] /Length ${table.length} >>\nstream\n`,
    ),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`),
  ]);
}

/** A line of a cross-reference stream. */
function row(kind: number, where: number): Buffer {
  const bytes = Buffer.alloc(7);
  bytes[0] = kind;
  bytes.writeUInt32BE(where, 1);
  return bytes;
}
