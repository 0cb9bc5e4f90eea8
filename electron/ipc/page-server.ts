import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Application } from '../services/application.ts';
import { serveContent } from './content.ts';
import type { IncidentLog } from './faults.ts';
import { type PageRequest, type PageResponse, plain } from './page-messages.ts';
import { COMMON_HEADERS, FRAME_POLICY, pagePolicy } from './policy.ts';
import { receiveTransfer } from './transfer.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  // The PDF reader's tables: character maps, standard fonts, colour profiles.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Answers what the page fetches from its own origin, for every transport: the built renderer, ranges of scripts and
 * exports, and files on their way in. A path is a name inside the built renderer and can never leave it.
 */
export function createPageServer(
  app: Application,
  rendererFolder: string,
  log: IncidentLog,
): (request: PageRequest) => Promise<PageResponse> {
  return async (request) => {
    const { pathname } = request.url;
    const response = pathname.startsWith('/content/')
      ? await serveContent(app, request, log)
      : pathname === '/transfer' || pathname.startsWith('/transfer/')
        ? await receiveTransfer(app, request, log)
        : await serveFile(rendererFolder, pathname);
    return { ...response, headers: { ...COMMON_HEADERS, ...response.headers } };
  };
}

async function serveFile(folder: string, pathname: string): Promise<PageResponse> {
  const name = pathname === '/' ? 'index.html' : decodeName(pathname);
  if (name === null) return plain(400);
  const file = join(folder, normalize(name));
  if (!file.startsWith(folder + sep)) return plain(404);
  const type = TYPES[extname(file)];
  if (type === undefined) return plain(404);
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return plain(404);
  if (pathname === '/') return servePage(bytes);
  const policy = pathname.startsWith('/frame/') ? { 'Content-Security-Policy': FRAME_POLICY } : {};
  return { status: 200, headers: { 'Content-Type': type, ...policy }, body: bytes };
}

/** The page with this load's nonce in its policy and in its mark-up. */
function servePage(bytes: Buffer): PageResponse {
  const nonce = randomBytes(16).toString('base64');
  const html = bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': pagePolicy(nonce) },
    body: Buffer.from(html),
  };
}

function decodeName(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname.slice(1));
    return name.includes('\0') || name.includes('\\') ? null : name;
  } catch {
    return null;
  }
}
