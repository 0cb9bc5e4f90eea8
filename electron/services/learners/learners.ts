import { randomUUID } from 'node:crypto';
import type { AttemptRow, LearnerRow, Page } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { Learner } from '../../../shared/model/learner.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import {
  insertLearner,
  learnerByNumber,
  listLearners as listRows,
  readLearner,
  updateLearner,
} from '../../db/stores/learner-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { learnerQueue } from '../submissions/queue.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';

const PAGE = 200;

export function listLearners(workspace: Workspace, input: ParsedInput<'learners.list'>): Page<LearnerRow> {
  const { search = '', limit = PAGE, offset = 0 } = input;
  return listRows(workspace.db, { search, limit, offset });
}

/** A learner with every attempt. */
export function getLearner(
  workspace: Workspace,
  id: LearnerId,
): Result<{ readonly learner: Learner; readonly attempts: readonly AttemptRow[] }, AppError> {
  const learner = readLearner(workspace.db, id);
  if (!learner) return err({ code: 'learner-unknown' });
  return ok({ learner, attempts: learnerQueue(workspace, id) });
}

/** Registers a learner; a registration number is one learner's in its centre. */
export function addLearner(workspace: Workspace, input: ParsedInput<'learners.add'>): Result<Learner, AppError> {
  return inTransaction<Learner, AppError>(workspace.db, () => {
    const centre = centreOf(workspace).id;
    if (learnerByNumber(workspace.db, centre, input.registrationNumber)) {
      return err({ code: 'registration-number-taken', registrationNumber: input.registrationNumber });
    }
    const learner: Learner = {
      id: randomUUID() as LearnerId,
      centre,
      name: input.name,
      registrationNumber: input.registrationNumber,
      cohort: input.cohort ?? '',
      aliases: [],
    };
    const at = workspace.clock.now();
    insertLearner(workspace.db, learner, at);
    appendEvent(workspace.db, { at, actor: ownerOf(workspace).id, kind: 'learner-added', payload: facts(learner) });
    return ok(learner);
  });
}

/** Corrects a learner's name, number or cohort; signed sheets keep what they were signed with. */
export function editLearner(workspace: Workspace, input: ParsedInput<'learners.edit'>): Result<Learner, AppError> {
  return inTransaction<Learner, AppError>(workspace.db, () => {
    const before = readLearner(workspace.db, input.learner);
    if (!before) return err({ code: 'learner-unknown' });
    const taken = learnerByNumber(workspace.db, before.centre, input.registrationNumber);
    if (taken && taken !== before.id) {
      return err({ code: 'registration-number-taken', registrationNumber: input.registrationNumber });
    }
    const after: Learner = {
      ...before,
      name: input.name,
      registrationNumber: input.registrationNumber,
      cohort: input.cohort ?? before.cohort,
    };
    updateLearner(workspace.db, after);
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'learner-edited',
      payload: { before: facts(before), after: facts(after) },
    });
    return ok(after);
  });
}

function facts(learner: Learner) {
  const { id, name, registrationNumber, cohort } = learner;
  return { id, name, registrationNumber, cohort };
}
