import type { PackSummary } from '../../../shared/api/contract.ts';
import type { Input } from '../../../shared/api/inputs.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { DueDateRules } from '../../../shared/model/due-dates.ts';
import type { Pack } from '../../../shared/model/pack.ts';

/** A closure while it is edited: a date is null while what is typed is none. */
export type ClosureDraft = {
  readonly key: number;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly title: string;
};

/** The rules while they are edited; days of a qualification as they are typed, by the key of its row. */
export type Draft = Pick<DueDateRules, 'daysOff' | 'moveToWorkingDay' | 'skipClosures'> & {
  readonly closures: readonly ClosureDraft[];
  readonly typedDays: Readonly<Record<string, string>>;
};

/** A qualification that days can be set for. */
export type QualificationRow = {
  readonly key: string;
  readonly pack: string;
  readonly qualification: string;
  readonly title: string;
  readonly organisation: string;
  readonly sourceDays: number | null;
};

const MOST_DAYS = 1000;

/** Every qualification of the packs, once; where a pack is there in several versions, as the newest has it. */
export function qualificationRows(
  summaries: readonly PackSummary[],
  packs: Readonly<Record<string, Pack>>,
): readonly QualificationRow[] {
  const rows = new Map<string, QualificationRow>();
  for (const summary of summaries) {
    const pack = packs[summary.digest];
    for (const { code, title } of summary.qualifications) {
      const key = keyOf(summary.code, code);
      const sourceDays = pack?.qualifications.find((one) => one.code === code)?.turnaroundDays ?? null;
      const { organisation } = summary;
      rows.set(key, { key, pack: summary.code, qualification: code, title, organisation, sourceDays });
    }
  }
  return [...rows.values()];
}

/** What is kept, ready to be edited; closures in the order of their days. */
export function draftOf(rules: DueDateRules): Draft {
  const closures = rules.closures.toSorted((a, b) => a.from.localeCompare(b.from));
  return {
    daysOff: rules.daysOff,
    moveToWorkingDay: rules.moveToWorkingDay,
    skipClosures: rules.skipClosures,
    closures: closures.map((one, key) => ({ ...one, key })),
    typedDays: Object.fromEntries(
      rules.turnaround.map((one) => [keyOf(one.pack, one.qualification), String(one.days)]),
    ),
  };
}

/** The days typed: null where there are none, undefined where it is no number of days. */
export function readDays(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : undefined;
}

/** What keeps a draft from being saved, and where; null where nothing does. */
export function draftFault(draft: Draft, rows: readonly QualificationRow[]): string | null {
  const undated = draft.closures.findIndex(({ from, to }) => !from || !to);
  if (undated >= 0) return `Closure ${undated + 1} has no first or last day. Enter it, or remove the closure.`;
  const reversed = draft.closures.findIndex((one) => closureFault(one) !== null);
  if (reversed >= 0) return `Closure ${reversed + 1} ends before it begins. Enter the days in order.`;
  const odd = Object.entries(draft.typedDays).find(([, typed]) => readDays(typed) === undefined);
  if (!odd) return null;
  const title = rows.find((one) => one.key === odd[0])?.title ?? odd[0];
  return `The days of “${title}” are no number of days. Enter whole days, 1 to ${MOST_DAYS}, or nothing.`;
}

/** What is wrong with the days typed; null where nothing is. */
export function daysFault(typed: string): string | null {
  return readDays(typed) === undefined ? `Enter whole days, 1 to ${MOST_DAYS}` : null;
}

/** What is wrong with a closure; null where nothing is, and where the field of a date says it itself. */
export function closureFault({ from, to }: ClosureDraft): string | null {
  return from && to && to < from ? 'The last day is before the first. Enter the days in order.' : null;
}

/** The rules as they stand in the draft, for the example; what is not whole yet is left out. */
export function rulesOf(draft: Draft): DueDateRules {
  return {
    daysOff: draft.daysOff,
    closures: draft.closures.flatMap(({ from, to, title }) => (from && to && from <= to ? [{ from, to, title }] : [])),
    moveToWorkingDay: draft.moveToWorkingDay,
    skipClosures: draft.skipClosures,
    turnaround: Object.entries(draft.typedDays).flatMap(([key, typed]) => {
      const [pack = '', qualification = ''] = key.split(SEPARATOR);
      const days = readDays(typed);
      return days ? [{ pack, qualification, days }] : [];
    }),
  };
}

/** What is sent to be kept; null while something in the draft is not whole. */
export function inputOf(draft: Draft): Input<'due-dates.put'> | null {
  const { daysOff, closures, turnaround, ...switches } = rulesOf(draft);
  const typed = Object.values(draft.typedDays).filter((text) => readDays(text) !== null);
  if (closures.length !== draft.closures.length || turnaround.length !== typed.length) return null;
  return { ...switches, daysOff: [...daysOff], closures: [...closures], turnaround: [...turnaround] };
}

const SEPARATOR = ' ';

function keyOf(pack: string, qualification: string): string {
  return `${pack}${SEPARATOR}${qualification}`;
}
