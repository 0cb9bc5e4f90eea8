import { assertNever } from '../lib/assert-never.ts';
import type { CarriedFrom, CriterionEntry, DraftSheet, SectionEntry } from '../model/mark-sheet.ts';
import type { SchemeCriterion, SchemeRule, SchemeSection } from '../model/pack.ts';
import { bullets, cell, feedback, flowingRow, row, small, smallLabelled } from './cells.ts';
import type { Cell, CellContent, FormField, Row } from './document.ts';
import { referenceWords } from './evidence-words.ts';
import type { LevelColumns } from './mark-sheet-levels.ts';
import { criterionPlace, MET_OPTIONS, markContent, qaMarkField, qaMarkOwner } from './mark-sheet-places.ts';
import { shortDigest } from './short-digest.ts';

/** Rows of up to this many characters keep on one page; longer ones flow, lest a third of a page stay white. */
export const SHORT_FEEDBACK = 450;
/** The same where the words have the room of two such columns. */
const SHORT_CRITERION = SHORT_FEEDBACK * 2;

/** What a criterion's row is drawn of. `levels`: the columns of a scheme that describes its levels, else null. */
type Criterion = {
  readonly sheet: DraftSheet;
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion;
  readonly entry: SectionEntry;
  readonly levels: LevelColumns | null;
};

/** A criterion's own row, where the rule asks about every criterion by itself. */
export function criterionRow(rule: Exclude<SchemeRule, { kind: 'section-minimum' }>, of: Criterion): Row {
  const { sheet, section, criterion, entry } = of;
  const given = entry.criteria.find((candidate) => candidate.criterion === criterion.id);
  const place = criterionPlace(section.id, criterion.id);
  const name = `${section.heading}, ${criterion.text}`;
  switch (rule.kind) {
    case 'criterion-minimum':
      return row([
        ...markedCells(of, given),
        cell([markContent(sheet.form, given?.mark ?? null, criterion)]),
        qaCell(sheet, place, name, 'number'),
      ]);
    case 'criteria-met': {
      return (judgedLength(sheet, given) <= SHORT_CRITERION ? row : flowingRow)([
        { content: [bullets([criterion.text])], head: 'row' },
        cell(given ? judgedContent(sheet, given) : [], 2),
        cell([metChoice(given?.met ?? null)]),
        qaCell(sheet, place, name, 'choice'),
      ]);
    }
    default:
      return assertNever(rule);
  }
}

/** Up to the mark: the criterion and where it was seen, or with the levels beside it what work at each looks like. */
function markedCells({ criterion, levels }: Criterion, given: CriterionEntry | undefined): readonly Cell[] {
  const name = bullets([criterion.text]);
  const seen = seenContent(given);
  if (levels === null) return [{ content: [name], head: 'row' }, cell(seen, 2)];
  const described = levels.names.map((_, index) => {
    const words = criterion.descriptors?.[index];
    return cell(words === undefined ? [] : [small(words)], levels.span);
  });
  return [{ content: [name, ...seen], head: 'row' }, ...described];
}

/** Characters of what stands beside the criterion. */
function judgedLength({ evidence: items }: DraftSheet, given: CriterionEntry | undefined): number {
  const { seen = [], evidence = [], judgement = '' } = given ?? {};
  return seen.join(', ').length + referenceWords(evidence, items ?? []).length + judgement.length;
}

/** Where it was seen, on which evidence it was judged and why, and whether that was in an earlier attempt. */
function judgedContent({ evidence: items }: DraftSheet, given: CriterionEntry): readonly CellContent[] {
  const { evidence, judgement = '', carried } = given;
  return [
    ...seenContent(given),
    ...(evidence === undefined ? [] : [smallLabelled('Evidence:', referenceWords(evidence, items ?? []))]),
    ...(judgement.trim() === '' ? [] : [small('Judgement:'), feedback(judgement)]),
    ...(carried === undefined ? [] : [small(achievedWords(carried))]),
  ];
}

function seenContent(given: CriterionEntry | undefined): readonly CellContent[] {
  return given && given.seen.length > 0 ? [smallLabelled('Seen:', given.seen.join(', '))] : [];
}

function achievedWords({ attempt, revision, digest }: CarriedFrom): string {
  return `Achieved in attempt ${attempt} (revision ${revision}, sheet digest ${shortDigest(digest)})`;
}

function metChoice(met: CriterionEntry['met']): CellContent {
  return { kind: 'choice', options: MET_OPTIONS, chosen: met === null ? null : met === 'achieved' ? 0 : 1 };
}

/** The place of a QA mark, filled in by the IQA; blank on a form that has no IQA. */
export function qaCell(sheet: DraftSheet, place: string, of: string, type: 'number' | 'choice'): Cell {
  const owner = qaMarkOwner(sheet.form);
  if (owner === null) return cell([]);
  const field: FormField = { id: qaMarkField(place), name: `${sheet.form.labels.qaMark}, ${of}`, type, owner };
  if (type === 'number') return cell([{ kind: 'field', field }]);
  return cell([metChoice(null), { kind: 'field', field: { ...field, options: MET_OPTIONS } }]);
}
