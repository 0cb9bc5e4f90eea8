const END = 0x06054b50;
const CENTRAL = 0x02014b50;
/** 1 January 1980, 00:00: the first moment that a zip can name. */
const EPOCH = (1 << 21) | (1 << 16);

/**
 * Sets every entry's time to the zip's epoch, in place, so that one document is always the same bytes. The zip is one
 * that we have just made: no comment at its end, under 65,535 entries. Throws where it is not such a one.
 */
export function clearZipTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('Not a zip as the DOCX library makes it');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('Not a zip directory as the DOCX library makes it');
    view.setUint32(at + 12, EPOCH, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, EPOCH, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
