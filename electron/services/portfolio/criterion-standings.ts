import type { CriterionStanding } from '../../../shared/api/contract.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { Pack, Unit } from '../../../shared/model/pack.ts';
import { criterionKey } from '../../../shared/rules/criterion-evidence.ts';
import { type JudgedSection, judgedSections } from '../../db/stores/judged-store.ts';
import { getAssessment } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Standing = Pick<CriterionStanding, 'met' | 'locked'> & {
  /** A signed sheet is built on its evidence, whether or not a later attempt judges it anew. */
  readonly holds: boolean;
};
/** A criterion on one of the learner's sheets. */
type OnSheet = {
  readonly key: string;
  readonly qualification: string;
  readonly assessment: string;
  readonly attempt: number;
  readonly met: 'achieved' | 'not-yet' | null;
  /** Milliseconds since 1970; 0 where nobody wrote down when. */
  readonly at: number;
  readonly returned: boolean;
  /** Achieved there, and signed or carried from what was. */
  readonly holds: boolean;
  /** In the words of the version of the pack that is asked about. */
  readonly sameWords: boolean;
};
/** How criteria stand for a learner; asked by unit and number. */
export type Standings = { readonly of: (unit: string, criterion: string) => Standing };

/**
 * How the criteria of a qualification stand on a learner's official sheets: the latest judgement, and whether the
 * evidence stands as it was signed. The latest attempt's sheet says so: where it has the criterion achieved and is
 * signed, or carries it forward. A sheet of another version of the pack counts where it asked in the same words.
 */
export function standingsOfCriteria(
  workspace: Workspace,
  {
    learner,
    pack,
    qualification,
  }: { readonly learner: LearnerId; readonly pack: Pack; readonly qualification: string },
): Standings {
  const words = wordsOf(pack);
  const found = judgedSections(workspace.db, learner, pack.code).flatMap((one) => onSheet(workspace, one, words));
  const known = Map.groupBy(found, (one) => one.key);
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

function standing(all: readonly OnSheet[], qualification: string): Standing {
  const counted = all.filter((one) => !one.returned);
  const judged = counted.filter((one) => one.sameWords && one.met !== null).sort((one, other) => one.at - other.at);
  // A portfolio is of one qualification: what was signed for another rests on that one's evidence.
  const here = counted.filter((one) => one.qualification === qualification);
  const isLatest = (held: OnSheet) =>
    here.every((one) => one.assessment !== held.assessment || one.attempt <= held.attempt);
  const holding = here.filter((one) => one.holds);
  return {
    met: judged.at(-1)?.met ?? null,
    locked: holding.some((one) => one.sameWords && isLatest(one)),
    holds: holding.length > 0,
  };
}

function onSheet(workspace: Workspace, section: JudgedSection, words: Words): readonly OnSheet[] {
  const found = getAssessment(workspace, section.pack, section.assessment);
  if (!found.ok || found.value.assessment.scheme.rule.kind !== 'criteria-met') return [];
  const { scheme, qualification } = found.value.assessment;
  const then = wordsOf(found.value.pack);
  const asked = scheme.sections.find((one) => one.id === section.section)?.criteria ?? [];
  return asked.flatMap(({ id, answers }) => {
    const { met = null, judged, carried } = section.criteria.find((one) => one.criterion === id) ?? {};
    const at = Date.parse(judged?.at(-1)?.at ?? section.savedAt ?? '') || 0;
    const open = section.state === 'draft' && !section.carried && carried === undefined;
    const { assessment, attempt, returned } = section;
    const holds = met === 'achieved' && !open;
    return answers.map((answer) => {
      const key = criterionKey(answer);
      const sameWords = then.get(key) === words.get(key);
      return { key, qualification, assessment, attempt, met, at, returned, holds, sameWords };
    });
  });
}

/** What each criterion asks for, by unit and number. */
type Words = ReadonlyMap<string, string>;
const known = new WeakMap<Pack, Words>();

function wordsOf(pack: Pack): Words {
  const before = known.get(pack);
  if (before) return before;
  const words = new Map(
    pack.units.flatMap((unit) =>
      unit.outcomes
        .flatMap((outcome) => outcome.criteria)
        .map(({ number, text }) => [criterionKey({ unit: unit.code, criterion: number }), text] as const),
    ),
  );
  known.set(pack, words);
  return words;
}
