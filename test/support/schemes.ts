import type { CriterionEntry, SectionEntry } from '../../shared/model/mark-sheet.ts';
import type { Scheme, SchemeSection } from '../../shared/model/pack.ts';
import { emptySection } from '../../shared/rules/carry-forward.ts';

/** Sections with marks, as [id, available, minimum]. */
export function sectionScheme(
  passTotal: number,
  ...sections: readonly (readonly [id: string, available: number, minimum: number])[]
): Scheme {
  return {
    heading: 'A SHEET FOR TESTS',
    rule: { kind: 'section-minimum', passTotal },
    sections: sections.map(([id, available, minimum]) => schemeSection(id, available, minimum)),
  };
}

export function schemeSection(id: string, available: number | null, minimum: number | null): SchemeSection {
  const criterion = { id: `${id}-1`, text: `What ${id} asks for`, answers: [], available: null, minimum: null };
  return { id, heading: `Heading of ${id}`, preamble: [], criteria: [criterion], available, minimum };
}

/** Source 003, Appendix C, 602: four sections, minima adding to the 50 that a pass needs. */
export const FOUR_SECTIONS = sectionScheme(50, ['s1', 10, 5], ['s2', 30, 15], ['s3', 30, 15], ['s4', 30, 15]);

/** In no source: minima add to 40 and a pass needs 50, so that the total can fail alone. */
export const MINIMA_OF_40 = sectionScheme(50, ['s1', 40, 10], ['s2', 30, 15], ['s3', 30, 15]);

/** Marks by criterion: two sections, criteria as [available, minimum]. */
export function criterionScheme(passTotal: number | null): Scheme {
  return {
    heading: 'MARKS BY CRITERION',
    rule: { kind: 'criterion-minimum', passTotal },
    sections: answering([byCriterion('s1', [10, 5], [20, 12]), byCriterion('s2', [20, 8])]),
  };
}

/** Two criteria in the first section and one in the second answer the three that unit 602 has. */
function answering(sections: readonly SchemeSection[]): SchemeSection[] {
  return sections.map((section, s) => ({
    ...section,
    criteria: section.criteria.map((one, c) => ({
      ...one,
      answers: [{ unit: '602', criterion: `1.${2 * s + c + 1}` }],
    })),
  }));
}

function byCriterion(
  id: string,
  ...criteria: readonly (readonly [available: number, minimum: number])[]
): SchemeSection {
  return {
    id,
    heading: `Heading of ${id}`,
    preamble: [],
    criteria: criteria.map(([available, minimum], index) => ({
      id: `${id}-${index + 1}`,
      text: `Criterion ${index + 1}`,
      answers: [],
      available,
      minimum,
    })),
    available: criteria.reduce((sum, [available]) => sum + available, 0),
    minimum: null,
  };
}

/** Achieved or not yet: two criteria in the first section, one in the second, for the three that unit 602 has. */
export const MET_SCHEME: Scheme = {
  heading: 'ACHIEVED OR NOT YET',
  rule: { kind: 'criteria-met' },
  sections: answering([byCriterion('s1', [0, 0], [0, 0]), byCriterion('s2', [0, 0])]).map((section) => ({
    ...section,
    available: null,
    criteria: section.criteria.map((one) => ({ ...one, available: null, minimum: null })),
  })),
};

/** Entries for every section of a scheme in its order, by section marks. */
export function marked(scheme: Scheme, marks: readonly (number | null)[]): readonly SectionEntry[] {
  return scheme.sections.map((section, index) => ({ ...emptySection(section.id), mark: marks[index] ?? null }));
}

/** An entry with criterion marks or achievements, in the scheme's order. */
export function byCriteria(
  section: SchemeSection,
  given: readonly (Pick<CriterionEntry, 'mark'> | Pick<CriterionEntry, 'met'> | null)[],
): SectionEntry {
  const criteria = section.criteria.flatMap((criterion, index): CriterionEntry[] => {
    const one = given[index];
    return one ? [{ criterion: criterion.id, mark: null, met: null, seen: [], ...one }] : [];
  });
  return { ...emptySection(section.id), criteria };
}
