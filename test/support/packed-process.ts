import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseScenario } from '../../electron/cli/scenario.ts';
import type { Bridge, SheetView } from '../../shared/api/contract.ts';
import { perform, type Way } from '../contract/way.ts';
import { recorded } from './electron-recorded.ts';
import { answer, present } from './result.ts';

/** What the packed app did, as its process prints it. */
export type PackedReport = {
  /** The code of the step of the demo that was refused; null where none was. */
  readonly refused: string | null;
  readonly served: readonly {
    readonly path: string;
    readonly status: number;
    readonly type: string;
    readonly policy: string;
    readonly sha256: string;
  }[];
  readonly scripts: readonly { readonly sha256: string; readonly words: string }[];
  readonly sheets: readonly Pick<SheetView, 'sheet' | 'state' | 'signed'>[];
  readonly quits: number;
};

/** The main process as it was packed, out of its archive, under the replaced Electron: does the demo and serves it. */
const [folder = '', workplace = '', demo = ''] = process.argv.slice(2);
process.env.COUNTERSIGN_WORKSPACE = join(workplace, 'workspace');
process.argv = ['countersign'];
recorded.destination = join(workplace, 'exports');
mkdirSync(recorded.destination);

const replaced = new URL('./electron-module.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: replaced, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
await import(pathToFileURL(join(folder, 'dist', 'electron', 'main.js')).href);
await new Promise(setImmediate);
createRequire(import.meta.url)(join(folder, 'dist', 'electron', 'preload.cjs'));
const bridge = recorded.exposed.get('countersign') as Bridge;
const ask = async (path: string, init: RequestInit = {}) =>
  present(await recorded.protocolHandler?.(new Request(`countersign://app${path}`, init)));

const way: Way = {
  exports: recorded.destination,
  call: (call, input) => bridge.call(call as never, input as never),
  bringIn: async (path, bytes) => {
    const begun = await tell('/transfer', { method: 'POST', body: JSON.stringify({ name: path, size: bytes.length }) });
    await tell(`/transfer/${begun.value.token}?offset=0`, { method: 'PUT', body: Buffer.from(bytes) });
    return { token: begun.value.token };
  },
  destination: async () => present(await bridge.chooseDestination()).token,
  close: async () => undefined,
};
async function tell(path: string, init: RequestInit) {
  return JSON.parse(await (await ask(path, init)).text());
}

const scenario = parseScenario(readFileSync(join(demo, 'scenario.json'), 'utf8'));
if (typeof scenario === 'string') throw new Error(scenario);
// What is done in the first person's workspace, but for what needs a file that somebody else made.
const first = scenario.steps[0]?.in;
const steps = scenario.steps.filter(
  (step) => step.in === first && !JSON.stringify(step.input ?? {}).includes('"$made"'),
);
const named = [...JSON.stringify(steps).matchAll(/"\$file":"([^"]+)"/g)].map((found) => found[1] ?? '');
const files = new Map(named.map((name) => [name, readFileSync(join(demo, name))]));
const done = await perform(way, steps as never, files);

const queue = answer(await bridge.call('attempts.list', {}));
const attempts = await Promise.all(
  queue.rows.map(({ attempt }) => bridge.call('attempts.get', { attempt }).then(answer)),
);
const scripts = attempts.flatMap(({ attempt }) => attempt.scripts);
const sheetIds = attempts.map(({ sheet }) => sheet).filter((sheet) => sheet !== null);
const sheets = await Promise.all(sheetIds.map((sheet) => bridge.call('sheets.get', { sheet }).then(answer)));
const html = await (await ask('/')).text();
const paths = [
  '/',
  ...[...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? ''),
  '/frame/document.html',
  ...scripts.map((script) => `/content/script/${script.id}`),
  ...sheets.flatMap(({ sheet, signed }) =>
    signed.flatMap(({ revision }) => [
      `/content/signed/${sheet}/${revision}.pdf`,
      `/content/signed/${sheet}/${revision}.docx`,
    ]),
  ),
  ...sheetIds.map((sheet) => `/content/preview/${sheet}.pdf`),
];
const served = [];
for (const path of paths) {
  const response = await ask(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  served.push({
    path,
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    policy: response.headers.get('content-security-policy') ?? '',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
}

bridge.onEvent((event) => {
  if (event.kind === 'flush') void bridge.flushed();
});
recorded.windows[0]?.close();
await new Promise((resolve) => setTimeout(resolve, 100));
const report: PackedReport = {
  refused: done.code,
  served,
  scripts: scripts.map(({ sha256, words }) => ({ sha256, words: words.kind })),
  sheets: sheets.map(({ sheet, state, signed }) => ({ sheet, state, signed })),
  quits: recorded.quits,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
