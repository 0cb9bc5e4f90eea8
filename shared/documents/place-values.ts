import { assertNever } from '../lib/assert-never.ts';
import { type CivilDate, showDate } from '../lib/dates.ts';
import type { CheckedMark } from '../model/evidence.ts';
import type { Decision, DraftSheet } from '../model/mark-sheet.ts';
import type { SignaturePlace } from '../model/pack.ts';
import { criterionPlace, MET_OPTIONS, outcomeOptions, qaMarkField, qaMarkOwner } from './mark-sheet-places.ts';
import { printable } from './printable.ts';

/** What a later signer fills in. `marks` and `decision` count at the IQA's place alone, which is where the form has them. */
export type PlaceEntries = {
  readonly marks?: readonly CheckedMark[];
  readonly decision?: Decision | null;
  /** The check's date at the IQA's place, the verification's at the EV's. */
  readonly date: CivilDate | null;
  readonly name: string;
};

/** A field of the form and what stands in it. */
export type PlaceValue = { readonly fieldId: string; readonly value: string };

/** The values of the fields that the signer of a place fills in, as the form lays them out; see `markSheetDocument`. */
export function placeValues(sheet: DraftSheet, place: SignaturePlace, entries: PlaceEntries): readonly PlaceValue[] {
  const values: PlaceValue[] = [];
  const shown = entries.date === null ? null : showDate(entries.date);
  if (place.id === qaMarkOwner(sheet.form)) {
    values.push(...markValues(sheet, entries.marks ?? []), ...decisionValues(sheet, entries.decision ?? null));
    if (shown !== null) values.push({ fieldId: `${place.id}.check-date`, value: shown });
  }
  if (place.nameLabel !== null) values.push({ fieldId: `${place.id}.name`, value: printable(entries.name) });
  if (place.dateLabel !== null && shown !== null) values.push({ fieldId: `${place.id}.date`, value: shown });
  return values;
}

function markValues(sheet: DraftSheet, marks: readonly CheckedMark[]): readonly PlaceValue[] {
  return sheet.scheme.sections.flatMap((section) => {
    const ofSection = marks.filter((one) => one.section === section.id);
    const own = ofSection.find((one) => one.criterion === null)?.mark ?? sumOf(section.criteria, ofSection);
    const first: readonly PlaceValue[] =
      section.available === null || own === null ? [] : [{ fieldId: qaMarkField(section.id), value: markText(own) }];
    if (sheet.scheme.rule.kind === 'section-minimum') return first;
    const criteria = ofSection.flatMap(({ criterion, mark }): readonly PlaceValue[] =>
      criterion === null
        ? []
        : [{ fieldId: qaMarkField(criterionPlace(section.id, criterion)), value: markText(mark) }],
    );
    return [...first, ...criteria];
  });
}

/** The criteria's marks added up, once every one of them is given. */
function sumOf(criteria: readonly { readonly id: string }[], marks: readonly CheckedMark[]): number | null {
  let sum = 0;
  for (const { id } of criteria) {
    const mark = marks.find((one) => one.criterion === id)?.mark;
    if (typeof mark !== 'number') return null;
    sum += mark;
  }
  return criteria.length === 0 ? null : sum;
}

function markText(mark: CheckedMark['mark']): string {
  switch (mark) {
    case 'achieved':
      return MET_OPTIONS[0];
    case 'not-yet':
      return MET_OPTIONS[1];
    default:
      return String(mark);
  }
}

function decisionValues(sheet: DraftSheet, decision: Decision | null): readonly PlaceValue[] {
  if (decision === null) return [];
  const total: readonly PlaceValue[] =
    decision.total === null || sheet.scheme.rule.kind === 'criteria-met'
      ? []
      : [{ fieldId: 'qa.total', value: String(decision.total) }];
  const outcome = outcomeText(sheet, decision);
  return outcome === null ? total : [...total, { fieldId: 'qa.outcome', value: outcome }];
}

function outcomeText(sheet: DraftSheet, decision: Decision): string | null {
  const [pass, referral] = outcomeOptions(sheet.form);
  switch (decision.outcome) {
    case 'pass':
      return pass ?? null;
    case 'referral':
      return referral ?? null;
    case 'incomplete':
      return null;
    default:
      return assertNever(decision);
  }
}
