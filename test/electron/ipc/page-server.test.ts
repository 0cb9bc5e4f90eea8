import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageResponse } from '../../../electron/ipc/page-messages.ts';
import { createPageServer } from '../../../electron/ipc/page-server.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { type Application, createApplication } from '../../../electron/services/application.ts';
import { systemClock } from '../../../electron/services/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-page-'));
const renderer = join(folder, 'renderer');
const script = Buffer.from(Array.from({ length: 700_000 }, (_, index) => 32 + ((index * 31) % 90)));
const log = (incident: string, error: unknown) => console.error(incident, error);
let app: Application;
let serve: ReturnType<typeof createPageServer>;
let scriptId = '';

const get = (path: string, headers: Record<string, string> = {}) => ask('GET', path, headers);
const ask = (method: string, path: string, headers: Record<string, string> = {}, body = new Uint8Array()) =>
  serve({ method, url: new URL(`https://countersign.invalid${path}`), headers, body: async () => body });
const answer = (response: PageResponse) => JSON.parse(Buffer.from(response.body).toString('utf8'));

beforeAll(async () => {
  mkdirSync(join(renderer, 'frame'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>');
  writeFileSync(join(renderer, 'frame', 'document.html'), '<!doctype html>');
  writeFileSync(join(folder, 'secret.txt'), 'not for the page');
  app = createApplication({
    folder: join(folder, 'workspace'),
    clock: systemClock,
    cost: { N: 2 ** 10, r: 8, p: 1 },
    host: { tell: () => undefined, openOutside: async () => false },
  });
  serve = createPageServer(app, renderer, log);
  const router = createRouter(app, log);
  const call = async (name: string, input: unknown) => {
    const reply = await router({ trusted: true }, name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
    return reply.value as never;
  };
  await call('workspace.create', {
    passphrase: 'a long enough passphrase',
    centre: { number: '1', name: 'Page Centre (demo)' },
    person: { name: 'Asha Ray (demo)' },
  });
  const packs: { digest: string; code: string }[] = await call('packs.list', {});
  const learner: { id: string } = await call('learners.add', { name: 'Jo (demo)', registrationNumber: 'P1' });
  const begun = answer(
    await ask('POST', '/transfer', {}, Buffer.from(JSON.stringify({ name: 'a.txt', size: script.length }))),
  );
  await ask('PUT', `/transfer/${begun.value.token}?offset=0`, {}, script.subarray(0, 300_000));
  await ask('PUT', `/transfer/${begun.value.token}?offset=300000`, {}, script.subarray(300_000));
  const taken: { attempt: { scripts: { id: string; sha256: string }[] } } = await call('attempts.take-in', {
    learner: learner.id,
    pack: packs.find((pack) => pack.code === 'ilm-8316')?.digest,
    assessment: 'diploma-603',
    files: [begun.value.token],
    dateReceived: '2026-11-02',
    declarationDate: null,
    standardisationRefused: false,
  });
  scriptId = taken.attempt.scripts[0]?.id ?? '';
  expect(taken.attempt.scripts[0]?.sha256).toBe(createHash('sha256').update(script).digest('hex'));
});
afterAll(() => {
  app.lock();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page', () => {
  it('is served under a policy that lets nothing in from anywhere else, with a nonce of its own each time', async () => {
    const [first, second] = [await get('/'), await get('/')];
    const policy = first.headers['Content-Security-Policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(Buffer.from(first.body).toString()).toBe(`<meta nonce="${nonce}"><script nonce="${nonce}"></script>`);
    expect(second.headers['Content-Security-Policy']).not.toBe(policy);
  });

  it('gives the document frame a policy without any script', async () => {
    const policy = (await get('/frame/document.html')).headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('connect-src');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/frame/../../secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/secret.txt%00.html',
    '//secret.txt',
    '/workspace/workspace.json',
    '/%E0%A4%A',
  ])('does not leave the built renderer for %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.body.length).toBe(0);
  });
});

describe('a script as the page fetches it', () => {
  it('comes whole, as bytes that the browser will not interpret', async () => {
    const response = await get(`/content/script/${scriptId}`);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(Buffer.from(response.body).equals(script)).toBe(true);
  });

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=10-19', 10, 20],
    ['bytes=262140-262150', 262_140, 262_151],
    ['bytes=699990-', 699_990, 700_000],
    ['bytes=-10', 699_990, 700_000],
    ['bytes=699990-99999999', 699_990, 700_000],
  ])('comes in the range %s', async (range, start, end) => {
    const response = await get(`/content/script/${scriptId}`, { range });
    expect(response.status).toBe(206);
    expect(response.headers['Content-Range']).toBe(`bytes ${start}-${end - 1}/${script.length}`);
    expect(Buffer.from(response.body).equals(script.subarray(start, end))).toBe(true);
  });

  it.each(['bytes=700000-', 'bytes=20-10'])('refuses the range %s', async (range) => {
    expect((await get(`/content/script/${scriptId}`, { range })).status).toBe(416);
  });

  it.each([
    '/content/script/../../secret',
    '/content/script/none',
    '/content/vault/aa',
    '/content/signed/x/1.pdf',
    '/content/received/x.pdf',
    `/content/received/${crypto.randomUUID()}.pdf`,
    '/content/',
  ])('is nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('cannot be changed or fetched in another way', async () => {
    expect((await ask('PUT', `/content/script/${scriptId}`)).status).toBe(405);
    expect((await ask('DELETE', `/content/script/${scriptId}`)).status).toBe(405);
  });
});

describe('a file on its way in', () => {
  it('is refused where a chunk comes out of order, and the token is gone', async () => {
    const begun = answer(await ask('POST', '/transfer', {}, Buffer.from('{"name":"a.txt","size":10}')));
    const path = `/transfer/${begun.value.token}`;
    expect(answer(await ask('PUT', `${path}?offset=5`, {}, Buffer.from('12345')))).toMatchObject({
      error: { code: 'file-truncated' },
    });
    expect(answer(await ask('PUT', `${path}?offset=0`, {}, Buffer.from('12345')))).toMatchObject({
      error: { code: 'file-token-unknown' },
    });
  });

  it.each(['{}', 'null', '{"name":"a","size":-1}', '{"name":"a","size":1,"path":"/x"}', 'no json'])(
    'is refused for %s',
    async (body) => {
      expect(answer(await ask('POST', '/transfer', {}, Buffer.from(body)))).toMatchObject({
        error: { code: 'invalid-input' },
      });
    },
  );

  it('is refused beyond the largest script', async () => {
    const body = Buffer.from(JSON.stringify({ name: 'a.pdf', size: 2 ** 40 }));
    expect(answer(await ask('POST', '/transfer', {}, body))).toMatchObject({ error: { code: 'file-too-large' } });
  });
});

it('gives nothing while the workspace is locked', async () => {
  app.lock();
  expect((await get(`/content/script/${scriptId}`)).status).toBe(403);
  expect(answer(await ask('POST', '/transfer', {}, Buffer.from('{"name":"a","size":1}')))).toMatchObject({
    error: { code: 'workspace-locked' },
  });
});
