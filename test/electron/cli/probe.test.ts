import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeCommand } from '../../../electron/cli/probe-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { HOSTILE_OUTCOMES, SLOW_TO_REFUSE } from './hostile-outcomes.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'hostile');

type Probed = { readonly code: number; readonly lines: readonly string[]; readonly complaints: readonly string[] };

/** Probes a folder in a world of its own: what the probe leaves behind stands in `temporary`. */
async function probe(folder: string, temporary: string): Promise<Probed> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  const lines: string[] = [];
  const complaints: string[] = [];
  const print = (line: string) => void lines.push(line);
  const complain = (line: string) => void complaints.push(line);
  try {
    return { code: await probeCommand({ folder, print, complain }), lines, complaints };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The name, the outcome, and how the first page stands, out of a line of the table. */
function cellsOf(line: string): readonly [name: string, outcome: string] | null {
  const found =
    /^(\S+) .* (opened|limit|refused [a-z-]+) .*?(drawn|outside|sentence|nothing|hung|crashed|failed)? +\d+$/.exec(
      line,
    );
  if (!found) return null;
  const [, name = '', outcome = '', drawn] = found;
  return [name, drawn === undefined ? outcome : `${outcome}, ${drawn}`];
}

describe('probe FOLDER over the hostile files', () => {
  const world = temporaryFolder(afterAll);
  // Deep enough that a name which climbs four folders out of the workspace still lands in this world.
  const temporary = join(world, 'a', 'b', 'c', 't');
  const files = join(world, 'files');
  const quick = readdirSync(FIXTURES).filter((name) => !SLOW_TO_REFUSE.includes(name));
  let probed: Probed;

  beforeAll(async () => {
    mkdirSync(temporary, { recursive: true });
    mkdirSync(files);
    for (const name of quick) writeFileSync(join(files, name), readFileSync(join(FIXTURES, name)));
    probed = await probe(files, temporary);
  }, 600_000);

  it('opens, limits or refuses each as it should, and shows the first page of what it opens', () => {
    const expected = Object.entries(HOSTILE_OUTCOMES).flatMap(([outcome, names]) =>
      names.map((name) => [name, outcome] as const),
    );
    const seen = probed.lines.flatMap((line) => [cellsOf(line)].filter((cells) => cells !== null));
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
    expect(seen).toHaveLength(quick.length);
    expect(probed).toMatchObject({ code: 0, complaints: [] });
  });

  it('asks for nothing elsewhere, opens nothing, leads nowhere and says nothing', () => {
    expect(probed.lines.filter((line) => line.includes('WRONG'))).toEqual([]);
    expect(probed.lines.at(-1)).toContain('The page was made to do what no file may: 0 times');
  });

  it('says of what a file tried that the page’s own policy stopped it', () => {
    expect(probed.lines).toContain('    stopped: asked for http://tracker.example/face');
  });

  it('leaves the files as they were and nothing beside them, neither in the temporary folder nor further up', () => {
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(world, { recursive: true }).toSorted()).toEqual(
      ['a', 'a/b', 'a/b/c', 'a/b/c/t', 'files', ...quick.map((name) => `files/${name}`)].toSorted(),
    );
    for (const name of quick) {
      expect(readFileSync(join(files, name)).equals(readFileSync(join(FIXTURES, name))), name).toBe(true);
    }
    for (const planted of ['/etc/cron.d/evil', '/evil.xml']) expect(existsSync(planted)).toBe(false);
  });
});

describe('probe FOLDER', () => {
  it('goes through folders in folders, follows no link, and opens nothing but plain files', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'deep', 'deeper'), { recursive: true });
    writeFileSync(join(folder, 'one.txt'), 'one');
    writeFileSync(join(folder, 'deep', 'deeper', 'two.txt'), 'one two');
    symlinkSync('/etc/passwd', join(folder, 'link.txt'));
    symlinkSync(folder, join(folder, 'deep', 'round'));
    const { code, lines } = await probe(folder, temporaryFolder());
    expect(code).toBe(0);
    expect(lines.flatMap((line) => cellsOf(line)?.[0] ?? []).toSorted()).toEqual(['deep/deeper/two.txt', 'one.txt']);
    expect(lines).toContain('2 files: 2 opened');
    expect(lines).toContain('Passed over: 2 links');
  });

  it.skipIf(process.platform !== 'linux')(
    'reads a file whose name is no text, and says what it passed over',
    async () => {
      const folder = temporaryFolder();
      const notText = Buffer.from([0xe9, 0xff, 0x2e, 0x74, 0x78, 0x74]);
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), notText]), 'one two');
      spawnSync('mkfifo', [join(folder, 'pipe.pdf')]);
      const { code, lines } = await probe(folder, temporaryFolder());
      expect(code).toBe(0);
      expect(lines.slice(1)).toEqual(
        expect.arrayContaining(['1 files: 1 opened', 'Passed over: 1 devices, pipes or sockets']),
      );
    },
  );

  it('says that a folder is not there', async () => {
    const { code, complaints } = await probe(join(temporaryFolder(), 'nowhere'), temporaryFolder());
    expect({ code, complaints }).toEqual({ code: 1, complaints: ['There is no such folder. Nothing was read.'] });
  });
});
