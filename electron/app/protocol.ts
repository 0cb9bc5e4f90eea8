import type { Protocol } from 'electron';
import type { PageRequest, PageResponse } from '../ipc/page-messages.ts';
import { ORIGIN, SCHEME } from './security.ts';

/** Must run before the app is ready: the page's scheme counts as secure and can be fetched from. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Answers the page's requests from the page server; another host of the scheme is nothing. */
export function servePage(protocol: Protocol, serve: (request: PageRequest) => Promise<PageResponse>): void {
  protocol.handle(SCHEME, async (request) => {
    if (!request.url.startsWith(`${ORIGIN}/`)) return new Response(null, { status: 404 });
    const { status, headers, body } = await serve({
      method: request.method,
      url: new URL(request.url),
      headers: Object.fromEntries(request.headers),
      body: async () => new Uint8Array(await request.arrayBuffer()),
    });
    return new Response(Buffer.from(body), { status, headers });
  });
}
