import type { Scheme } from '../model/pack.ts';

/** How the levels of a scheme stand in the criteria table, whose middle is parted for them and for the feedback alike. */
export type LevelColumns = {
  readonly names: readonly string[];
  /** Columns of the table that a level covers. */
  readonly span: number;
  /** Columns that strengths cover, and areas for improvement too. */
  readonly feedbackSpan: number;
};

/** The columns for a scheme that gives marks by criterion and says what work at each level looks like; null for others. */
export function levelColumns({ rule, levels, sections }: Scheme): LevelColumns | null {
  if (rule.kind !== 'criterion-minimum' || levels === undefined || levels.length === 0) return null;
  if (!sections.some((section) => section.criteria.some((one) => one.descriptors !== undefined))) return null;
  const even = levels.length % 2 === 0;
  return { names: levels, span: even ? 1 : 2, feedbackSpan: even ? levels.length / 2 : levels.length };
}
