import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../electron/cli/run-command.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { createApplication } from '../../../electron/services/application.ts';
import { systemClock } from '../../../electron/services/clock.ts';
import type { SheetView } from '../../../shared/api/contract.ts';

/** Marks typed into a sheet by section, and what must come out: worked out by hand from the printed rule. */
type Case = {
  readonly why: string;
  readonly assessment: string;
  readonly marks: readonly string[];
  readonly outcome: unknown;
};

const below = (section: string, mark: number, minimum: number) => ({ section, reason: 'below-minimum', mark, minimum });
const referral = (total: number, referred: readonly unknown[], totalShort: unknown = null) => ({
  outcome: 'referral',
  total,
  referred,
  totalShort,
});

// Mark sheet 602 of the Diploma: /10 (min 5), /30 (min 15), /30 (min 15), /30 (min 15).
const CASES: readonly Case[] = [
  {
    why: 'at every minimum',
    assessment: 'diploma-602',
    marks: ['5', '15', '15', '15'],
    outcome: { outcome: 'pass', total: 50 },
  },
  {
    why: 'just above every minimum',
    assessment: 'diploma-602',
    marks: ['6', '16', '16', '16'],
    outcome: { outcome: 'pass', total: 54 },
  },
  {
    why: 'just below the first minimum',
    assessment: 'diploma-602',
    marks: ['4', '30', '30', '30'],
    outcome: referral(94, [below('s1', 4, 5)]),
  },
  {
    why: 'just below the second minimum',
    assessment: 'diploma-602',
    marks: ['10', '14', '30', '30'],
    outcome: referral(84, [below('s2', 14, 15)]),
  },
  {
    why: 'just below the third minimum',
    assessment: 'diploma-602',
    marks: ['10', '30', '14', '30'],
    outcome: referral(84, [below('s3', 14, 15)]),
  },
  {
    why: 'just below the fourth minimum',
    assessment: 'diploma-602',
    marks: ['10', '30', '30', '14'],
    outcome: referral(84, [below('s4', 14, 15)]),
  },
  {
    why: 'a total of 90 with one section short',
    assessment: 'diploma-603',
    marks: ['1', '89'],
    outcome: referral(90, [below('s1', 1, 5)]),
  },
  {
    why: 'all but one minimum, which is one short',
    assessment: 'diploma-602',
    marks: ['5', '15', '15', '14'],
    outcome: referral(49, [below('s4', 14, 15)], { total: 49, needed: 50 }),
  },
  {
    why: 'a mark of nought, which is a mark',
    assessment: 'diploma-603',
    marks: ['0', '60'],
    outcome: referral(60, [below('s1', 0, 5)]),
  },
  {
    why: 'one section unmarked',
    assessment: 'diploma-602',
    marks: ['10', '30', '30', ''],
    outcome: { outcome: 'incomplete', total: 70, unmarked: ['s4'] },
  },
  {
    why: 'nothing marked',
    assessment: 'diploma-602',
    marks: ['', '', '', ''],
    outcome: { outcome: 'incomplete', total: 0, unmarked: ['s1', 's2', 's3', 's4'] },
  },
  {
    why: 'minima that add up to 40, all met, and a total of 49',
    assessment: 'demo-d1',
    marks: ['24', '25'],
    outcome: referral(49, [], { total: 49, needed: 50 }),
  },
  {
    why: 'minima that add up to 40, all met, and a total of 50',
    assessment: 'demo-d1',
    marks: ['25', '25'],
    outcome: { outcome: 'pass', total: 50 },
  },
];

describe('the outcome of a sheet marked from a scenario file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-rule-'));
  const seen = new Map<number, SheetView>();

  beforeAll(async () => {
    mkdirSync(join(folder, 'out'));
    const fixtures = resolve(import.meta.dirname, '..', '..', 'fixtures', 'packs');
    copyFileSync(join(fixtures, 'minima-forty.json'), join(folder, 'pack.json'));
    writeFileSync(join(folder, 'script.txt'), 'The depot runs at 61 per cent of its capacity. '.repeat(40));
    writeFileSync(join(folder, 'scenario.json'), JSON.stringify({ steps: scenario() }));
    const said: string[] = [];
    const status = await runCommand({
      scenario: join(folder, 'scenario.json'),
      out: join(folder, 'out'),
      workspaces: join(folder, 'kept'),
      print: () => undefined,
      complain: (line) => said.push(line),
    });
    expect({ status, said }).toEqual({ status: 0, said: [] });
    await readBack();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CASES.map((one, index) => ({ ...one, index })))('$why', ({ index, outcome }) => {
    expect(seen.get(index)?.decision).toEqual(outcome);
  });

  function scenario() {
    const open = [
      {
        call: 'workspace.create',
        input: {
          passphrase: 'a long enough passphrase',
          centre: { number: '012345', name: 'Rule Centre (demo)' },
          person: { name: 'Asha Ray (demo)' },
        },
      },
      { call: 'packs.add', input: { file: { $file: 'pack.json' } } },
      { call: 'packs.list', as: 'packs' },
    ];
    return [...open, ...CASES.flatMap(steps)];
  }

  function steps({ assessment, marks }: Case, index: number) {
    const pack = assessment.startsWith('demo') ? '$packs.code=demo-forty.digest' : '$packs.code=ilm-8316.digest';
    const number = String(index).padStart(2, '0');
    return [
      {
        call: 'learners.add',
        input: { name: `Case ${number} (demo)`, registrationNumber: `CASE${number}` },
        as: `l${index}`,
      },
      {
        call: 'attempts.take-in',
        input: {
          learner: `$l${index}.id`,
          pack,
          assessment,
          files: [{ $file: 'script.txt' }],
          dateReceived: '2026-11-02',
          declarationDate: '2026-11-02',
          standardisationRefused: false,
        },
        as: `a${index}`,
      },
      { call: 'sheets.open', input: { attempt: `$a${index}.attempt.id` }, as: `s${index}` },
      ...marks.map((typed, section) => ({
        call: 'sheets.edit',
        input: { sheet: `$s${index}.sheet`, revision: 1, field: { kind: 'mark', section: `s${section + 1}`, typed } },
      })),
    ];
  }

  /** Another process's view: the kept workspace, opened again. */
  async function readBack() {
    const app = createApplication({
      folder: join(folder, 'kept', 'main'),
      clock: systemClock,
      cost: { N: 2 ** 12, r: 8, p: 1 },
      host: { tell: () => undefined, openOutside: async () => false },
    });
    const router = createRouter(app, (_incident, error) => {
      throw error;
    });
    const ask = async (call: string, input: unknown) => {
      const reply = await router({ trusted: true }, call, input);
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.value as never;
    };
    await ask('workspace.open', { passphrase: 'a long enough passphrase' });
    const queue: { rows: { learnerName: string; attempt: string }[] } = await ask('attempts.list', {});
    for (const row of queue.rows) {
      const index = Number(/^Case (\d+)/.exec(row.learnerName)?.[1]);
      seen.set(index, await ask('sheets.open', { attempt: row.attempt }));
    }
    app.lock();
  }
});
