import type { CriterionStanding } from '../../../shared/api/contract.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { Unit } from '../../../shared/model/pack.ts';
import { criterionKey } from '../../../shared/rules/criterion-evidence.ts';
import { type JudgedSection, judgedSections } from '../../db/stores/judged-store.ts';
import { getAssessment } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Standing = Pick<CriterionStanding, 'met' | 'locked'> & {
  /** A signed sheet is built on its evidence, whether or not a later attempt judges it anew. */
  readonly holds: boolean;
};
type Judged = {
  readonly key: string;
  readonly qualification: string;
  readonly met: 'achieved' | 'not-yet';
  /** Milliseconds since 1970; 0 where nobody wrote down when. */
  readonly at: number;
  readonly returned: boolean;
  readonly holds: boolean;
  /** Judged in a draft, on what is held now. */
  readonly open: boolean;
  readonly assessment: string;
  readonly attempt: number;
};
const NOT_JUDGED: Standing = { met: null, locked: false, holds: false };

/** How criteria stand for a learner; asked by unit and number. */
export type Standings = { readonly of: (unit: string, criterion: string) => Standing };

/**
 * How the criteria of a qualification stand on a learner's official sheets: the latest judgement, and whether the
 * evidence stands as it was signed. That it does where the criterion is achieved on a sheet that is signed or being
 * signed, and where a draft carries it forward from one; not while a later attempt's draft judges it anew.
 */
export function standingsOfCriteria(
  workspace: Workspace,
  learner: LearnerId,
  packCode: string,
  qualification: string,
): Standings {
  const judged = judgedSections(workspace.db, learner, packCode).flatMap((one) => judgedIn(workspace, one));
  const known = Map.groupBy(judged, (one) => one.key);
  return { of: (unit, criterion) => standing(known.get(criterionKey({ unit, criterion })) ?? [], qualification) };
}

/** The standing of every criterion of some units. */
export function listStandings(units: readonly Unit[], standings: Standings): readonly CriterionStanding[] {
  return units.flatMap((unit) =>
    unit.outcomes
      .flatMap((outcome) => outcome.criteria)
      .map(({ number }) => {
        const { met, locked } = standings.of(unit.code, number);
        return { unit: unit.code, criterion: number, met, locked };
      }),
  );
}

function standing(judged: readonly Judged[], qualification: string): Standing {
  if (judged.length === 0) return NOT_JUDGED;
  const counted = judged.filter((one) => !one.returned).sort((one, other) => one.at - other.at);
  // A portfolio is of one qualification: what was signed for another rests on that one's evidence.
  const here = judged.filter((one) => one.qualification === qualification);
  const holding = here.filter((one) => one.holds);
  const anew = (held: Judged) =>
    here.some((one) => one.open && one.assessment === held.assessment && one.attempt > held.attempt);
  return {
    met: counted.at(-1)?.met ?? null,
    locked: holding.some((one) => !anew(one)),
    holds: holding.length > 0,
  };
}

function judgedIn(workspace: Workspace, section: JudgedSection): readonly Judged[] {
  const found = getAssessment(workspace, section.pack, section.assessment);
  if (!found.ok || found.value.assessment.scheme.rule.kind !== 'criteria-met') return [];
  const { scheme, qualification } = found.value.assessment;
  const asked = scheme.sections.find((one) => one.id === section.section)?.criteria ?? [];
  return section.criteria.flatMap((entry) => {
    const { met, judged, carried } = entry;
    if (met === null) return [];
    const at = Date.parse(judged?.at(-1)?.at ?? section.savedAt ?? '') || 0;
    const open = section.state === 'draft' && !section.carried && carried === undefined;
    const holds = met === 'achieved' && !open;
    const answers = asked.find((one) => one.id === entry.criterion)?.answers ?? [];
    return answers.map((answer) => ({
      key: criterionKey(answer),
      qualification,
      met,
      at,
      returned: section.returned,
      holds,
      open,
      assessment: section.assessment,
      attempt: section.attempt,
    }));
  });
}
