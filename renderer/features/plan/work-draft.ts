import { isBlank } from '../../../shared/lib/blank.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { PlannedWork } from '../../../shared/model/assessment-plan.ts';
import type { EvidenceRules } from '../../../shared/model/pack.ts';
import type { WorkPut } from '../../store/plan.ts';

/** A day that may be left out; not readable while something is typed that is no date. */
export type OptionalDay = { readonly date: CivilDate | null; readonly readable: boolean };

/** A piece of work while it is entered. */
export type WorkDraft = {
  readonly title: string;
  /** The type's code in the source's list; null where it is in own words, or not chosen yet. */
  readonly kind: string | null;
  readonly ownKind: boolean;
  readonly kindWords: string;
  readonly from: OptionalDay;
  readonly to: OptionalDay;
};

export type WorkFaults = {
  readonly title?: string;
  readonly kind?: string;
  readonly kindWords?: string;
  readonly days?: string;
};

/** What is known of a piece of work, or of a new one. A type that the list no longer has is to be chosen again. */
export function workDraftOf(work: PlannedWork | null, rules: EvidenceRules | null): WorkDraft {
  const day = (date: CivilDate | null): OptionalDay => ({ date, readable: true });
  if (!work) return { title: '', kind: null, ownKind: rules === null, kindWords: '', from: day(null), to: day(null) };
  const { title, kind, from, to } = work;
  const listed = rules?.kinds.some((one) => one.code === kind.code) ?? false;
  const own = rules === null || (!listed && rules.open);
  return {
    title,
    kind: listed ? kind.code : null,
    ownKind: own,
    kindWords: own ? kind.text : '',
    from: day(from),
    to: day(to),
  };
}

/** What the draft still lacks, field by field. Dates that cannot be read say so at their own fields. */
export function workFaults({ title, kind, ownKind, kindWords, from, to }: WorkDraft): WorkFaults {
  return {
    ...(isBlank(title) && { title: 'Enter a title' }),
    ...(!ownKind && kind === null && { kind: 'Choose a type from the list' }),
    ...(ownKind && isBlank(kindWords) && { kindWords: 'Enter what kind of evidence it is' }),
    ...(from.date !== null &&
      to.date !== null &&
      to.date < from.date && { days: 'The last day is before the first. Correct one of them.' }),
  };
}

/** What is sent; null while the draft lacks something or a date cannot be read. */
export function workPutOf(draft: WorkDraft, work: PlannedWork | null): WorkPut | null {
  if (Object.keys(workFaults(draft)).length > 0 || !draft.from.readable || !draft.to.readable) return null;
  return {
    work: work?.id ?? null,
    title: draft.title.trim(),
    kind: draft.kind === null ? { text: draft.kindWords.trim() } : { code: draft.kind },
    from: draft.from.date,
    to: draft.to.date,
  };
}
