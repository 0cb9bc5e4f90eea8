import { LOST, type Reading, type Unit } from '../model/pack.ts';
import { coverageOf, type PlannedWorks } from '../model/planned-works.ts';
import { unitName } from '../model/unit-name.ts';
import { bold, cell, columnHead, headingRow, row, small, text } from './cells.ts';
import type { Block, CellContent, Row, Table } from './document.ts';
import { criteriaWords, type PlanPrint, workNames } from './plan-print.ts';
import { printable } from './printable.ts';

/** As the app marks them everywhere. */
const READ = { lost: 'Words lost', mended: 'Mended' } as const;
const COLUMNS = [0.09, 0.71, 0.2];

/** For every unit, by its group: its outcomes and criteria in rows, and the pieces of work that are to show each. */
export function planMatrix(print: PlanPrint, planned: PlannedWorks): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Matrix' },
    ...readingNote(print.units),
    ...print.units.flatMap((unit) => unitBlocks(unit, groupsOf(print, unit), planned)),
  ];
}

function readingNote(units: readonly Unit[]): readonly Block[] {
  const read = units.flatMap((unit) => unit.outcomes.flatMap((outcome) => [outcome, ...outcome.criteria]));
  const lost = read.some((one) => one.reading?.wording === 'lost');
  const mended = read.some((one) => one.reading?.wording === 'mended');
  const note = [
    lost ? `${LOST} stands where words are lost in the source.` : '',
    mended ? `“${READ.mended}” says that the source has the words cut up, and that they were put together again.` : '',
  ].filter((sentence) => sentence !== '');
  return note.length === 0 ? [] : [{ kind: 'paragraph', text: note.join(' '), small: true }];
}

/** A unit may stand in several groups; it counts in one of them. */
function groupsOf({ qualification }: PlanPrint, { code }: Unit): readonly string[] {
  return qualification.groups.filter((group) => group.units.includes(code)).map((group) => group.title);
}

function unitBlocks(unit: Unit, groups: readonly string[], planned: PlannedWorks): readonly Block[] {
  const { criteria, uncovered } = coverageOf(unit, planned);
  const credits = unit.credits === null ? '' : `, ${unit.credits} credits`;
  const facts = `${groups.join('; ')}. Level ${unit.level}${credits}.`;
  const heading: Block = { kind: 'heading', level: 3, text: printable(`${unitName(unit)} ${unit.title}`) };
  if (criteria.length === 0) {
    const none = 'The source prints no assessment criteria of this unit, so nothing can be planned for it here.';
    return [heading, { kind: 'paragraph', small: true, text: printable(`${facts} ${none}`) }];
  }
  const works = planned.inUnit(unit.code);
  const assessed =
    works.length === 0 ? 'No piece of work is planned for this unit.' : `Assessed by ${workNames(works)}.`;
  return [
    heading,
    {
      kind: 'paragraph',
      small: true,
      text: printable(`${facts} ${assessed} ${coverageWords(criteria.length, uncovered)}`),
    },
    unitTable(unit, planned),
  ];
}

function coverageWords(total: number, uncovered: readonly string[]): string {
  if (uncovered.length === 0) return `All of its ${criteriaWords(total)} are covered.`;
  if (uncovered.length === total) return `None of its ${criteriaWords(total)} is covered.`;
  return `${uncovered.length} of its ${criteriaWords(total)} ${uncovered.length === 1 ? 'is' : 'are'} not covered: ${uncovered.join(', ')}.`;
}

function unitTable(unit: Unit, planned: PlannedWorks): Table {
  return {
    kind: 'table',
    summary: `Criteria of ${printable(unitName(unit))} and the pieces of work that are to show them`,
    columns: COLUMNS,
    head: [
      row([
        columnHead([small('Number')]),
        columnHead([small('Assessment criterion')]),
        columnHead([small('Shown by')]),
      ]),
    ],
    rows: unit.outcomes.flatMap((outcome): readonly Row[] => [
      (outcome.criteria.length > 0 ? headingRow : row)([
        { content: [bold(outcome.number)], head: 'row', shaded: true },
        { content: [bold(outcome.text), ...readingLine(outcome.reading)], span: 2, shaded: true },
      ]),
      ...outcome.criteria.map((criterion) => {
        const works = planned.showing(unit.code, criterion.number);
        return row([
          { content: [text(criterion.number)], head: 'row' },
          cell([text(criterion.text), ...readingLine(criterion.reading)]),
          cell([works.length === 0 ? text('Not covered') : bold(workNames(works))]),
        ]);
      }),
    ]),
  };
}

/** Says that a wording was mended or lacks words, in the app's words for it; the app itself shows what the source has. */
function readingLine(reading: Reading | undefined): readonly CellContent[] {
  if (!reading || reading.wording === 'found') return [];
  return [small(READ[reading.wording])];
}
