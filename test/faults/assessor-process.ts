import { createInterface } from 'node:readline';
import type { AppError } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import {
  addLearner,
  changePassphrase,
  create,
  exportSheet,
  lock,
  mark,
  noteHead,
  open,
  openSheet,
  scriptOf,
  sign,
  takeIn,
  undoAndRedo,
} from './acts.ts';
import { assessorAt } from './assessor.ts';

/**
 * An assessor at work in a process of its own, to be killed. Says `ready` when everything is loaded, waits for a line
 * that tells job, workspace, exports and passphrase, and works until it is killed. Every line that is said of an act
 * came after its acknowledgement; see acknowledged.ts.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);
say('ready');
const [job = '', folder = '', exports = '', known = '0'] = (await firstLine()).split('\t');
const assessor = assessorAt(folder, (_incident, error) => console.error(error));
const desk = { assessor, exports, say };
let passphrase = Number(known);
const jobs = new Map([
  ['work', work],
  ['create', createAndWork],
  ['passphrase', changeAlways],
]);
await jobs.get(job)?.();

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

/** Nothing is refused on a sound disk. */
function done<T>(what: string, result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error.code}`);
  return result.value;
}

async function work(): Promise<void> {
  done('open', await open(desk, passphrase));
  // First what a kill left unfinished, then one learner after another.
  const queue = done('queue', await assessor.ask('attempts.list', { limit: 1000 }));
  const unfinished = queue.rows.filter((row) => row.state !== 'signed').map((row) => row.attempt);
  for (let round = 0; ; round += 1) {
    const attempt = unfinished.pop() ?? (await takeInNext(round));
    const view = done('sheet', await openSheet(desk, attempt));
    if (view.state === 'draft') {
      done('mark', await mark(desk, view, 4));
      done('undo', await undoAndRedo(desk, view));
      done('sign', await sign(desk, view.sheet, passphrase));
    }
    done('export', await exportSheet(desk, view.sheet));
    done('head', await noteHead(desk));
    if (round % 2 === 0) await changeOnce();
    if (round % 2 === 1) {
      done('lock', await lock(desk));
      done('reopen', await open(desk, passphrase));
    }
  }
}

async function takeInNext(round: number) {
  const learner = done('learner', await addLearner(desk));
  // Every third script is longer than a chunk of the vault and of the transfer.
  return done('take-in', await takeIn(desk, learner, scriptOf(round % 3 === 0 ? 600_000 : 2_000)));
}

async function changeOnce(): Promise<void> {
  done('passphrase', await changePassphrase(desk, passphrase));
  passphrase += 1;
}

async function changeAlways(): Promise<void> {
  done('open', await open(desk, passphrase));
  for (;;) await changeOnce();
}

async function createAndWork(): Promise<void> {
  done('create', await create(desk));
  done('lock', await lock(desk));
  await work();
}
