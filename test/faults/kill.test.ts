import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readChain, sha256Text } from '../../electron/db/stores/audit-store.ts';
import { createRouter } from '../../electron/ipc/router.ts';
import { type Application, createApplication } from '../../electron/services/application.ts';
import { systemClock } from '../../electron/services/clock.ts';
import { readFile } from '../../electron/vault/vault.ts';
import type { SheetView } from '../../shared/api/contract.ts';
import type { Digest } from '../../shared/model/ids.ts';
import { checkChain } from '../../shared/rules/audit-chain.ts';

const KILLS = 50;
const SHEETS = 120;
const PASSPHRASE = 'a long enough passphrase';
const folder = mkdtempSync(join(tmpdir(), 'countersign-kill-'));
const workspace = join(folder, 'workspace');

beforeAll(async () => {
  const app = application();
  await ask(app, 'workspace.create', {
    passphrase: PASSPHRASE,
    centre: { number: '012345', name: 'Fault Centre (demo)' },
    person: { name: 'Asha Ray (demo)' },
  });
  const packs = await ask<{ digest: string }[]>(app, 'packs.list', {});
  const opened = app.workspace();
  if (!opened.ok) throw new Error('not open');
  for (let number = 0; number < SHEETS; number += 1) {
    const learner = await ask<{ id: string }>(app, 'learners.add', {
      name: `L ${number} (demo)`,
      registrationNumber: `K${number}`,
    });
    const bytes = Buffer.from(`Script of learner ${number}. `.repeat(20));
    const begun = opened.value.incoming.begin('script.txt', bytes.length);
    if (!begun.ok) throw new Error(begun.error.code);
    opened.value.incoming.append(begun.value, 0, bytes);
    await ask(app, 'attempts.take-in', {
      learner: learner.id,
      pack: packs[0]?.digest,
      assessment: 'diploma-603',
      files: [begun.value],
      dateReceived: '2026-11-02',
      declarationDate: '2026-11-02',
      standardisationRefused: false,
    });
  }
  app.lock();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`keeps everything that was shown as saved through ${KILLS} kills while typing and signing`, {
  timeout: 600_000,
}, async () => {
  const saved = new Map<string, number>();
  const signed = new Map<string, string>();
  let typedBeforeKill = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Instants spread over typing, signing and writing; a fixed sequence, so that a failure comes again.
    const patience = 40 + ((kill * 7919) % 1300);
    const lines = await workUntilKilled(patience);
    for (const line of lines) {
      const [what = '', sheet = '', part = '', length = ''] = line.split(' ');
      if (what === 'saved') saved.set(`${sheet}/${part}`, Number(length));
      if (what === 'signed') signed.set(sheet, part);
    }
    typedBeforeKill += lines.filter((line) => line.startsWith('saved')).length;
    await checkWhole(saved, signed);
  }
  expect(typedBeforeKill).toBeGreaterThan(KILLS);
  expect(signed.size).toBeGreaterThan(3);
});

/** The workspace opens, the chain holds, every acknowledged word and signature is there, nothing is half signed. */
async function checkWhole(saved: ReadonlyMap<string, number>, signed: ReadonlyMap<string, string>): Promise<void> {
  const app = application();
  await ask(app, 'workspace.open', { passphrase: PASSPHRASE });
  const opened = app.workspace();
  if (!opened.ok) throw new Error('not open');
  const { db, vault } = opened.value;
  const chain = readChain(db);
  expect(checkChain(sha256Text, chain.events, chain.payloads)).toBeNull();
  expect(db.prepare('SELECT count(*) FROM signing').pluck().get()).toBe(0);
  expect(db.prepare("SELECT count(*) FROM sheet WHERE state = 'signing'").pluck().get()).toBe(0);
  expect(readdirSync(join(workspace, 'vault', 'incoming'))).toEqual([]);
  for (const [key, length] of saved) {
    const [sheet, section] = key.split('/');
    const text = db
      .prepare('SELECT strengths FROM sheet_section WHERE sheet_id = ? AND section = ?')
      .pluck()
      .get(sheet, section);
    expect(String(text).length).toBeGreaterThanOrEqual(length);
  }
  for (const [sheet, digest] of signed) {
    const view = await ask<SheetView>(app, 'sheets.get', { sheet });
    expect(view).toMatchObject({ state: 'signed', signed: [{ digest }] });
    for (const file of [view.signed[0]?.pdf, view.signed[0]?.docx]) {
      const bytes = await readFile(vault, file?.sha256 as Digest);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
    }
  }
  app.lock();
}

function workUntilKilled(patience: number): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'assessor-process.ts');
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, workspace, PASSPHRASE],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout?.on('data', (part: Buffer) => {
    // The clock runs from the moment that the work begins.
    if (said === '') timer = setTimeout(() => child.kill('SIGKILL'), patience);
    said += part.toString('utf8');
  });
  return new Promise((resolve) => {
    child.once('close', () => {
      clearTimeout(timer);
      // A line cut by the kill was not shown whole: only what ends in a line break counts.
      resolve(said.split('\n').slice(0, -1));
    });
  });
}

function application(): Application {
  return createApplication({
    folder: workspace,
    clock: systemClock,
    cost: { N: 2 ** 10, r: 8, p: 1 },
    host: { tell: () => undefined, openOutside: async () => false },
  });
}

async function ask<T>(app: Application, call: string, input: unknown): Promise<T> {
  const router = createRouter(app, (_incident, error) => console.error(error));
  const reply = await router({ trusted: true }, call, input);
  if (!reply.ok) throw new Error(`${call}: ${reply.error.code}`);
  return reply.value as T;
}
