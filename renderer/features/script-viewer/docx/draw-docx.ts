import { FileTroubleError } from '../file-trouble.ts';
import { elementsOf } from './frame-elements.ts';
import { FRAME_STYLE } from './frame-style.ts';

/**
 * Draws a DOCX into an empty frame. Pages break where the program that wrote the file recorded it. Comments and deleted
 * text stay away, as on paper; parts that would load another document are left out. Throws a `FileTroubleError`.
 */
export async function drawDocx(bytes: Uint8Array, frame: Document): Promise<void> {
  const { renderAsync } = await import('docx-preview');
  try {
    await renderAsync(bytes, frame.body, frame.head, {
      h: elementsOf(frame),
      inWrapper: true,
      breakPages: true,
      ignoreLastRenderedPageBreak: false,
      useBase64URL: true,
      renderAltChunks: false,
      renderComments: false,
      renderChanges: false,
    });
  } catch (cause) {
    throw new FileTroubleError({ kind: isEncrypted(bytes) ? 'encrypted' : 'damaged' }, cause);
  }
  const style = frame.createElement('style');
  style.textContent = FRAME_STYLE;
  frame.head.append(style);
}

/** A DOCX with a password is an OLE compound file, not a zip. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}
