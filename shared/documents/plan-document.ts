import { civilDateOf, showDate, showInstant } from '../lib/dates.ts';
import type { Unit } from '../model/pack.ts';
import { bySchedule, coverageOf, type PlannedWorks, plannedWorks, workName } from '../model/planned-works.ts';
import { unitName } from '../model/unit-name.ts';
import { bold, cell, columnHead, labelled, row, small, smallLabelled, text } from './cells.ts';
import type { Block, FormDocument, Row, Table } from './document.ts';
import { planMatrix } from './plan-matrix.ts';
import { criteriaWords, type PlanPrint, whenWords, workNames } from './plan-print.ts';
import { printable } from './printable.ts';
import { PRODUCT } from './product.ts';
import { shortDigest } from './short-digest.ts';

/**
 * A centre's assessment plan as a document: how each unit is to be assessed against its criteria, by which pieces of
 * work, and when in the programme (source 002, assessment and verification). A working document; nobody signs it.
 */
export function planDocument(print: PlanPrint): FormDocument {
  const { plan, pack, qualification, madeAt } = print;
  const planned = plannedWorks(plan);
  return {
    language: 'en-GB',
    title: printable(`Assessment plan: ${qualification.title}`),
    subject: printable(`Assessment plan of ${print.centre.name}, ${showDate(civilDateOf(madeAt))}`),
    author: printable(print.madeBy),
    createdAt: madeAt,
    body: [
      { kind: 'heading', level: 1, text: 'Assessment plan' },
      headTable(print),
      { kind: 'heading', level: 2, text: 'Pieces of work' },
      worksTable(print),
      ...coverage(print, planned),
      { kind: 'heading', level: 2, text: 'Schedule' },
      scheduleTable(print, planned),
      ...planMatrix(print, planned),
      recordTable(print),
    ],
    footer: [
      printable(
        `${PRODUCT.name} ${PRODUCT.version} | Assessment plan, ${showInstant(madeAt)} | Working document, not signed`,
      ),
      printable(`Pack ${pack.code} ${pack.version} (${shortDigest(pack.digest)})`),
    ],
    watermark: null,
  };
}

function headTable({ plan, centre, pack, qualification }: PlanPrint): Table {
  const number = qualification.number === null ? '' : ` (${qualification.number})`;
  const agreedOn = plan.agreedOn === null ? 'not agreed yet' : showDate(plan.agreedOn);
  return {
    kind: 'table',
    summary: 'Centre, qualification and programme',
    columns: [0.5, 0.5],
    head: [],
    together: true,
    rows: [
      row([cell([labelled('Centre number:', centre.number)]), cell([labelled('Centre name:', centre.name)])]),
      row([cell([labelled('Qualification:', `${qualification.title}${number}`)], 2)]),
      row([cell([labelled('Awarding organisation:', pack.organisation)], 2)]),
      row([cell([labelled('Programme:', plan.programme || 'not entered')], 2)]),
      row([
        cell([labelled('Agreed with:', plan.agreedWith || 'not entered')]),
        cell([labelled('Agreed on:', agreedOn)]),
      ]),
    ],
  };
}

function worksTable({ plan }: PlanPrint): Table {
  return {
    kind: 'table',
    summary: 'The pieces of work of the plan',
    columns: [0.09, 0.36, 0.31, 0.24],
    head: [heads('Work', 'Title', 'Type of evidence', 'When')],
    rows: plan.works.map((work) =>
      row([
        { content: [bold(workName(work))], head: 'row' },
        cell([text(work.title)]),
        cell([text(work.kind.text)]),
        cell([text(whenWords(work))]),
      ]),
    ),
  };
}

/** What is covered and what is not, for the whole qualification and unit by unit. */
function coverage(print: PlanPrint, planned: PlannedWorks): readonly Block[] {
  const units = print.units.map((unit) => ({ unit, ...coverageOf(unit, planned) }));
  const rows = units.map(({ unit, criteria, uncovered: open }): Row => {
    const works = planned.inUnit(unit.code);
    return row([
      { content: [bold(unitName(unit))], head: 'row' },
      cell([text(unit.title)]),
      cell([text(works.length === 0 ? 'none' : workNames(works))]),
      cell([
        text(
          criteria.length === 0
            ? 'no criteria in the source'
            : `${criteria.length - open.length} of ${criteria.length}`,
        ),
      ]),
      cell([text(String(open.length))]),
    ]);
  });
  return [
    { kind: 'heading', level: 2, text: 'Coverage' },
    { kind: 'paragraph', text: coverageSentence(units, planned) },
    {
      kind: 'table',
      summary: 'How far each unit is covered',
      columns: [0.11, 0.43, 0.18, 0.16, 0.12],
      head: [heads('Unit', 'Title', 'Assessed by', 'Criteria covered', 'Not covered')],
      rows,
    },
  ];
}

type Covered = ReturnType<typeof coverageOf> & { readonly unit: Unit };

function coverageSentence(units: readonly Covered[], planned: PlannedWorks): string {
  const total = units.reduce((sum, { criteria }) => sum + criteria.length, 0);
  const uncovered = units.reduce((sum, one) => sum + one.uncovered.length, 0);
  if (total === 0) return 'The source prints no assessment criteria of these units, so none can be planned for.';
  const without = units.filter(({ unit }) => planned.inUnit(unit.code).length === 0).length;
  return `Covered by a piece of work: ${total - uncovered} of ${criteriaWords(total)}. Not covered: ${uncovered}. Units without any piece of work: ${without} of ${units.length}.`;
}

function scheduleTable(print: PlanPrint, planned: PlannedWorks): Table {
  return {
    kind: 'table',
    summary: 'The pieces of work in the order of their dates, with the units that they assess',
    columns: [0.27, 0.36, 0.37],
    head: [heads('When', 'Work', 'Units and criteria')],
    rows: bySchedule(print.plan.works).map((work) => {
      const shown = print.units.flatMap((unit) => {
        const numbers = coverageOf(unit, planned).criteria.filter((number) =>
          planned.showing(unit.code, number).some((one) => one.id === work.id),
        );
        return numbers.length === 0 ? [] : [labelled(`${unitName(unit)}:`, numbers.join(', '))];
      });
      return row([
        { content: [text(whenWords(work))], head: 'row' },
        cell([bold(workName(work)), text(work.title)]),
        cell(shown.length === 0 ? [text('no criteria yet')] : shown),
      ]);
    }),
  };
}

function recordTable({ pack, madeBy, madeAt }: PlanPrint): Table {
  const lines: readonly (readonly [string, string])[] = [
    ['Signed:', 'no. This is a working document; it shows the plan as it stood when it was made.'],
    ['Made:', `${showInstant(madeAt)} by ${madeBy}`],
    ['Pack:', `${pack.code} ${pack.version}`],
    ['Pack digest (SHA-256):', pack.digest],
    ['Made with:', `${PRODUCT.name} ${PRODUCT.version}`],
  ];
  return {
    kind: 'table',
    summary: 'Record of the plan, added by the app',
    columns: [1],
    together: true,
    head: [row([columnHead([small('Added by the app: the record of this plan.')])])],
    rows: lines.map(([label, value]) => row([cell([smallLabelled(label, value)])])),
  };
}

function heads(...names: readonly string[]): Row {
  return row(names.map((name) => columnHead([small(name)])));
}
