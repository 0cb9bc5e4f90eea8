import { canonicalJson, type Json } from '../lib/canonical-json.ts';
import { showDate, showInstant } from '../lib/dates.ts';
import type { CriterionEntry, Decision, SectionEntry } from '../model/mark-sheet.ts';
import type { Scheme } from '../model/pack.ts';
import type { EvidenceItem } from '../model/portfolio.ts';
import { recordTexts } from './evidence-record.ts';

/** What of a revision is compared; a draft has it as a signed sheet has. */
export type Comparable = {
  readonly scheme: Scheme;
  readonly sections: readonly SectionEntry[];
  readonly evidence?: readonly EvidenceItem[];
  readonly redo: readonly string[];
  readonly decision: Decision;
  readonly learner: { readonly name: string; readonly registrationNumber: string };
  readonly centre: { readonly name: string; readonly number: string };
  readonly assessor: { readonly name: string };
  readonly attempt: {
    readonly dateReceived: string;
    readonly declarationDate: string | null;
    readonly standardisationRefused: boolean;
    readonly scripts: readonly { readonly name: string; readonly sha256: string }[];
  };
};

export type ChangedField =
  | 'strengths'
  | 'improvements'
  | 'mark'
  | 'criterion-mark'
  | 'criterion-met'
  | 'seen'
  | 'judgement'
  | 'judged'
  | 'evidence'
  | 'carried'
  | 'total'
  | 'outcome'
  | 'referred'
  | 'redo'
  | 'learner'
  | 'centre'
  | 'assessor'
  | 'date-received'
  | 'declaration-date'
  | 'standardisation-refused'
  | 'scripts';

/** One field that differs; `section` and `criterion` say where, null for the whole sheet. Values as a person reads them. */
export type RevisionChange = {
  readonly field: ChangedField;
  readonly section: string | null;
  readonly criterion: string | null;
  readonly before: string;
  readonly after: string;
};

/** Two revisions of one sheet field by field, in the form's order; nothing where they say the same. */
export function revisionChanges(before: Comparable, after: Comparable): readonly RevisionChange[] {
  const sections = after.scheme.sections.flatMap(({ id }) => {
    const [was, now] = [before, after].map((one) => one.sections.find((entry) => entry.section === id));
    return was && now ? sectionChanges(was, now, numbersIn(before, after)) : [];
  });
  return [
    ...headChanges(before, after),
    ...sections,
    ...evidenceChanges(before, after),
    ...decisionChanges(before, after),
  ];
}

type Pair = readonly [field: ChangedField, before: Json, after: Json];

function headChanges(before: Comparable, after: Comparable): readonly RevisionChange[] {
  const files = (one: Comparable) => one.attempt.scripts.map(({ name, sha256 }) => `${name} (${sha256.slice(0, 12)})`);
  return changed(null, null, [
    ['centre', `${before.centre.number} ${before.centre.name}`, `${after.centre.number} ${after.centre.name}`],
    ['learner', personOf(before), personOf(after)],
    ['assessor', before.assessor.name, after.assessor.name],
    ['date-received', before.attempt.dateReceived, after.attempt.dateReceived],
    ['declaration-date', before.attempt.declarationDate, after.attempt.declarationDate],
    ['standardisation-refused', before.attempt.standardisationRefused, after.attempt.standardisationRefused],
    ['scripts', files(before), files(after)],
  ]);
}

function personOf({ learner }: Comparable): string {
  return `${learner.name} (${learner.registrationNumber})`;
}

type Numbers = ReadonlyMap<string, number>;

function numbersIn(...both: readonly Comparable[]): Numbers {
  return new Map(both.flatMap((one) => one.evidence ?? []).map((item) => [item.id, item.number]));
}

