import { assertNever } from '../lib/assert-never.ts';
import type { Decision, ReferredSection, SectionEntry } from '../model/mark-sheet.ts';
import type { Scheme, SchemeSection } from '../model/pack.ts';

/**
 * The outcome of a sheet by its own scheme, with reasons. Sections that have no mark yet make it incomplete, never a
 * referral. `redo` names sections to do again and counts only where the total alone fails.
 * Section rule: source 003, mark sheets, "Total 50 + overall, AND minimum in each section".
 */
export function decide(scheme: Scheme, entries: readonly SectionEntry[], redo: readonly string[] = []): Decision {
  const bySection = new Map(entries.map((entry) => [entry.section, entry]));
  const judged = scheme.sections.map((section) => judge(scheme, section, bySection.get(section.id)));
  const total = scheme.rule.kind === 'criteria-met' ? null : judged.reduce((sum, one) => sum + (one.mark ?? 0), 0);
  const unmarked = judged.filter((one) => !one.complete).map((one) => one.section);
  if (unmarked.length > 0) return { outcome: 'incomplete', total, unmarked };

  const needed = scheme.rule.kind === 'criteria-met' ? null : scheme.rule.passTotal;
  const totalShort = total !== null && needed !== null && total < needed ? { total, needed } : null;
  const referred = judged.flatMap((one) => (one.referred ? [one.referred] : []));
  if (referred.length === 0 && totalShort === null) return { outcome: 'pass', total };
  const named = referred.length > 0 ? [] : redo.map(namedByAssessor);
  return { outcome: 'referral', total, referred: [...referred, ...named], totalShort };
}

type Judged = {
  readonly section: string;
  readonly mark: number | null;
  readonly complete: boolean;
  readonly referred: ReferredSection | null;
};

function judge(scheme: Scheme, section: SchemeSection, entry: SectionEntry | undefined): Judged {
  switch (scheme.rule.kind) {
    case 'section-minimum':
      return judgeBySection(section, entry);
    case 'criterion-minimum':
      return judgeByCriterion(section, entry);
    case 'criteria-met':
      return judgeByAchievement(section, entry);
    default:
      return assertNever(scheme.rule);
  }
}

function judgeBySection(section: SchemeSection, entry: SectionEntry | undefined): Judged {
  const mark = entry?.mark ?? null;
  const minimum = section.minimum ?? 0;
  const short = mark !== null && mark < minimum;
  return {
    section: section.id,
    mark,
    complete: mark !== null,
    referred: short ? { section: section.id, reason: 'below-minimum', mark, minimum } : null,
  };
}

function judgeByCriterion(section: SchemeSection, entry: SectionEntry | undefined): Judged {
  const marks = section.criteria.map((criterion) => {
    const given = entry?.criteria.find((one) => one.criterion === criterion.id)?.mark ?? null;
    return { criterion: criterion.id, given, minimum: criterion.minimum ?? 0 };
  });
  const below = marks.filter((one) => one.given !== null && one.given < one.minimum).map((one) => one.criterion);
  const given = marks.filter((one) => one.given !== null);
  return {
    section: section.id,
    mark: given.length === 0 ? null : given.reduce((sum, one) => sum + (one.given ?? 0), 0),
    complete: given.length === marks.length,
    referred: below.length > 0 ? { section: section.id, reason: 'criterion-below-minimum', criteria: below } : null,
  };
}

function judgeByAchievement(section: SchemeSection, entry: SectionEntry | undefined): Judged {
  const met = section.criteria.map((criterion) => ({
    criterion: criterion.id,
    met: entry?.criteria.find((one) => one.criterion === criterion.id)?.met ?? null,
  }));
  const notYet = met.filter((one) => one.met === 'not-yet').map((one) => one.criterion);
  return {
    section: section.id,
    mark: null,
    complete: met.every((one) => one.met !== null),
    referred: notYet.length > 0 ? { section: section.id, reason: 'criterion-not-met', criteria: notYet } : null,
  };
}

function namedByAssessor(section: string): ReferredSection {
  return { section, reason: 'named-by-assessor' };
}
