/** Marks that stand alone; every other is followed by its length. */
const isAlone = (mark: number) => mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7);

const SCAN = 0xda;
const END = 0xd9;

/**
 * Whether a JPEG has its end. Segments are stepped over by their length, because a camera puts a thumbnail into one: a
 * picture of its own, with an end of its own, which stands in a file that was cut behind it. Where the steps lead
 * nowhere, as in files that old programs wrote, an end mark behind that place will do.
 */
export function jpegHasEnd(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 2; at + 1 < buffer.length; ) {
    const mark = buffer[at + 1] ?? 0;
    if (buffer[at] !== 0xff) return buffer.includes(Buffer.from([0xff, END]), at);
    if (mark === END) return true;
    if (mark === 0xff) at += 1;
    else if (isAlone(mark)) at += 2;
    else if (at + 4 > buffer.length) return false;
    else {
      at += 2 + buffer.readUInt16BE(at + 2);
      if (mark === SCAN) at = endOfScan(buffer, at);
    }
  }
  return false;
}

/** Where the next mark stands behind a scan's data, in which 0xff is followed by a zero, or by a mark that belongs to it. */
function endOfScan(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(0xff, from); at >= 0; at = buffer.indexOf(0xff, at + 1)) {
    const mark = buffer[at + 1] ?? 0;
    if (mark !== 0 && mark !== 0xff && !isAlone(mark)) return at;
  }
  return buffer.length;
}
