import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/cli/run-command.ts';
import { BASE, caseFiles, JOB, PASSPHRASE, REFUSED } from './cases.ts';
import type { Step } from './way.ts';

/** The command line stops at the first refusal, so each case is a run of its own in the one kept workspace. */
describe('the contract through the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-cli-'));
  const OPEN: readonly Step[] = [
    { call: 'workspace.open', input: { passphrase: PASSPHRASE } },
    { call: 'packs.list', as: 'packs' },
    { call: 'learners.list', as: 'learners' },
    { call: 'learners.get', input: { learner: '$learners.rows.0.id' }, as: 'found' },
    { call: 'sheets.open', input: { attempt: '$found.attempts.0.attempt' }, as: 'sheet' },
  ];

  async function run(steps: readonly Step[]): Promise<{ readonly status: number; readonly said: string }> {
    const scenario = join(folder, 'scenario.json');
    const renamed = JSON.parse(JSON.stringify(steps).replaceAll('$learner.id', '$found.learner.id'));
    writeFileSync(scenario, JSON.stringify({ steps: renamed }));
    const lines: string[] = [];
    const status = await runCommand({
      scenario,
      out: join(folder, 'out'),
      workspaces: join(folder, 'workspaces'),
      print: (line) => lines.push(line),
      complain: (line) => lines.push(line),
    });
    return { status, said: lines.join('\n') };
  }

  beforeAll(async () => {
    mkdirSync(join(folder, 'out'));
    for (const [name, bytes] of await caseFiles()) writeFileSync(join(folder, name), bytes);
    const base = JSON.parse(
      JSON.stringify(BASE).replace('"as":"learner"', '"as":"found"').replaceAll('$learner.id', '$found.id'),
    );
    expect(await run(base)).toMatchObject({ status: 0 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(REFUSED)('refuses $what ($code)', async ({ step, code }) => {
    const { status, said } = await run([...OPEN, step]);
    expect(status).toBe(1);
    expect(said).toContain(code);
  });

  it('does the whole job and writes under the output folder', async () => {
    expect(await run([...OPEN, ...JOB])).toMatchObject({ status: 0 });
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      "R O'Néill-ABC123-012345-8316-603(1).docx",
      "R O'Néill-ABC123-012345-8316-603(1).pdf",
    ]);
  });

  it.each([
    [{ $file: '../outside.pdf' }, 'leads out of its folder'],
    [{ $file: '/etc/hostname' }, 'leads out of its folder'],
    [{ $file: 'not-there.pdf' }, 'not there'],
  ])('refuses the file %o: %s', async (file, sentence) => {
    const step = { call: 'packs.add', input: { file } };
    const { status, said } = await run([...OPEN, step]);
    expect(status).toBe(1);
    expect(said).toContain(sentence);
  });
});
