import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type HostWindow, openWindow } from '../../../electron/browser-host/open-window.ts';
import type { PageRequest, PageResponse } from '../../../electron/ipc/page-messages.ts';

import { REST } from './desk-reader.ts';

const require = createRequire(import.meta.url);
const CHUNK = 256 * 1024;

/**
 * A page that knows nothing but pdf.js: on a click it loads it, opens the file by ranges and draws the first page. With
 * `loaded` it has the library and a worker before the click, as the app has them once it has been idle.
 */
const PAGE = `<!doctype html><html lang="en"><title>Bare</title><button>Open</button><canvas></canvas><script type="module">
const query = new URLSearchParams(location.search);
const library = async () => {
  const pdfjs = await import('/pdf.min.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
  return pdfjs;
};
const worker = query.has('loaded') ? new (await library()).PDFWorker() : undefined;
document.querySelector('button').onclick = async () => {
  const from = performance.now();
  const pdfjs = await library();
  const options = { worker, url: '/script.pdf', rangeChunkSize: ${CHUNK}, disableStream: true, disableAutoFetch: true };
  const document = await pdfjs.getDocument(options).promise;
  const page = await document.getPage(1);
  const canvas = window.document.querySelector('canvas');
  const width = Number(query.get('width'));
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  window.drawnAfter = performance.now() - from;
};
</script></html>`;

/** Opens that page over a file, by the same means as the app's window. */
export function bareReader(browser: string, script: Buffer): Promise<HostWindow> {
  const build = (name: string) => readFileSync(require.resolve(`pdfjs-dist/build/${name}`));
  const files = new Map([
    ['/', { type: 'text/html; charset=utf-8', body: Buffer.from(PAGE) }],
    ['/pdf.min.mjs', { type: 'text/javascript', body: build('pdf.min.mjs') }],
    ['/pdf.worker.min.mjs', { type: 'text/javascript', body: build('pdf.worker.min.mjs') }],
    ['/script.pdf', { type: 'application/pdf', body: script }],
  ]);
  return openWindow({
    browser,
    headless: true,
    router: async (_sender, call) => ({ ok: false, error: { code: 'unknown-call', call: String(call) } }),
    serve: async ({ url, headers }: PageRequest): Promise<PageResponse> => {
      const file = files.get(url.pathname);
      if (!file) return { status: 404, headers: {}, body: Buffer.alloc(0) };
      const common = { 'Content-Type': file.type, 'Accept-Ranges': 'bytes', 'Cache-Control': 'no-store' };
      const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
      if (!range) {
        return { status: 200, headers: { ...common, 'Content-Length': String(file.body.length) }, body: file.body };
      }
      const [start, end] = [Number(range[1]), Math.min(Number(range[2]) + 1, file.body.length)];
      const told = `bytes ${start}-${end - 1}/${file.body.length}`;
      return { status: 206, headers: { ...common, 'Content-Range': told }, body: file.body.subarray(start, end) };
    },
    chooseDestination: async () => null,
  });
}

/** Milliseconds from the click to the first page drawn so many pixels wide, in a page that was just loaded. */
export async function openBare({ page }: HostWindow, width: number, library: 'loaded' | 'to-load'): Promise<number> {
  const loaded = library === 'loaded' ? '&loaded' : '';
  await page.goto(new URL(`/?width=${width}${loaded}`, page.url()).href);
  await page.waitForTimeout(REST);
  await page.getByRole('button').click();
  const drawn = await page.waitForFunction<number>('window.drawnAfter');
  return drawn.jsonValue();
}
