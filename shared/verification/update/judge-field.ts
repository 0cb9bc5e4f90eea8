import type { FormNode } from '../pdf/form-fields.ts';
import type { Found } from '../pdf/pdf-file.ts';
import { asSignature } from '../pdf/signature-dictionary.ts';
import { shownValue } from '../pdf/text-string.ts';
import { changedKeys, entry, integerOf, itemsOf, NULL, type PdfDict, type PdfValue } from '../pdf/value.ts';
import { safeText } from '../safe-text.ts';
import { type Effect, refused } from './effect.ts';
import { isLocked } from './permissions.ts';
import { isNew, type Step } from './step.ts';

/** What filling in writes into a field, and signing besides. A place, a name, a kind and actions are never among it. */
const FILLED: Readonly<Record<string, readonly PdfValue['kind'][]>> = {
  V: ['string', 'name', 'array', 'number', 'ref', 'null', 'dict'],
  AP: ['dict', 'ref'],
  AS: ['name', 'null'],
  M: ['string'],
};
/** What Acrobat writes into a signature field besides: its look is the signature's own by then. */
const SIGNED: Readonly<Record<string, readonly PdfValue['kind'][]>> = {
  ...FILLED,
  MK: ['dict', 'ref'],
  DA: ['string'],
};
/** The chosen options of a list. */
const CHOSEN: Readonly<Record<string, readonly PdfValue['kind'][]>> = { ...FILLED, I: ['array', 'null'] };
/** Flags that may be set and never cleared: Locked and LockedContents of a widget, ReadOnly of a field. */
const SETTABLE: Readonly<Record<string, number>> = { F: 128 | 512, Ff: 1 };
/** All that a signature field added later may consist of: no actions, no kids. */
const OF_NEW_FIELD = new Set(
  'Type Subtype FT T TU TM V F Ff P Rect AP AS MK BS Border DA M NM Lock SV Parent StructParent'.split(' '),
);

/** Judges the change of a field that the signed document has: only its value may be new, and only while it is free. */
export function judgeField(step: Step, field: FormNode, was: Found, now: Found): readonly Effect[] {
  const name = safeText(field.name);
  const refusal = refused({ what: 'field', field: name });
  if (was.isStream || now.isStream || now.value.kind !== 'dict') return refusal;
  const to = now.value;
  const keys = changedKeys(field.dict, to);
  if (keys.length === 0) return [];
  const barred = barrier(step, field);
  if (barred.length > 0) return barred;
  const writable = field.type === 'Sig' ? SIGNED : field.type === 'Ch' ? CHOSEN : FILLED;
  const within = (key: string) => writable[key]?.includes(entry(to, key).kind) || onlySets(field.dict, to, key);
  if (!keys.every(within)) return refusal;
  if (keys.includes('V')) {
    if (field.type !== 'Sig') return [{ kind: 'filled', field: name, value: newValue(step, to) }];
    return isSigned(step, to) ? [{ kind: 'signed', field: name }] : refusal;
  }
  // A widget apart from its field changes its look with the field's value, and never without it.
  return field.type === 'Sig' || keys.includes('AP') || keys.includes('AS') ? unlessFilled(step, field) : [];
}

/** Judges a field's appearance that was replaced in place: as free as the field, and only together with its value. */
export function judgeAppearance(step: Step, field: FormNode): readonly Effect[] {
  const barred = barrier(step, field);
  return barred.length > 0 ? barred : unlessFilled(step, field);
}

/** Judges a field that the signed document does not have: a signature that shows nothing on the page. */
export function judgeNewField(step: Step, number: number): readonly Effect[] {
  const field = step.newFields.get(number);
  const name = safeText(field?.name ?? '');
  const allowed =
    field !== undefined &&
    isNew(step, number) &&
    field.type === 'Sig' &&
    [...field.dict.entries.keys()].every((key) => OF_NEW_FIELD.has(key)) &&
    showsNothing(step, field.dict) &&
    isSigned(step, field.dict);
  return allowed ? [{ kind: 'signed', field: name }] : refused({ what: 'field-added', field: name });
}

/** Why a field may not change at all; empty where it may. */
function barrier(step: Step, field: FormNode): readonly Effect[] {
  const name = safeText(field.name);
  if (field.type === 'Sig' && entry(field.dict, 'V').kind !== 'null') {
    return refused({ what: 'field-signed', field: name });
  }
  return isLocked(step.locks, field.name) ? refused({ what: 'field-locked', field: name }) : [];
}

function unlessFilled(step: Step, field: FormNode): readonly Effect[] {
  return step.filled.has(field.name) ? [] : refused({ what: 'field', field: safeText(field.name) });
}

function isSigned(step: Step, field: PdfDict): boolean {
  return asSignature(step.file.resolve(step.newer, entry(field, 'V')), false) !== null;
}

/** A rectangle without an area, as invisible signatures have it: no appearance can come out of it. */
function showsNothing(step: Step, field: PdfDict): boolean {
  const rect = itemsOf(step.file.resolve(step.newer, entry(field, 'Rect')));
  if (rect.length !== 4) return false;
  const [left, bottom, right, top] = rect.map((item) => (item.kind === 'number' ? item.value : Number.NaN));
  return left === right && bottom === top;
}

function onlySets(from: PdfDict, to: PdfDict, key: string): boolean {
  const settable = SETTABLE[key];
  const before = integerOf(from.entries.get(key) ?? { kind: 'number', value: 0 });
  const after = integerOf(to.entries.get(key) ?? NULL);
  if (settable === undefined || before === null || after === null) return false;
  return (before & ~after) === 0 && (after & ~before & ~settable) === 0;
}

function newValue(step: Step, field: PdfDict): string {
  return shownValue(step.file.resolve(step.newer, entry(field, 'V')));
}