function sectionChanges(was: SectionEntry, now: SectionEntry, numbers: Numbers): readonly RevisionChange[] {
  const own = changed(now.section, null, [
    ['carried', carriedText(was), carriedText(now)],
    ['strengths', was.strengths, now.strengths],
    ['improvements', was.improvements, now.improvements],
    ['mark', was.mark, now.mark],
  ]);
  const criteria = new Set([...was.criteria, ...now.criteria].map((one) => one.criterion));
  const ofCriteria = [...criteria].flatMap((criterion) => {
    const [old, young] = [was, now].map((one) => one.criteria.find((entry) => entry.criterion === criterion));
    return changed(now.section, criterion, [
      ['criterion-mark', old?.mark ?? null, young?.mark ?? null],
      ['criterion-met', old?.met ?? null, young?.met ?? null],
      ['seen', old?.seen ?? [], young?.seen ?? []],
      ['carried', carriedText(old), carriedText(young)],
      ['judgement', old?.judgement ?? '', young?.judgement ?? ''],
      ['judged', judgedTexts(old), judgedTexts(young)],
      ['evidence', referenceTexts(old, numbers), referenceTexts(young, numbers)],
    ]);
  });
  return [...own, ...ofCriteria];
}

function carriedText(entry: SectionEntry | CriterionEntry | undefined): string | null {
  return entry?.carried ? `attempt ${entry.carried.attempt}, revision ${entry.carried.revision}` : null;
}

function judgedTexts(entry: CriterionEntry | undefined): readonly string[] {
  return (entry?.judged ?? []).map(({ met, at, attempt, evidence }) => {
    const on = evidence.map((number) => `E${number}`).join(', ');
    const what = met === 'achieved' ? 'achieved' : 'not yet';
    return `${what}, attempt ${attempt}, ${showInstant(at)}${on === '' ? '' : `, on ${on}`}`;
  });
}

function referenceTexts(entry: CriterionEntry | undefined, numbers: Numbers): readonly string[] {
  return (entry?.evidence ?? []).map(({ evidence, place }) => {
    const number = `E${numbers.get(evidence) ?? '?'}`;
    return place === '' ? number : `${number} (${place})`;
  });
}

/** Pieces of evidence that came, went or were changed, each in full. */
function evidenceChanges(before: Comparable, after: Comparable): readonly RevisionChange[] {
  const all = [...(before.evidence ?? []), ...(after.evidence ?? [])];
  const numbers = [...new Set(all.map((item) => item.number))].sort((one, other) => one - other);
  return numbers.flatMap((number) => {
    const [was, now] = [before, after].map((one) => evidenceText(one.evidence?.find((item) => item.number === number)));
    return changed(null, null, [['evidence', was ?? null, now ?? null]]);
  });
}

function evidenceText(item: EvidenceItem | undefined): string | null {
  if (!item) return null;
  const { number, title, kind, record, simulated } = item;
  const file =
    record.form === 'document' && record.file ? [`${record.file.name} (${record.file.sha256.slice(0, 12)})`] : [];
  const date = 'date' in record ? [showDate(record.date)] : [];
  const texts = recordTexts(record).filter((text) => text !== '');
  return `E${number} ${[title, kind.text, ...(simulated ? ['simulated'] : []), ...file, ...date, ...texts].join('; ')}`;
}

function decisionChanges(before: Comparable, after: Comparable): readonly RevisionChange[] {
  const referred = ({ decision }: Comparable) =>
    decision.outcome === 'referral' ? decision.referred.map((one) => one.section) : [];
  return changed(null, null, [
    ['redo', before.redo, after.redo],
    ['total', before.decision.total, after.decision.total],
    ['outcome', before.decision.outcome, after.decision.outcome],
    ['referred', referred(before), referred(after)],
  ]);
}

function changed(section: string | null, criterion: string | null, pairs: readonly Pair[]): readonly RevisionChange[] {
  return pairs
    .filter(([, before, after]) => canonicalJson(before) !== canonicalJson(after))
    .map(([field, before, after]) => ({ field, section, criterion, before: shown(before), after: shown(after) }));
}

function shown(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join('; ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
