import { canonicalJson, type Json } from '../lib/canonical-json.ts';
import type { Decision, SectionEntry } from '../model/mark-sheet.ts';
import type { Scheme } from '../model/pack.ts';

/** What of a revision is compared; a draft has it as a signed sheet has. */
export type Comparable = {
  readonly scheme: Scheme;
  readonly sections: readonly SectionEntry[];
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
    return was && now ? sectionChanges(was, now) : [];
  });
  return [...headChanges(before, after), ...sections, ...decisionChanges(before, after)];
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

function sectionChanges(was: SectionEntry, now: SectionEntry): readonly RevisionChange[] {
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
    ]);
  });
  return [...own, ...ofCriteria];
}

function carriedText({ carried }: SectionEntry): string | null {
  return carried === null ? null : `attempt ${carried.attempt}, revision ${carried.revision}`;
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
