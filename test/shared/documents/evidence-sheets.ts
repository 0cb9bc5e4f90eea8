import type { CivilDate, Instant } from '../../../shared/lib/dates.ts';
import type { EvidenceId, ScriptId } from '../../../shared/model/ids.ts';
import type { CarriedFrom, Judgement, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import type { EvidenceItem, EvidenceRecord } from '../../../shared/model/portfolio.ts';
import { signedSheetOf } from './checks.ts';
import { criterion, digestOf, entry, schemeByCriterion, sheetOf } from './sheets.ts';

export const day = '2026-10-05' as CivilDate;
const at = (time: string) => `2026-11-${time}:00.000+00:00` as Instant;

export function evidenceId(number: number): EvidenceId {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as EvidenceId;
}

/** A piece of evidence, by default an observation. */
export function itemOf(number: number, more: Partial<EvidenceItem> = {}): EvidenceItem {
  const record: EvidenceRecord = {
    form: 'observation',
    date: day,
    place: 'Depot, bay 4',
    observer: 'Morgan Vale (demo)',
    notes: 'Led the handover.\nAsked for the figures.',
  };
  return {
    id: evidenceId(number),
    number,
    title: `Evidence number ${number}`,
    kind: { code: 'performance', text: 'observable performance' },
    record,
    simulated: false,
    addedOn: day,
    ...more,
  };
}

/** One piece of evidence in every form, each with all that can be known of it. */
export const everyForm: readonly EvidenceItem[] = [
  itemOf(1),
  itemOf(2, {
    title: 'Risk report',
    kind: { code: 'products', text: 'physical products of work' },
    record: {
      form: 'document',
      file: { script: '77777777-0000-4000-8000-777777777777' as ScriptId, name: 'report.docx', sha256: digestOf('a') },
      place: 'section 2',
    },
  }),
  itemOf(3, {
    title: 'Risk register',
    record: { form: 'product', description: 'The register as it is used at the depot.', place: 'Shared drive, Risk' },
  }),
  itemOf(4, {
    title: 'Statement of the operations director',
    kind: { code: 'witness', text: 'witness testimony' },
    record: {
      form: 'witness-testimony',
      witness: { name: 'Ines Falk (demo)', role: 'Director', relation: 'Line manager', contact: '029 2000 0000' },
      date: day,
      statement: 'She chaired the review.\nThe board took her plan.',
    },
  }),
  itemOf(5, {
    title: 'Talk about the plan',
    simulated: true,
    record: {
      form: 'professional-discussion',
      date: day,
      place: 'Office',
      participants: 'Learner, assessor',
      notes: 'Why this model, and not another.',
    },
  }),
  itemOf(6, {
    title: 'Questions on the law',
    record: { form: 'questioning', date: day, place: '', participants: 'Learner, assessor', notes: '' },
  }),
  itemOf(9, { title: 'Minutes kept elsewhere', record: { form: 'document', file: null, place: 'Company archive' } }),
];

/** Two outcomes with two criteria each, numbered as a unit prints them. */
export const numberedScheme: Scheme = {
  heading: 'ASSESSMENT RECORD: UNIT 46',
  rule: { kind: 'criteria-met' },
  sections: ['1', '2'].map((outcome) => ({
    id: `lo${outcome}`,
    heading: `Be able to do the work of outcome ${outcome}`,
    preamble: [],
    criteria: ['1', '2'].map((number) => ({
      id: `ac${outcome}.${number}`,
      text: `${outcome}.${number} Show that criterion ${number} of outcome ${outcome} is met`,
      answers: [{ unit: '46', criterion: `${outcome}.${number}` }],
      available: null,
      minimum: null,
    })),
    available: null,
    minimum: null,
  })),
};

export const carriedFrom: CarriedFrom = {
  sheet: sheetOf().sheet,
  attempt: 1,
  revision: 2,
  digest: digestOf('c'),
};

export function judged(met: Judgement['met'], time: string, attempt: number, evidence: readonly number[]): Judgement {
  return { met, at: at(time), attempt, evidence };
}

/** The second attempt of a sheet that judges criteria on evidence: one was achieved in the first, one took both. */
export function judgedSheetOf(more: Partial<SignedSheet> = {}): SignedSheet {
  const refer = (number: number, place: string) => ({ evidence: evidenceId(number), place });
  return signedSheetOf({
    scheme: numberedScheme,
    attempt: { ...signedSheetOf().attempt, number: 2 },
    decision: { outcome: 'pass', total: null },
    evidence: everyForm,
    sections: [
      entry('lo1', null, {
        criteria: [
          criterion('ac1.1', {
            met: 'achieved',
            judgement: 'The report weighs the standards.\nIt does so from the depot’s own figures.',
            evidence: [refer(1, ''), refer(2, 'p 3')],
            judged: [judged('achieved', '03T14:02', 1, [1, 2])],
            carried: carriedFrom,
          }),
          criterion('ac1.2', {
            met: 'achieved',
            seen: ['p 7'],
            judgement: 'Now each factor is named.',
            evidence: [refer(4, 'second paragraph'), refer(3, '')],
            judged: [judged('not-yet', '03T14:10', 1, []), judged('achieved', '20T09:15', 2, [3, 4])],
          }),
        ],
      }),
      entry('lo2', null, {
        criteria: [
          criterion('ac2.1', {
            met: 'achieved',
            evidence: [refer(5, ''), refer(6, ''), refer(9, 'minute 4')],
            judged: [judged('achieved', '20T09:20', 2, [5, 6, 9])],
          }),
          criterion('ac2.2', {
            met: 'achieved',
            judgement: 'Clear.',
            evidence: [refer(2, 'p 9')],
            judged: [judged('achieved', '20T09:22', 2, [2])],
          }),
        ],
      }),
    ],
    ...more,
  });
}

const RUNNING = [
  'She set out the figures for the depot, named where each came from, and said which of them she trusts and why. ',
  'Ζήτησε από την ομάδα να σχολιάσει το σχέδιο και κράτησε πρακτικά. ',
  'عرضت الخطة على مجلس الإدارة وأجابت عن كل سؤال. ',
];

/** Running text of so many characters, in paragraphs, in three alphabets. */
export function runningText(length: number, seed = 0): string {
  let text = '';
  for (let index = seed; text.length < length; index += 1) {
    text += `${RUNNING[index % RUNNING.length]}${index % 5 === 4 ? '\n' : ''}`;
  }
  return text.slice(0, length).trim();
}

/** A portfolio in earnest: `count` pieces with long notes and names, every criterion judged many times over. */
export function fullSheetOf(count: number): SignedSheet {
  const name = 'Anastasia-Konstantina Papadopoulou-Φραγκούδη '.repeat(5).slice(0, 200).trim();
  const evidence = Array.from({ length: count }, (_, index): EvidenceItem => {
    const of = everyForm[index % everyForm.length] ?? itemOf(1);
    const base = { ...of, id: evidenceId(index + 1), number: index + 1, title: `${of.title}, number ${index + 1}` };
    const { record } = of;
    const notes = runningText(index % 3 === 0 ? 5000 : 300, index);
    if (record.form === 'document') return { ...base, title: `${name} (${index + 1})` };
    if (record.form === 'product') return { ...base, record: { ...record, description: notes } };
    if (record.form === 'witness-testimony') {
      return { ...base, record: { ...record, witness: { ...record.witness, name }, statement: notes } };
    }
    return { ...base, record: { ...record, notes } };
  });
  const steps = Array.from({ length: 11 }, (_, index) =>
    judged('not-yet', `${String(index + 3).padStart(2, '0')}T10:00`, index < 6 ? 1 : 2, [1, index + 2]),
  );
  const judgedOn = (items: readonly EvidenceItem[]) => ({
    evidence: items.map((item) => ({ evidence: item.id, place: `p ${item.number}` })),
    judged: [
      ...steps,
      judged(
        'achieved',
        '15T10:00',
        2,
        items.map((item) => item.number),
      ),
    ],
  });
  const base = judgedSheetOf();
  const sections = base.sections.map((section, part) => ({
    ...section,
    criteria: section.criteria.map((one, index) => ({
      ...one,
      judgement: runningText(index === 0 ? 5000 : 400, index),
      ...judgedOn(evidence.filter((item) => item.number % 4 === part * 2 + index)),
    })),
  }));
  return { ...base, evidence, sections };
}

const LEVELS = ['Referral', 'Pass', 'Good Pass', 'Distinction'];

/** Marks by criterion, with `count` levels whose descriptors stand beside the first criterion. */
export function levelledSheetOf(count: number): SignedSheet {
  const levels = LEVELS.slice(0, count);
  const sections = schemeByCriterion.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((one, index) =>
      index === 0 ? { ...one, descriptors: levels.map((level) => `Work at ${level}, and 3`) } : one,
    ),
  }));
  const criteria = [criterion('c1', { mark: 6, seen: ['p 2'] }), criterion('c2', { mark: 14 })];
  return signedSheetOf({
    scheme: { ...schemeByCriterion, levels, sections },
    sections: [entry('only', null, { criteria })],
    decision: { outcome: 'pass', total: 20 },
  });
}
