import { feedback as said } from '../../../../shared/documents/cells.ts';
import type {
  Block,
  Cell,
  CellContent,
  FormDocument,
  FormField,
  Row,
  Table,
} from '../../../../shared/documents/document.ts';
import { type Instant, isInstant } from '../../../../shared/lib/dates.ts';

/** What a sample sheet is made of; everything else is as on the form of source 003. */
export type Sample = {
  readonly learner?: string;
  readonly centre?: string;
  readonly strengths?: readonly string[];
  readonly improvements?: readonly string[];
  readonly watermark?: string | null;
  readonly title?: string;
};

const SECTIONS = [
  ['Context', 'Context of assignment is provided', 10, 5, 8],
  [
    'Collect and analyse feedback on own managerial practice',
    'Feedback from appraisal/performance management systems and from colleagues about own management practice and operational data about managerial effectiveness is collected and analysed',
    30,
    15,
    26,
  ],
  [
    'Evaluate own management performance',
    'Own management performance, based on performance information with reference to significant management theories or models and school or trends in management thinking is critically evaluated',
    30,
    15,
    14,
  ],
  [
    'Action plan for improvement',
    'Evaluation is used to identify strengths in own management practice and an action plan prepared to address areas for improvement',
    30,
    15,
    21,
  ],
] as const;

export function instant(text: string): Instant {
  if (!isInstant(text)) throw new Error(`Not an instant: ${text}`);
  return text;
}

function cell(...content: CellContent[]): Cell {
  return { content };
}

function text(words: string): CellContent {
  return { kind: 'text', text: words };
}

function bold(words: string): CellContent {
  return { kind: 'text', text: words, bold: true };
}

function head(words: string, span = 1): Cell {
  return { content: [bold(words)], head: 'column', shaded: true, span };
}

function field(
  id: string,
  name: string,
  type: FormField['type'],
  owner: string,
  options?: readonly string[],
): CellContent {
  return { kind: 'field', field: options ? { id, name, type, owner, options } : { id, name, type, owner } };
}

function table(summary: string, columns: readonly number[], heads: readonly Row[], rows: readonly Row[]): Table {
  return { kind: 'table', summary, columns, head: heads, rows };
}

/** A mark sheet built by hand after source 003, 602. */
export function sampleForm(sample: Sample = {}): FormDocument {
  const body: Block[] = [
    { kind: 'heading', level: 1, text: 'MARK SHEET: REFLECTIVE REVIEW: 602' },
    table(
      'Centre and learner',
      [0.5, 0.5],
      [],
      [
        {
          cells: [
            cell({ kind: 'labelled', label: 'Centre Number:', value: '012345' }),
            cell({ kind: 'labelled', label: 'Centre Name:', value: sample.centre ?? 'Northgate Management Centre' }),
          ],
        },
        { cells: [{ ...cell({ kind: 'labelled', label: 'Learner Registration No:', value: 'ABC123' }), span: 2 }] },
        {
          cells: [
            {
              ...cell(
                text('1. Learner named below confirms authenticity of submission.'),
                { kind: 'labelled', label: 'Learner Name:', value: sample.learner ?? 'Rhiannon Jones' },
                text(
                  '2. ILM uses learners’ submissions – on an anonymous basis – for assessment standardisation. By submitting, I agree that ILM may use this script on condition that all information which may identify me is removed.',
                ),
                {
                  kind: 'checkbox',
                  label:
                    'However, if you are unwilling to allow ILM use your script, please refuse by ticking the box:',
                  checked: true,
                },
              ),
              span: 2,
            },
          ],
          together: true,
        },
      ],
    ),
    table(
      'Criteria with strengths, areas for improvement and marks',
      [0.26, 0.28, 0.28, 0.09, 0.09],
      [
        {
          cells: ['Criteria', 'Strengths', 'Areas for Improvement', 'Assr mark', 'QA mark'].map((words) => head(words)),
        },
      ],
      SECTIONS.map(([heading, criterion, available, minimum, mark], index) => ({
        cells: [
          { content: [bold(heading), { kind: 'bullets', items: [criterion] }], head: 'row' },
          cell(said(sample.strengths?.[index] ?? `A clear ${heading.toLowerCase()}.`)),
          cell(said(sample.improvements?.[index] ?? `Say more of “${heading}” next time.`)),
          cell({ kind: 'mark', mark, available: `/${available} marks`, minimum: `(min ${minimum})` }),
          cell(field(`qa.mark.${index}`, `QA mark, ${heading}`, 'number', 'iqa')),
        ],
      })),
    ),
    decision(),
    record(),
  ];
  return {
    language: 'en-GB',
    title: sample.title ?? 'MARK SHEET: REFLECTIVE REVIEW: 602, Rhiannon Jones (ABC123), attempt 1',
    subject: 'Reflective review & <evaluation>',
    author: 'Ama Mensah',
    createdAt: instant('2026-11-22T14:02:03.120+00:00'),
    body,
    footer: [
      'Sheet digest (SHA-256) 7d1a54127b222502f5b79b5fb0803061152a44f92b37e23c6527baf665d4da9a, audit chain head 2c26b46b68ffc68ff99b453c1d304134',
    ],
    watermark: sample.watermark ?? null,
  };
}

