import type { CivilDate, Instant } from '../../../shared/lib/dates.ts';
import type {
  AttemptId,
  CentreId,
  Digest,
  KeyId,
  LearnerId,
  PersonId,
  ScriptId,
  SheetId,
} from '../../../shared/model/ids.ts';
import type { CriterionEntry, DraftSheet, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Form, Scheme, SchemeSection } from '../../../shared/model/pack.ts';

/** Test data stands in for parsed input: plain text as a branded value. */
const branded = <T extends string>(text: string) => text as T;
export const digestOf = (digit: string) => branded<Digest>(digit.repeat(64));
const uuid = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;

/** The paper form of source 003, its labels typed out by hand. */
export const paperForm: Form = {
  id: 'ilm-mark-sheet',
  labels: {
    centreNumber: 'Centre Number:',
    centreName: 'Centre Name:',
    learnerNumber: 'Learner Registration No:',
    learnerName: 'Learner Name:',
    criteria: 'Criteria',
    strengths: 'Strengths',
    improvements: 'Areas for Improvement',
    assessorMark: 'Assr mark',
    qaMark: 'QA mark',
    assessorDecision: 'Assessor’s decision',
    qualityAssurance: 'Quality assurance use',
    totalMarks: 'Total marks',
    outcome: 'Outcome',
    outcomeHint: '(circle as applicable)',
    totalRule: 'Total 50 + overall, AND minimum in each section',
    outcomeChoice: 'PASS/REFERRAL',
    sectionReferral: 'Section referral if applicable:',
    iqaCheckDate: 'Date of IQA check:',
  },
  learnerNameAdded: true,
  brief: {
    centreNumber: 'Centre Number:',
    centreName: 'Centre Name:',
    learnerNumber: 'Learner Registration No:',
    learnerName: 'Learner Name:',
    task: 'TASK',
    headings: 'Please use the headings shown below when writing up your Assignment',
    criteria: 'Assessment Criteria',
  },
  marksPattern: '/{available} marks',
  minimumPattern: '(min {minimum})',
  statements: [
    { id: 'authenticity', number: '1.', text: 'Learner named below confirms authenticity of submission.' },
    { id: 'standardisation', number: '2.', text: 'ILM uses learners’ submissions for assessment standardisation.' },
  ],
  refusal: 'However, if you are unwilling to allow ILM use your script, please refuse by ticking the box:',
  signaturePlaces: [
    {
      id: 'assessor',
      role: 'assessor',
      signatureLabel: 'Assessor signature and date:',
      nameLabel: 'Name of assessor:',
      dateLabel: null,
    },
    { id: 'iqa', role: 'iqa', signatureLabel: 'IQA signature:', nameLabel: 'Name of IQA:', dateLabel: null },
    {
      id: 'ev',
      role: 'ev',
      signatureLabel: 'ILM EV signature:',
      nameLabel: null,
      dateLabel: 'Date externally verified (where applicable):',
    },
  ],
};

export function section(id: string, heading: string, available: number, minimum: number): SchemeSection {
  const criterion = { id: `${id}-1`, text: `${heading} is shown`, answers: [], available: null, minimum: null };
  return { id, heading, preamble: [], criteria: [criterion], available, minimum };
}

/** Source 003, Appendix C, 602, with headings and marks as printed. */
export const scheme602: Scheme = {
  heading: 'MARK SHEET: REFLECTIVE REVIEW: 602',
  rule: { kind: 'section-minimum', passTotal: 50 },
  sections: [
    section('context', 'Context', 10, 5),
    section('feedback', 'Collect and analyse feedback on own managerial practice', 30, 15),
    section('evaluate', 'Evaluate own management performance', 30, 15),
    section('plan', 'Action plan for improvement', 30, 15),
  ],
};

export const schemeByCriterion: Scheme = {
  heading: 'MARK SHEET: BY CRITERION',
  rule: { kind: 'criterion-minimum', passTotal: null },
  sections: [
    {
      id: 'only',
      heading: 'The only section',
      preamble: ['Both criteria count.'],
      criteria: [
        { id: 'c1', text: 'First criterion', answers: [], available: 10, minimum: 5 },
        { id: 'c2', text: 'Second criterion', answers: [], available: 20, minimum: 12 },
      ],
      available: 30,
      minimum: null,
    },
  ],
};

export const schemeMet: Scheme = {
  heading: 'ASSESSMENT RECORD: UNIT 601',
  rule: { kind: 'criteria-met' },
  sections: [
    {
      id: 'lo1',
      heading: 'Be able to lead',
      preamble: [],
      criteria: [
        { id: 'c1', text: 'Lead by example', answers: [], available: null, minimum: null },
        { id: 'c2', text: 'Explain the example', answers: [], available: null, minimum: null },
      ],
      available: null,
      minimum: null,
    },
  ],
};

export function entry(id: string, mark: number | null, more: Partial<SectionEntry> = {}): SectionEntry {
  return {
    section: id,
    strengths: `Strength in ${id}.`,
    improvements: `Improve ${id}.`,
    mark,
    criteria: [],
    carried: null,
    ...more,
  };
}

export function criterion(id: string, more: Partial<CriterionEntry>): CriterionEntry {
  return { criterion: id, mark: null, met: null, seen: [], ...more };
}

/** A sheet for 602 that passes with 67, to be varied. */
export function sheetOf(more: Partial<DraftSheet> = {}): DraftSheet {
  return {
    format: 'countersign-sheet/1',
    sheet: branded<SheetId>(uuid('a')),
    purpose: 'official',
    revision: 1,
    supersedes: null,
    centre: { id: branded<CentreId>(uuid('b')), number: '012345', name: 'Fernhollow Training Centre (demo)' },
    learner: { id: branded<LearnerId>(uuid('c')), name: 'Rhys Jones', registrationNumber: 'ABC123' },
    attempt: {
      id: branded<AttemptId>(uuid('d')),
      number: 1,
      dateReceived: branded<CivilDate>('2026-11-02'),
      declarationDate: branded<CivilDate>('2026-11-01'),
      standardisationRefused: false,
      scripts: [
        {
          id: branded<ScriptId>(uuid('e')),
          name: 'R Jones-ABC123-012345-8316-602(1).docx',
          sha256: digestOf('5'),
          size: 21_000,
          wordCount: 2034,
        },
      ],
    },
    pack: { code: 'ilm-8316', version: '1.0.0', digest: digestOf('9') },
    assessment: {
      id: 'award-602',
      title: 'Reflective review: 602',
      qualification: 'award',
      units: [{ code: '602', number: '8316-602', title: 'Developing critical thinking' }],
    },
    scheme: scheme602,
    form: paperForm,
    sections: [entry('context', 7), entry('feedback', 20), entry('evaluate', 22), entry('plan', 18)],
    redo: [],
    decision: { outcome: 'pass', total: 67 },
    assessor: {
      person: branded<PersonId>(uuid('f')),
      name: 'Morgan Vale (demo)',
      key: branded<KeyId>(uuid('1')),
      fingerprint: digestOf('7'),
    },
    signedAt: branded<Instant>('2026-11-22T14:02:03.120+00:00'),
    chainHead: digestOf('8'),
    ...more,
  };
}
