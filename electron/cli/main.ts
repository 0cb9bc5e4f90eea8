import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode24 } from '../setup/node-version.ts';
import { codeOf } from './make-folder.ts';
import { packsCommand } from './packs-command.ts';
import { probeCommand } from './probe-command.ts';
import { runCommand } from './run-command.ts';
import { verifyCommand } from './verify-command.ts';

requireNode24();

const USAGE = `countersign COMMAND

  run SCENARIO.json --out DIR [--workspaces DIR]
                     performs a list of contract calls; exports go under DIR
  demo DIR           the shipped scenario: the whole job on fictional data
  verify FILE...     checks signed files; 0 intact, 1 altered or wrong, 2 not checkable
  probe FOLDER       takes in every file of a folder, reads and draws it, and says what became of each
  packs [--json]     the packs that ship with the app`;

const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

process.exitCode = await main(process.argv.slice(2)).catch(refusedBySystem);

async function main(args: readonly string[]): Promise<number> {
  const parsed = parse(args);
  if (parsed === null) return usage();
  const { values, positionals } = parsed;
  const [command, first, ...more] = positionals;
  switch (command) {
    case 'run': {
      if (first === undefined || values.out === undefined || more.length > 0) return usage();
      const kept = values.workspaces === undefined ? {} : { workspaces: values.workspaces };
      return runCommand({ scenario: first, out: values.out, ...kept, print, complain });
    }
    case 'demo':
      if (first === undefined || more.length > 0) return usage();
      return runCommand({ scenario: demoScenario(), out: first, print, complain });
    case 'verify':
      return first === undefined ? usage() : verifyCommand([first, ...more], print);
    case 'probe':
      return first === undefined || more.length > 0 ? usage() : probeCommand({ folder: first, print, complain });
    case 'packs':
      return first === undefined ? packsCommand(values.json, print) : usage();
    default:
      return usage();
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        workspaces: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch {
    return null;
  }
}

/** A disk that is full or refuses is no bug, and is said in a sentence; anything else is thrown on. */
function refusedBySystem(error: unknown): number {
  const code = codeOf(error);
  const path = error instanceof Error && 'path' in error ? ` ${error.path}` : '';
  complain(
    `The system refused (${code}${path}), so this ends here. Check that the disk has room and may be written to.`,
  );
  return 1;
}

function usage(): number {
  complain(USAGE);
  return 2;
}

function demoScenario(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'seeds', 'demo', 'scenario.json');
    if (existsSync(candidate) || folder === dirname(folder)) return candidate;
  }
}
