import { crc32, deflateSync } from 'node:zlib';
import { repeated } from './repeated.ts';

/** Rows of a picture that are packed together: as many as divide every side that is asked for. */
const ROWS = 100;

/** A PNG of one bit a pixel, all of one colour, as large as it says; the side in hundreds. */
export function vastPng(side: number): Buffer {
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * ROWS);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  return pngOf(header, repeated(rows, side / ROWS), []);
}

/** A PNG of one pixel with a comment that unpacks to so many mebibytes. */
export function wordyPng(mebibytes: number): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const text = Buffer.concat([
    Buffer.from('Comment\0\0', 'latin1'),
    repeated(Buffer.alloc(1024 * 1024, ' '), mebibytes),
  ]);
  return pngOf(header, deflateSync(Buffer.from([0, 128])), [chunk('zTXt', text)]);
}

function pngOf(header: Buffer, pixels: Buffer, more: readonly Buffer[]): Buffer {
  const signature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The head of a JPEG of 65,000 x 65,000 pixels, and its end. */
export const VAST_JPEG = Buffer.from(
  'ffd8ffc0001108fde8fde803012200021101031101ffda000c03010002110311003f00ffd9',
  'hex',
);

/** A drawing whose parts draw each other ten times over, ten levels deep. */
export const SVG_THAT_MULTIPLIES = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="99" height="99"><defs><g id="a0"><path d="M0 0h9v9z"/></g>${Array.from(
  { length: 9 },
  (_value, level) => `<g id="a${level + 1}">${`<use x:href="#a${level}"/>`.repeat(10)}</g>`,
).join('')}</defs><use x:href="#a9"/></svg>`;

/** A drawing that would run and fetch. */
export const SVG_THAT_ACTS =
  '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99" onload="parent.alert(1)"><script>parent.alert(1)</script><image href="http://tracker.example/a.png" width="9" height="9"/><foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://tracker.example/"/></foreignObject></svg>';
