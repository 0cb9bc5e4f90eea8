import { viewEnrolments } from '../../electron/services/enrolments/enrolment-view.ts';
import { putEnrolment } from '../../electron/services/enrolments/put-enrolment.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { EnrolmentView } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { ParsedInput } from '../../shared/api/inputs.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { LearnerId } from '../../shared/model/ids.ts';
import { shippedPack } from './desk.ts';
import { answer, present } from './result.ts';

export type Choice = ParsedInput<'enrolments.put'>['units'];

/** Units to be assessed, as "A 602" and "B 603". */
export function planned(...units: readonly string[]): Choice {
  return units.map((one) => {
    const [group = '', unit = ''] = one.split(' ');
    return { how: 'planned', unit, group };
  });
}

/** Enrols a learner in the shipped diploma, or chooses again. */
export function choose(
  workspace: Workspace,
  learner: LearnerId,
  units: Choice,
  qualification = 'diploma',
): Result<EnrolmentView, AppError> {
  return putEnrolment(workspace, { learner, pack: shippedPack().digest, qualification, units });
}

/** The only enrolment of a learner, as it is read again. */
export function enrolmentOf(workspace: Workspace, learner: LearnerId): EnrolmentView {
  return present(answer(viewEnrolments(workspace, learner))[0]);
}
