import type { SectionEntry } from '../../shared/model/mark-sheet.ts';
import type { SchemeSection } from '../../shared/model/pack.ts';
import { criterionEntry } from './marking-field.ts';

/** How a section's criteria stand by what is stored of them. */
export type CriteriaStanding = {
  readonly criteria: number;
  readonly achieved: number;
  readonly notYet: number;
  readonly marked: number;
  /** The marks given so far, added up. */
  readonly marks: number;
  /** The criteria under their minimum, by their place in the section from 1. */
  readonly below: readonly number[];
};

export function criteriaStanding(section: SchemeSection, entry: SectionEntry | undefined): CriteriaStanding {
  const rated = section.criteria.map((criterion) => criterionEntry(entry, criterion.id));
  const marks = rated.flatMap(({ mark }) => (mark === null ? [] : [mark]));
  return {
    criteria: rated.length,
    achieved: rated.filter((one) => one.met === 'achieved').length,
    notYet: rated.filter((one) => one.met === 'not-yet').length,
    marked: marks.length,
    marks: marks.reduce((sum, mark) => sum + mark, 0),
    below: section.criteria.flatMap(({ minimum }, index) => {
      const mark = rated[index]?.mark ?? null;
      return mark !== null && minimum !== null && mark < minimum ? [index + 1] : [];
    }),
  };
}

/** Of the whole sheet: the criteria of all its sections together. */
export function achievedOfSheet(
  sections: readonly SchemeSection[],
  entries: readonly SectionEntry[],
): Pick<CriteriaStanding, 'criteria' | 'achieved' | 'notYet'> {
  const each = sections.map((section) =>
    criteriaStanding(
      section,
      entries.find((one) => one.section === section.id),
    ),
  );
  const sum = (of: 'criteria' | 'achieved' | 'notYet') => each.reduce((total, one) => total + one[of], 0);
  return { criteria: sum('criteria'), achieved: sum('achieved'), notYet: sum('notYet') };
}
