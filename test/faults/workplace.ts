import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../electron/services/application.ts';
import type { AttemptId, LearnerId } from '../../shared/model/ids.ts';
import { answer } from '../support/result.ts';
import { type Acknowledged, acknowledge, nothingAcknowledged } from './acknowledged.ts';
import { addLearner, create, type Desk, mark, openSheet, scriptOf, sign, takeIn } from './acts.ts';
import { assessorAt } from './assessor.ts';
import type { Place } from './what-is-wrong.ts';

/** An assessor with a new workspace on one disk, exports on the same or another one, and what was acknowledged so far. */
export type Workplace = {
  readonly desk: Desk;
  readonly place: Place;
  readonly record: Acknowledged;
  readonly learner: LearnerId;
  /** Errors behind an answer `internal`; there should be none. */
  readonly incidents: unknown[];
};

export async function workplaceOn(
  disk: string,
  host: Partial<Host> = {},
  exports = join(disk, 'exports'),
): Promise<Workplace> {
  const place = { workspace: join(disk, 'workspace'), exports };
  const record = nothingAcknowledged();
  const incidents: unknown[] = [];
  mkdirSync(exports, { recursive: true });
  const assessor = assessorAt(place.workspace, (_incident, error) => incidents.push(error), host);
  const desk = { assessor, exports, say: (line: string) => acknowledge(record, line) };
  answer(await create(desk));
  return { desk, place, record, incidents, learner: answer(await addLearner(desk)) };
}

/** A small script of the learner's, taken in. */
export async function takenIn({ desk, learner }: Workplace): Promise<AttemptId> {
  return answer(await takeIn(desk, learner, scriptOf(2_000)));
}

export async function markedSheet(workplace: Workplace) {
  const view = answer(await openSheet(workplace.desk, await takenIn(workplace)));
  answer(await mark(workplace.desk, view, 1));
  return view;
}

export async function signedSheet(workplace: Workplace) {
  const { sheet } = await markedSheet(workplace);
  return answer(await sign(workplace.desk, sheet, workplace.record.passphrase));
}
