import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type FileSource, readRange, readWhole } from '../file-source.ts';
import { FileTroubleError } from '../file-trouble.ts';
import { keepSpareWorker, takeWorker } from './pdf-worker.ts';

/** Bytes asked for at a time; a page of text needs a handful. */
const CHUNK = 256 * 1024;
/** Pixels of one picture above which it is left out, so that a hostile page cannot take all memory. */
const LARGEST_PICTURE = 2 ** 27;
const ASSETS = '/pdfjs/';

export type Pdf = {
  readonly document: PDFDocumentProxy;
  readonly TextLayer: typeof import('pdfjs-dist').TextLayer;
  /** Rejects with a `FileTroubleError` where bytes can no longer be had; never resolves. */
  readonly failed: Promise<never>;
};

/**
 * Opens a PDF in a worker of its own, so that a file that hangs its reader hangs nothing else. Bytes come by range as
 * pages need them. No scripts, no XFA, no form fields to fill, no links: pages are drawn and their text laid over, and
 * that is all. Open until `signal` aborts. Throws a `FileTroubleError`.
 */
export async function openPdf(source: FileSource, signal: AbortSignal): Promise<Pdf> {
  const port = takeWorker();
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  port.addEventListener('error', () => failed.reject(new FileTroubleError({ kind: 'unreadable' })), { once: true });
  const { pdfjs, start } = await libraryAndStart(source, signal).catch((cause: unknown) => {
    port.terminate();
    throw cause;
  });
  const worker = pdfjs.PDFWorker.create({ port, verbosity: pdfjs.VerbosityLevel.ERRORS });
  const bytes = contentOf(pdfjs, source, start, signal, failed.reject);
  const task = pdfjs.getDocument({
    ...bytes,
    worker,
    rangeChunkSize: CHUNK,
    disableStream: true,
    disableAutoFetch: true,
    enableXfa: false,
    maxImageSize: LARGEST_PICTURE,
    disableWorkerRendering: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: `${ASSETS}cmaps/`,
    standardFontDataUrl: `${ASSETS}standard_fonts/`,
    wasmUrl: `${ASSETS}wasm/`,
    iccUrl: `${ASSETS}iccs/`,
  });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    const document = await Promise.race([task.promise, failed.promise]);
    signal.throwIfAborted();
    requestIdleCallback(keepSpareWorker);
    return { document, TextLayer: pdfjs.TextLayer, failed: failed.promise };
  } catch (cause) {
    close();
    signal.throwIfAborted();
    throw asTrouble(pdfjs, cause);
  }
}

type PdfJs = typeof import('pdfjs-dist');

/** The library and the first bytes, both under way while the worker starts. */
async function libraryAndStart(source: FileSource, signal: AbortSignal) {
  const start = isSmall(source) ? readWhole(source, signal) : readRange(source, 0, CHUNK, signal);
  const [pdfjs, bytes] = await Promise.all([import('pdfjs-dist'), start]);
  signal.throwIfAborted();
  return { pdfjs, start: bytes };
}

/** Read whole at once; so is what has no size before it is made. */
function isSmall({ size }: FileSource): boolean {
  return size === null || size <= CHUNK;
}

function contentOf(
  pdfjs: PdfJs,
  source: FileSource,
  start: Uint8Array,
  signal: AbortSignal,
  onFailure: (cause: unknown) => void,
): { readonly data: Uint8Array } | { readonly range: InstanceType<PdfJs['PDFDataRangeTransport']> } {
  const { size } = source;
  if (size === null || isSmall(source)) return { data: start };
  class Ranges extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      readRange(source, begin, end, signal).then((chunk) => this.onDataRange(begin, chunk), onFailure);
    }
  }
  return { range: new Ranges(size, start, false) };
}

function asTrouble(pdfjs: PdfJs, cause: unknown): FileTroubleError {
  if (cause instanceof FileTroubleError) return cause;
  if (cause instanceof pdfjs.PasswordException) return new FileTroubleError({ kind: 'encrypted' }, cause);
  return new FileTroubleError({ kind: 'damaged' }, cause);
}
