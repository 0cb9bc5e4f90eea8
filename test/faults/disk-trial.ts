import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import { type Acknowledged, acknowledge, copyOf, nothingAcknowledged } from './acknowledged.ts';
import { create, type Desk, lock, open } from './acts.ts';
import { assessorAt } from './assessor.ts';
import type { DiskControl, DiskFault } from './failing-disk.ts';
import { readHere } from './read-here.ts';
import { type Place, whatIsWrong } from './what-is-wrong.ts';

/** What a person can do something about. Anything else is not the answer to a failing disk. */
const HONEST = new Set<AppError['code']>(['disk-full', 'disk-refused', 'destination-refused']);
const TRIES = 4;
export const CHANGE = 'change the passphrase';

/** An assessor at work on a disk that fails, and what came of it so far. */
export type DiskTrial = {
  readonly desk: Desk;
  readonly record: Acknowledged;
  /** Acts that were refused, each with its code. */
  readonly refused: string[];
  /** Acts that were refused and had been done all the same: allowed, but better not. */
  readonly doneAllTheSame: string[];
  readonly wrong: string[];
  /** Makes the workspace or opens it, unless it is open. */
  readonly enter: () => Promise<Result<unknown, AppError>>;
  /** One act, tried again after a refusal: see `diskJob`. Throws where it is refused on a sound disk. */
  readonly step: <T>(act: string, perform: () => Promise<Result<T, AppError>>) => Promise<T>;
};

export function diskTrial(place: Place, disk: DiskControl, fault: DiskFault, copyTo: string): DiskTrial {
  const record = nothingAcknowledged();
  const refused: string[] = [];
  const doneAllTheSame: string[] = [];
  const wrong: string[] = [];
  const incidents: unknown[] = [];
  const assessor = assessorAt(place.workspace, (_incident, error) => incidents.push(error), {
    launchReader: readHere,
  });
  const desk = { assessor, exports: place.exports, say: (line: string) => acknowledge(record, line) };

  const note = (act: string, { code }: AppError) => {
    refused.push(`${act}: ${code}`);
    // Refused because it could not be recorded, and not put back on a disk that goes on failing: then the next one opens.
    const changed = fault.lasting && act === CHANGE && code === 'wrong-passphrase';
    const incident = code === 'internal' ? ` ${stackOf(incidents.at(-1))}` : '';
    if (!HONEST.has(code) && !changed) wrong.push(`${act} answers ${code}${incident}`);
  };
  /** While the disk still fails: what only reads, and locking. Then the disk is sound again. */
  const endFault = async () => {
    for (const call of ['workspace.status', 'attempts.list'] as const) {
      const asked = await assessor.ask(call, {});
      if (!asked.ok && asked.error.code !== 'workspace-locked') note(call, asked.error);
    }
    await lock(desk);
    disk.mend();
  };
  const judgeAsIfKilled = async () => {
    spawnSync('cp', ['-a', join(place.workspace, '..'), copyTo], { env: { PATH: process.env.PATH } });
    const left = { workspace: join(copyTo, 'workspace'), exports: join(copyTo, 'exports') };
    const found = await whatIsWrong(left, copyOf(record));
    wrong.push(...found.map((one) => `had it died at the refusal: ${one}`));
    rmSync(copyTo, { recursive: true, force: true });
  };
  return {
    desk,
    record,
    refused,
    doneAllTheSame,
    wrong,
    async enter() {
      const entered = await enterWith(desk, record.passphrase);
      if (entered.ok || entered.error.code !== 'wrong-passphrase') return entered;
      const other = await enterWith(desk, record.passphrase + 1);
      if (other.ok) record.passphrase += 1;
      if (other.ok) doneAllTheSame.push(CHANGE);
      return other;
    },
    async step(act, perform) {
      for (let tried = 1; tried <= TRIES; tried += 1) {
        const result = await perform();
        if (result.ok) return result.value;
        note(act, result.error);
        if (fault.lasting && tried === 2) await endFault();
        if (tried === (fault.lasting ? 2 : 1)) await judgeAsIfKilled();
      }
      throw new Error(`${act} is still refused on a sound disk: ${refused.join(', ')}`);
    },
  };
}

/** As the first screen does. */
async function enterWith(desk: Desk, passphrase: number): Promise<Result<unknown, AppError>> {
  const status = await desk.assessor.ask('workspace.status', {});
  if (!status.ok || status.value.state === 'open') return status;
  return status.value.state === 'missing' ? create(desk) : open(desk, passphrase);
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? `${error.stack} ${'code' in error ? String(error.code) : ''}` : String(error);
}
