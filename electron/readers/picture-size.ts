/** Width and height in pixels as a picture's own head tells them. */
export type PictureSize = { readonly width: number; readonly height: number };

/**
 * What a browser would make of a picture: its size, `not-drawn` for bytes that it takes for no picture, or `unknown`
 * for one whose size is not to be told from here.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | 'not-drawn' | 'unknown' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const starts = (mark: string, at = 0) => latin(bytes, at, mark.length) === mark;
  try {
    if (starts('\u0089PNG\r\n\u001a\n')) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (starts('\u00ff\u00d8\u00ff')) return jpegSize(view);
    if (starts('GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (starts('BM')) return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    if (starts('RIFF') && starts('WEBP', 8)) return webpSize(view, latin(bytes, 12, 4));
    // AVIF and icons hold their sizes deep inside, and no word processor puts either into a document.
    if (starts('ftyp', 4) || starts('\0\0\u0001\0') || starts('\0\0\u0002\0')) return 'unknown';
    return 'not-drawn';
  } catch {
    // It ends inside its head.
    return 'unknown';
  }
}

/** The frame header of a JPEG, behind whatever a camera puts before it. */
function jpegSize(view: DataView): PictureSize | 'unknown' {
  for (let at = 2; at < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return 'unknown';
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) at += 1;
    else if (mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else at += 2 + (mark === 0x01 || (mark >= 0xd0 && mark <= 0xd8) ? 0 : view.getUint16(at + 2));
  }
  return 'unknown';
}

function webpSize(view: DataView, kind: string): PictureSize | 'unknown' {
  switch (kind) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8X':
      return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
    default:
      return 'unknown';
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
