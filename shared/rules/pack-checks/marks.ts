import { assertNever } from '../../lib/assert-never.ts';
import type { Assessment, SchemeSection, WordCount } from '../../model/pack.ts';
import type { Found, Path } from './finding.ts';

type Marks = { readonly available: number | null; readonly minimum: number | null };

/** Marks that the scheme's rule cannot work with, and word counts that no script fits. */
export function markFindings(assessment: Assessment, path: Path): readonly Found[] {
  const { rule, sections } = assessment.scheme;
  const at = [...path, 'scheme'];
  const available = sections.reduce((sum, section) => sum + (section.available ?? 0), 0);
  const needed = rule.kind === 'criteria-met' ? null : rule.passTotal;
  return [
    ...wordCountFindings(assessment.brief.wordCount, [...path, 'brief', 'wordCount']),
    ...sections.flatMap((section, s) => inSection(rule.kind, section, [...at, 'sections', s])),
    ...(needed !== null && needed > available
      ? [finding([...at, 'rule', 'passTotal'], `Asks for ${needed} marks where ${available} are available.`)]
      : []),
  ];
}

function inSection(rule: Assessment['scheme']['rule']['kind'], section: SchemeSection, path: Path): readonly Found[] {
  const { criteria } = section;
  const each = (judge: (marks: Marks, path: Path) => readonly Found[]): readonly Found[] =>
    criteria.flatMap((criterion, c) => judge(criterion, [...path, 'criteria', c]));
  switch (rule) {
    case 'section-minimum':
      return [...present(section, path), ...each(absent)];
    case 'criterion-minimum':
      return [...some(section, path), ...each(present), ...sums(section, path)];
    case 'criteria-met':
      return [...some(section, path), ...absent(section, path), ...each(absent), ...unanswering(section, path)];
    default:
      return assertNever(rule);
  }
}

/** Evidence is placed against assessment criteria, so that what answers none could never be shown. */
function unanswering(section: SchemeSection, path: Path): readonly Found[] {
  return section.criteria.flatMap((criterion, c): readonly Found[] =>
    criterion.answers.length > 0
      ? []
      : [
          {
            code: 'reference',
            path: [...path, 'criteria', c, 'answers'],
            message:
              'Answers no assessment criterion of a unit; evidence is placed against those, so name at least one.',
          },
        ],
  );
}

function some(section: SchemeSection, path: Path): readonly Found[] {
  return section.criteria.length > 0 ? [] : [finding([...path, 'criteria'], 'Has no criterion to judge by.')];
}

function present(marks: Marks, path: Path): readonly Found[] {
  if (marks.available === null) return [finding([...path, 'available'], 'The rule needs the marks available here.')];
  if (marks.minimum === null) return [finding([...path, 'minimum'], 'The rule needs a minimum here.')];
  if (marks.minimum <= marks.available) return [];
  return [finding([...path, 'minimum'], `The minimum ${marks.minimum} is above the ${marks.available} available.`)];
}

function absent(marks: Marks, path: Path): readonly Found[] {
  return (['available', 'minimum'] as const)
    .filter((field) => marks[field] !== null)
    .map((field) => finding([...path, field], 'The rule gives no marks here.'));
}

/** A section's available marks are those of its criteria; its minimum is theirs too, or is left out. */
function sums(section: SchemeSection, path: Path): readonly Found[] {
  return (['available', 'minimum'] as const).flatMap((field) => {
    const given = section[field];
    const sum = section.criteria.reduce((total, criterion) => total + (criterion[field] ?? 0), 0);
    if (given === sum || (given === null && field === 'minimum')) return [];
    return [finding([...path, field], `${given ?? 'Nothing'} here, ${sum} in the section’s criteria.`)];
  });
}

function wordCountFindings(range: WordCount, path: Path): readonly Found[] {
  if (range.kind === 'none') return [];
  const nominal = range.kind === 'nominal' ? range.nominal : range.minimum;
  if (range.minimum <= nominal && nominal <= range.maximum) return [];
  return [{ code: 'word-count', path, message: 'The numbers do not stand in order from minimum to maximum.' }];
}

function finding(path: Path, message: string): Found {
  return { code: 'marks', path, message };
}
