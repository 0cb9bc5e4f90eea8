// The one entry of every npm script, plain JavaScript that any Node of the last years runs: installs what is missing,
// then hands over to the project's own Node. Whatever it says goes to standard error; standard output is the task's.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('Usage: run.mjs FILE.ts [arguments]');
  process.exit(2);
}

installDependencies();
const ran = spawnSync(projectNode(), ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
  stdio: 'inherit',
});
if (ran.error) console.error(ran.error.message);
process.exit(ran.status ?? 1);

/** `npm ci` where the installed packages are not those of the lock file. */
function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.countersign-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages from the lock file ...');
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const installed = spawnSync(command[0], [...command[1], 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  if (installed.status !== 0) {
    console.error('The packages could not be installed: see above. Nothing was changed outside node_modules.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** The Node that the lock file brings; on systems for which it brings none, the one that runs this, if it is a 24. */
function projectNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', binary);
  if (existsSync(brought)) return brought;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  console.error(
    `Countersign needs Node 24; this is ${process.version}, and none is brought for ${system}-${process.arch}.`,
  );
  process.exit(1);
}
