import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CLI = resolve(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts');
const PASSPHRASE = 'a passphrase for three people';

export type Ran = { readonly status: number | null; readonly said: string; readonly complained: string };

/** The command line in a process of its own. */
export function cli(args: readonly string[], cwd: string): Ran {
  const env = process.env.TMPDIR === undefined ? {} : { TMPDIR: process.env.TMPDIR };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, env, encoding: 'utf8' });
  return { status, said: stdout, complained: stderr };
}

/** One person's part: a process, a workspace in a folder, and what it wrote, by the end of the name. */
type Person = { readonly certificate: Buffer; readonly files: ReadonlyMap<'pdf' | 'docx', string> };

type Step = { readonly call: string; readonly input?: unknown; readonly as?: string };

/** Three people on machines of their own: nothing passes between them but exported files. */
export type ThreePeople = { readonly assessor: Person; readonly iqa: Person; readonly ev: Person };

/** Each runs a scenario in a process of its own, with a workspace in a folder of its own under `folder`. */
export function threePeople(folder: string): ThreePeople {
  writeFileSync(join(folder, 'script.txt'), 'What I learned about leading a team.');
  const assessor = person(folder, 'assessor', 'Asha Ray (demo)', ['assessor'], marking());
  const iqa = person(
    folder,
    'iqa',
    'Bo Lind (demo)',
    ['iqa'],
    [
      { call: 'checks.open', input: offered(assessor), as: 'check' },
      sign('iqa', { marks: MARKS.map((mark, at) => ({ section: `s${at + 1}`, typed: String(mark - 1) })) }),
      ...sendOn(),
    ],
  );
  const ev = person(
    folder,
    'ev',
    'Cleo Marr (demo)',
    ['ev'],
    [{ call: 'checks.open', input: offered(iqa), as: 'check' }, sign('ev', {}), ...sendOn()],
  );
  return { assessor, iqa, ev };
}

const MARKS = [7, 22, 23, 20];

function marking(): readonly Step[] {
  const edit = (field: unknown): Step => ({
    call: 'sheets.edit',
    input: { sheet: '$sheet.sheet', revision: 1, field },
  });
  return [
    { call: 'packs.list', as: 'packs' },
    { call: 'learners.add', input: { name: 'Jo Field (demo)', registrationNumber: 'ABC123' }, as: 'learner' },
    {
      call: 'attempts.take-in',
      input: {
        learner: '$learner.id',
        pack: '$packs.code=ilm-8316.digest',
        assessment: 'award-602',
        files: [{ $file: 'script.txt' }],
        dateReceived: '2026-11-02',
        declarationDate: '2026-11-01',
        standardisationRefused: false,
      },
      as: 'taken',
    },
    { call: 'sheets.open', input: { attempt: '$taken.attempt.id' }, as: 'sheet' },
    ...MARKS.flatMap((mark, at) => [
      edit({ kind: 'strengths', section: `s${at + 1}`, text: `What is good in section ${at + 1}.` }),
      edit({ kind: 'improvements', section: `s${at + 1}`, text: `What to improve in section ${at + 1}.` }),
      edit({ kind: 'mark', section: `s${at + 1}`, typed: String(mark) }),
    ]),
    { call: 'sheets.sign', input: { sheet: '$sheet.sheet', revision: 1, passphrase: PASSPHRASE } },
    {
      call: 'exports.write',
      input: { sheets: ['$sheet.sheet'], formats: ['pdf', 'docx'], destination: { $out: '.' } },
    },
  ];
}

function sign(place: string, more: object): Step {
  return { call: 'checks.sign', input: { check: '$check.check', place, passphrase: PASSPHRASE, ...more } };
}

function sendOn(): readonly Step[] {
  const input = { checks: ['$check.check'], formats: ['pdf', 'docx'], destination: { $out: '.' } };
  return [{ call: 'checks.export', input }];
}

function offered({ files }: Person) {
  return { pdf: { $file: files.get('pdf') }, docx: { $file: files.get('docx') } };
}

function person(folder: string, who: string, name: string, roles: readonly string[], steps: readonly Step[]): Person {
  const centre = { number: '012345', name: 'Fernhollow Training Centre (demo)' };
  const all: readonly Step[] = [
    { call: 'workspace.create', input: { passphrase: PASSPHRASE, centre, person: { name, roles } } },
    { call: 'identity.export-certificate', input: { destination: { $out: 'certificate' } } },
    ...steps,
  ];
  const out = join(folder, who);
  mkdirSync(out);
  // Beside what the others wrote, so that it reaches those files and no workspace.
  writeFileSync(join(folder, `${who}.json`), JSON.stringify({ steps: all }));
  const ran = cli(['run', `${who}.json`, '--out', who, '--workspaces', join(folder, `${who}-workspace`)], folder);
  if (ran.status !== 0) throw new Error(`${who}: ${ran.complained}`);
  const [certificate = ''] = readdirSync(join(out, 'certificate'));
  const written = readdirSync(out).sort();
  const ending = (format: 'pdf' | 'docx') => `${who}/${written.find((file) => file.endsWith(`.${format}`)) ?? ''}`;
  return {
    certificate: readFileSync(join(out, 'certificate', certificate)),
    files: new Map([
      ['pdf', ending('pdf')],
      ['docx', ending('docx')],
    ]),
  };
}
