import { sectionName } from '../../../shared/api/section-name.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import type { ChangedField, RevisionChange } from '../../../shared/rules/revision-changes.ts';

const FIELDS: Readonly<Record<ChangedField, string>> = {
  strengths: 'Strengths',
  improvements: 'Areas for improvement',
  mark: 'Mark',
  'criterion-mark': 'Criterion mark',
  'criterion-met': 'Criterion',
  seen: 'Seen at',
  judgement: 'Judgement',
  judged: 'Judged so far',
  evidence: 'Evidence',
  carried: 'Carried from',
  total: 'Total',
  outcome: 'Outcome',
  referred: 'Referred sections',
  redo: 'Sections to do again',
  learner: 'Learner',
  centre: 'Centre',
  assessor: 'Assessor',
  'date-received': 'Date received',
  'declaration-date': 'Declaration',
  'standardisation-refused': 'Refuses standardisation',
  scripts: 'Scripts',
};

/** What a changed field is called, without its section. */
export function fieldName({ field, criterion }: RevisionChange): string {
  return criterion === null ? FIELDS[field] : `${FIELDS[field]}, ${criterion}`;
}

/** The section of a change as the desk names it; the whole sheet where it has none. */
export function placeName({ section }: RevisionChange, scheme: Scheme): string {
  return section === null ? 'Whole sheet' : sectionName(scheme, section);
}

/** A value as the comparison shows it: sections by their headings, nothing as a dash. */
export function valueText(change: RevisionChange, value: string, scheme: Scheme): string {
  if (value === '') return '–';
  if (change.field !== 'referred' && change.field !== 'redo') return value;
  return value
    .split('; ')
    .map((section) => sectionName(scheme, section))
    .join('; ');
}
