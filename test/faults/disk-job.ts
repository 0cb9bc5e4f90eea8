import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../shared/api/errors.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { AttemptId, LearnerId, SheetId } from '../../shared/model/ids.ts';
import * as acts from './acts.ts';
import { CHANGE, type DiskTrial, diskTrial, stackOf } from './disk-trial.ts';
import type { DiskControl, DiskFault } from './failing-disk.ts';
import { type Place, whatIsWrong } from './what-is-wrong.ts';

/** What goes wrong at which operation, and how long the job is: each section is saved in so many bursts of typing. */
export type DiskRound = { readonly fault: DiskFault; readonly at: number; readonly bursts: number };

/** What came of the job on a disk that failed once, or from a point on. */
export type DiskReport = Pick<DiskTrial, 'refused' | 'doneAllTheSame' | 'wrong'> & {
  /** False where the job was done before the operation that was to fail. */
  readonly reached: boolean;
  readonly operations: number;
  /** The operation that failed first. */
  readonly failed: string;
};

/**
 * The whole job of an assessor, on a disk that fails at one operation. A refused act is tried again: at once, where the
 * disk failed once; after the disk is sound again and the workspace was opened anew, where the fault lasted. What lay on
 * the disk at the moment of the refusal is judged as if the process had died there; the finished job is judged too.
 */
export async function diskJob(
  folders: { readonly failing: string; readonly sound: string },
  disk: DiskControl,
  { fault, at, bursts }: DiskRound,
): Promise<DiskReport> {
  const place: Place = { workspace: join(folders.failing, 'workspace'), exports: join(folders.failing, 'exports') };
  mkdirSync(place.exports, { recursive: true });
  const before = openFiles();
  const trial = diskTrial(place, disk, fault, join(folders.sound, 'copy'));
  const { desk, record, refused, doneAllTheSame, wrong } = trial;
  disk.arm(fault, at);
  await wholeJob(trial, bursts).catch((error: unknown) => wrong.push(stackOf(error)));
  const operations = disk.count();
  disk.mend();
  desk.assessor.app.lock();
  if (openFiles() > before) wrong.push(`${openFiles() - before} files are still open`);
  wrong.push(...(await whatIsWrong(place, record)).map((one) => `in the end: ${one}`));
  rmSync(folders.failing, { recursive: true, force: true });
  return { reached: operations >= at, operations, failed: disk.failed(), refused, doneAllTheSame, wrong };
}

async function wholeJob(trial: DiskTrial, bursts: number): Promise<void> {
  const { desk, record, enter } = trial;
  /** An act inside the workspace, which is opened again where a refusal left it closed. */
  const step = <T>(act: string, perform: () => Promise<Result<T, AppError>>): Promise<T> =>
    trial.step(act, async () => {
      const entered = await enter();
      return entered.ok ? perform() : entered;
    });
  await trial.step('create', enter);
  const learner = await step('add a learner', () => acts.addLearner(desk));
  const attempt = await step('take in', () => takeInOnce(trial, learner));
  const view = await step('open the sheet', () => acts.openSheet(desk, attempt));
  await step('mark', () => acts.mark(desk, view, bursts));
  await step('sign', () => signOnce(trial, view.sheet));
  await step('export', () => acts.exportSheet(desk, view.sheet));
  await step(CHANGE, () => acts.changePassphrase(desk, record.passphrase));
  await trial.step('lock', () => acts.lock(desk));
  await trial.step('open', enter);
}

async function takeInOnce(
  { desk, doneAllTheSame }: DiskTrial,
  learner: LearnerId,
): Promise<Result<AttemptId, AppError>> {
  const known = await desk.assessor.ask('learners.get', { learner });
  const attempt = known.ok ? known.value.attempts[0]?.attempt : undefined;
  if (attempt === undefined) return acts.takeIn(desk, learner, acts.scriptOf(300_000));
  doneAllTheSame.push('take in');
  return ok(attempt);
}

async function signOnce(
  { desk, record, doneAllTheSame }: DiskTrial,
  sheet: SheetId,
): Promise<Result<unknown, AppError>> {
  const view = await desk.assessor.ask('sheets.get', { sheet });
  if (!view.ok || view.value.state !== 'signed') return acts.sign(desk, sheet, record.passphrase);
  doneAllTheSame.push('sign');
  return ok(null);
}

function openFiles(): number {
  return readdirSync('/proc/self/fd').length;
}
