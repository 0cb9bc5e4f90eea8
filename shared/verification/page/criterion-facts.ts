import type { CriterionEntry, EvidenceReference, SignedSheet } from '../../model/mark-sheet.ts';
import type { Scheme, SchemeCriterion } from '../../model/pack.ts';
import type { EvidenceItem } from '../../model/portfolio.ts';
import { printedFeedback } from './feedback-words.ts';
import type { PageSearch, RowPiece } from './page-search.ts';

const SHORT = 12;
/** What follows the cell in which a judgement stands. */
const ANSWERS = 'Achieved/Not yet';

/** What stands between a criterion and its answer: where it was seen, the evidence, the judgement, an earlier attempt. */
export function compareJudged(
  search: PageSearch,
  sheet: SignedSheet,
  criterion: string,
  given: CriterionEntry | undefined,
): void {
  // A program that words its answers otherwise lays its rows out otherwise too.
  if (!given || search.next(ANSWERS) < 0) return;
  const of = (what: string) => `${what} of “${criterion}”`;
  const { judgement = '', evidence, carried } = given;
  const pieces: RowPiece[] = [...seenPieces(criterion, given)];
  if (evidence) {
    pieces.push({ fact: of('the evidence'), expected: `Evidence: ${referenceWords(evidence, sheet.evidence ?? [])}` });
  }
  if (judgement.trim() !== '') {
    pieces.push({ fact: of('the judgement'), expected: 'Judgement:' });
    const [expected, ...others] = printedFeedback(judgement);
    pieces.push({ fact: of('the judgement'), expected, others });
  }
  if (carried) {
    const sheetWords = `revision ${carried.revision}, sheet digest ${carried.digest.slice(0, SHORT)}`;
    const expected = `Achieved in attempt ${carried.attempt} (${sheetWords})`;
    pieces.push({ fact: of('the earlier attempt'), expected });
  }
  if (!search.needInRow(pieces)) return;
  if (search.next(ANSWERS) !== search.at) search.needInRow([{ fact: of('the answer'), expected: ANSWERS }]);
}

/** Beside a criterion that gives marks, what work at each of the scheme's levels looks like. */
export function compareDescriptors(
  search: PageSearch,
  { text, descriptors = [] }: SchemeCriterion,
  given: CriterionEntry | undefined,
): void {
  const described = descriptors.map((expected) => ({ fact: `a level of “${text}”`, expected }));
  search.needInRow([...seenPieces(text, given), ...described]);
}

/** The names of the levels follow the table's own heads. */
export function compareLevels(search: PageSearch, { scheme, form }: SignedSheet): void {
  if (!showsLevels(scheme)) return;
  const heads = `${form.labels.assessorMark}${form.labels.qaMark}`;
  search.need('the heads of the marks', heads);
  search.needInRow((scheme.levels ?? []).map((expected) => ({ fact: 'a level', expected })));
}

/** Only marks by criterion have their levels printed beside them. */
export function showsLevels({ rule, levels, sections }: Scheme): boolean {
  const described = sections.some((section) => section.criteria.some((one) => one.descriptors !== undefined));
  return rule.kind === 'criterion-minimum' && levels !== undefined && levels.length > 0 && described;
}

function seenPieces(criterion: string, given: CriterionEntry | undefined): readonly RowPiece[] {
  if (!given || given.seen.length === 0) return [];
  return [{ fact: `where “${criterion}” was seen`, expected: `Seen: ${given.seen.join(', ')}` }];
}

function referenceWords(references: readonly EvidenceReference[], items: readonly EvidenceItem[]): string {
  if (references.length === 0) return 'none';
  const words = references.map(({ evidence, place }) => {
    const number = items.find((one) => one.id === evidence)?.number;
    return `${number === undefined ? evidence : `E${number}`}${place.trim() === '' ? '' : ` (${place})`}`;
  });
  return words.join(', ');
}
