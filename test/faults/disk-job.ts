import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../shared/api/errors.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { AttemptId, LearnerId, SheetId } from '../../shared/model/ids.ts';
import { acknowledge, copyOf, nothingAcknowledged } from './acknowledged.ts';
import * as acts from './acts.ts';
import { assessorAt } from './assessor.ts';
import type { DiskControl, DiskFault } from './failing-disk.ts';
import { type Place, whatIsWrong } from './what-is-wrong.ts';

/** What came of the job on a disk that failed once, or from a point on. */
export type DiskReport = {
  /** False where the job was done before the operation that was to fail. */
  readonly reached: boolean;
  readonly operations: number;
  /** The operation that failed first. */
  readonly failed: string;
  /** Acts that were refused, each with its code. */
  readonly refused: readonly string[];
  /** Acts that were refused and had been done all the same: allowed, but better not. */
  readonly doneAllTheSame: readonly string[];
  readonly wrong: readonly string[];
};

/** What a person can do something about. Anything else is not the answer to a failing disk. */
const HONEST = new Set<AppError['code']>(['disk-full', 'disk-refused', 'destination-refused']);
const TRIES = 4;
const CHANGE = 'change the passphrase';

/**
 * The whole job of an assessor, on a disk that fails at operation `at`. A refused act is tried again: at once, where the
 * disk failed once; after the disk is sound again and the workspace was opened anew, where the fault lasted. What lay on
 * the disk at the moment of the refusal is judged as if the process had died there; the finished job is judged too.
 * Marking saves each section in so many bursts of typing.
 */
export async function diskJob(
  folders: { readonly failing: string; readonly sound: string },
  disk: DiskControl,
  fault: DiskFault,
  at: number,
  bursts: number,
): Promise<DiskReport> {
  const place: Place = { workspace: join(folders.failing, 'workspace'), exports: join(folders.failing, 'exports') };
  mkdirSync(place.exports, { recursive: true });
  const wrong: string[] = [];
  const refused: string[] = [];
  const doneAllTheSame: string[] = [];
  const record = nothingAcknowledged();
  const incidents: unknown[] = [];
  const assessor = assessorAt(place.workspace, (_incident, error) => incidents.push(error));
  const desk = { assessor, exports: place.exports, say: (line: string) => acknowledge(record, line) };
  const descriptors = readdirSync('/proc/self/fd').length;

  const refusal = (act: string, error: AppError) => {
    refused.push(`${act}: ${error.code}`);
    const incident = error.code === 'internal' ? ` ${stackOf(incidents.at(-1))}` : '';
    // Refused because it could not be recorded, and not put back on a disk that goes on failing: then the next one opens.
    const changed = fault.lasting && act === CHANGE && error.code === 'wrong-passphrase';
    if (!HONEST.has(error.code) && !changed) wrong.push(`${act} answers ${error.code}${incident}`);
  };
  const judgeAsIfKilled = async () => {
    const copy = join(folders.sound, 'copy');
    spawnSync('cp', ['-a', folders.failing, copy], { env: { PATH: process.env.PATH } });
    const left = { workspace: join(copy, 'workspace'), exports: join(copy, 'exports') };
    const found = await whatIsWrong(left, copyOf(record));
    wrong.push(...found.map((one) => `had it died at the refusal: ${one}`));
    rmSync(copy, { recursive: true, force: true });
  };
  const step = async <T>(act: string, perform: () => Promise<Result<T, AppError>>): Promise<T> => {
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const result = await perform();
      if (result.ok) return result.value;
      refusal(act, result.error);
      if (fault.lasting && tried === 2) {
        for (const call of ['workspace.status', 'attempts.list'] as const) {
          const asked = await assessor.ask(call, {});
          if (!asked.ok && asked.error.code !== 'workspace-locked') refusal(call, asked.error);
        }
        await acts.lock(desk);
        disk.mend();
      }
      if (tried === (fault.lasting ? 2 : 1)) await judgeAsIfKilled();
    }
    throw new Error(`${act} is still refused on a sound disk: ${refused.join(', ')}`);
  };
  const enter = async (): Promise<Result<unknown, AppError>> => {
    const entered = await enterWith(desk, record.passphrase);
    if (entered.ok || entered.error.code !== 'wrong-passphrase') return entered;
    // A change that was refused, and could not be put back on a disk that went on failing.
    const other = await enterWith(desk, record.passphrase + 1);
    if (other.ok) record.passphrase += 1;
    if (other.ok) doneAllTheSame.push(CHANGE);
    return other;
  };
  const inside =
    <T>(perform: () => Promise<Result<T, AppError>>) =>
    async (): Promise<Result<T, AppError>> => {
      const opened = await enter();
      return opened.ok ? perform() : opened;
    };

  disk.arm(fault, at);
  try {
    await step('create', enter);
    const learner = await step(
      'add a learner',
      inside(() => acts.addLearner(desk)),
    );
    const attempt = await step(
      'take in',
      inside(() => takeInOnce(desk, learner, doneAllTheSame)),
    );
    const view = await step(
      'open the sheet',
      inside(() => acts.openSheet(desk, attempt)),
    );
    await step(
      'mark',
      inside(() => acts.mark(desk, view, bursts)),
    );
    await step(
      'sign',
      inside(() => signOnce(desk, view.sheet, record.passphrase, doneAllTheSame)),
    );
    await step(
      'export',
      inside(() => acts.exportSheet(desk, view.sheet)),
    );
    await step(
      CHANGE,
      inside(() => acts.changePassphrase(desk, record.passphrase)),
    );
    await step('lock', () => acts.lock(desk));
    await step('open', enter);
  } catch (error) {
    wrong.push(stackOf(error));
  }
  const operations = disk.count();
  disk.mend();
  assessor.app.lock();
  const left = readdirSync('/proc/self/fd').length - descriptors;
  if (left > 0) wrong.push(`${left} files are still open`);
  wrong.push(...(await whatIsWrong(place, record)).map((one) => `in the end: ${one}`));
  rmSync(folders.failing, { recursive: true, force: true });
  return { reached: at > 0 && operations >= at, operations, failed: disk.failed(), refused, doneAllTheSame, wrong };
}

/** Makes the workspace, or opens it where it is already there, as the first screen does. */
async function enterWith(desk: acts.Desk, passphrase: number): Promise<Result<unknown, AppError>> {
  const status = await desk.assessor.ask('workspace.status', {});
  if (!status.ok || status.value.state === 'open') return status;
  if (status.value.state === 'missing') return acts.create(desk);
  return acts.open(desk, passphrase);
}

async function takeInOnce(
  desk: acts.Desk,
  learner: LearnerId,
  doneAllTheSame: string[],
): Promise<Result<AttemptId, AppError>> {
  const known = await desk.assessor.ask('learners.get', { learner });
  const attempt = known.ok ? known.value.attempts[0]?.attempt : undefined;
  if (attempt === undefined) return acts.takeIn(desk, learner, acts.scriptOf(300_000));
  doneAllTheSame.push('take in');
  return ok(attempt);
}

async function signOnce(
  desk: acts.Desk,
  sheet: SheetId,
  passphrase: number,
  doneAllTheSame: string[],
): Promise<Result<unknown, AppError>> {
  const view = await desk.assessor.ask('sheets.get', { sheet });
  if (!view.ok || view.value.state !== 'signed') return acts.sign(desk, sheet, passphrase);
  doneAllTheSame.push('sign');
  return ok(null);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? `${error.stack} ${'code' in error ? String(error.code) : ''}` : String(error);
}
