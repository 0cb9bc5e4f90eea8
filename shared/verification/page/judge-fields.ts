import { dateShown } from '../../lib/dates.ts';
import type { SignedSheet } from '../../model/mark-sheet.ts';
import { decide } from '../../rules/decision.ts';
import type { DataFinding } from '../data/data-finding.ts';
import {
  entriesWith,
  type GivenMark,
  judgeDifference,
  judgeOutcome,
  outcomeText,
  statedOutcome,
} from '../data/derive-outcome.ts';
import { judgeDate } from '../data/judge-dates.ts';
import { safeText } from '../safe-text.ts';
import type { FilledField } from './filled-fields.ts';
import { comparable } from './page-words.ts';

const ANSWERS: Readonly<Record<string, GivenMark>> = { Achieved: 'achieved', 'Not yet': 'not-yet' };

/** Each field of a sheet shows what it holds, and quality assurance's outcome follows from its marks. */
export function judgeFields(fields: readonly FilledField[], sheet: SignedSheet): readonly DataFinding[] {
  const wrong = fields.flatMap(({ name, value, shown }): readonly DataFinding[] => {
    if (!shown.ok) return [{ code: 'page-not-read', severity: 'not-checkable', problem: shown.error }];
    // Without a look of its own, a reader draws the value itself.
    if (shown.value === null || shown.value === comparable(value)) return [];
    const drawn = safeText(shown.value.normalize('NFC'));
    const field = safeText(name);
    return [{ code: 'field-disagrees', severity: 'altered', field, value: safeText(value), shown: drawn }];
  });
  const values = new Map(fields.map((one) => [one.name, one.value]));
  return [...wrong, ...judgeQualityAssurance(values, sheet), ...judgeDates(values, sheet)];
}

/** The dates that later signers filled in. */
function judgeDates(values: ReadonlyMap<string, string>, sheet: SignedSheet): readonly DataFinding[] {
  const names = sheet.form.signaturePlaces.flatMap(({ id }) => [`${id}/check-date`, `${id}/date`]);
  return names.flatMap((name) => {
    const date = dateShown((values.get(name.replaceAll('.', '/')) ?? '').trim());
    return date === null ? [] : judgeDate(safeText(name), date, sheet);
  });
}

/** The fields' names have strokes where a form's ids have dots. */
function judgeQualityAssurance(values: ReadonlyMap<string, string>, sheet: SignedSheet): readonly DataFinding[] {
  const total = values.get('qa/total') ?? '';
  const outcome = values.get('qa/outcome') ?? '';
  if (total === '' && outcome === '') return [];
  const name = (section: string, criterion: string | null) =>
    ['qa/mark', section, ...(criterion === null ? [] : [criterion])].join('/').replaceAll('.', '/');
  const unreadable: DataFinding[] = [];
  const given = (section: string, criterion: string | null): GivenMark => {
    const field = name(section, criterion);
    const value = (values.get(field) ?? '').trim();
    if (value === '') return null;
    const mark = /^\d{1,5}$/.test(value) ? Number(value) : Object.hasOwn(ANSWERS, value) ? ANSWERS[value] : undefined;
    if (mark !== undefined) return mark;
    unreadable.push({
      code: 'qa-unreadable',
      severity: 'not-checkable',
      field: safeText(field),
      value: safeText(value),
    });
    return null;
  };
  const entries = entriesWith(sheet, given);
  if (unreadable.length > 0) return unreadable;
  const derived = decide(sheet.scheme, entries);
  if (derived.outcome === 'incomplete') {
    return [{ code: 'qa-incomplete', severity: 'warning', missing: derived.unmarked.length }];
  }
  const figures = judgeOutcome('qa', sheet, entries, derived);
  const agrees =
    (total === '' || total.trim() === String(derived.total)) &&
    (outcome === '' || outcome.trim() === outcomeText(sheet.form, derived.outcome));
  if (agrees || figures.code !== 'outcome-by-rule') return [figures, ...judgeDifference(sheet, figures)];
  const stated = {
    outcome: outcome === '' ? '(none)' : safeText(outcome),
    total: /^\d{1,6}$/.test(total.trim()) ? Number(total) : null,
    referred: [],
  };
  const { needed, sections } = figures;
  const right = statedOutcome(sheet, derived);
  return [{ code: 'outcome-wrong', severity: 'altered', by: 'qa', stated, derived: right, needed, sections }];
}