function decision(): Table {
  const rule = 'Total 50 + overall, AND minimum in each section';
  const outcome = [bold('Outcome'), text('(circle as applicable)')];
  return table(
    'Decision',
    [0.25, 0.25, 0.25, 0.25],
    [],
    [
      { cells: [head('Assessor’s decision', 2), head('Quality assurance use', 2)] },
      { cells: [cell(bold('Total marks')), cell(...outcome), cell(bold('Total marks')), cell(...outcome)] },
      {
        cells: [
          cell(text(rule), bold('69')),
          cell({ kind: 'choice', options: ['PASS', 'REFERRAL'], chosen: 1 }),
          cell(text(rule), field('qa.total', 'QA total marks', 'number', 'iqa')),
          cell(text('PASS/REFERRAL'), field('qa.outcome', 'QA outcome', 'choice', 'iqa', ['PASS', 'REFERRAL'])),
        ],
        together: true,
      },
    ],
  );
}

function record(): Table {
  const row = (left: Cell, right: Cell): Row => ({ cells: [left, right], together: true });
  return table(
    'Checks, names and signatures',
    [0.5, 0.5],
    [],
    [
      row(
        cell({
          kind: 'labelled',
          label: 'Section referral if applicable:',
          value: 'Evaluate own management performance',
        }),
        cell(text('Date of IQA check:'), field('iqa.date', 'Date of IQA check', 'date', 'iqa')),
      ),
      row(
        cell({ kind: 'labelled', label: 'Name of assessor:', value: 'Ama Mensah' }),
        cell(text('Name of IQA:'), field('iqa.name', 'Name of IQA', 'text', 'iqa')),
      ),
      row(
        cell(
          text('Assessor signature and date:'),
          field('assessor.signature', 'Assessor signature and date', 'signature', 'assessor'),
        ),
        cell(text('IQA signature:'), field('iqa.signature', 'IQA signature', 'signature', 'iqa')),
      ),
      row(
        cell(text('ILM EV signature:'), field('ev.signature', 'ILM EV signature', 'signature', 'ev')),
        cell(
          text('Date externally verified (where applicable):'),
          field('ev.date', 'Date externally verified', 'date', 'ev'),
        ),
      ),
    ],
  );
}

/** About `characters` characters of feedback in sentences, the same for the same seed. */
export function feedback(characters: number, seed = 1): string {
  const words =
    'The learner critically evaluates own management performance against situational leadership and gives evidence from the appraisal of March with figures that support the action plan'.split(
      ' ',
    );
  let state = seed;
  let made = '';
  while (made.length < characters) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    made += `${words[state % words.length]} `;
    if (state % 17 === 0) made = `${made.trimEnd()}. `;
    if (state % 97 === 0) made = `${made.trimEnd()}\n`;
  }
  return made.slice(0, characters).trim();
}
