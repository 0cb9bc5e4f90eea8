import type { Finding } from '../finding.ts';
import { isWhite } from '../pdf/characters.ts';
import { type FormNode, readFormFields } from '../pdf/form-fields.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { entry, sameValue } from '../pdf/value.ts';
import { type Problem, reading } from '../unreadable.ts';
import { takeCensus } from './census.ts';
import { readChangedObjects } from './changed-objects.ts';
import type { Effect, Refusal } from './effect.ts';
import { judgeUpdate } from './judge-update.ts';
import { PageNumbers } from './page-numbers.ts';
import type { Lock, Permission } from './permissions.ts';

/** The bytes from a signed revision's end to `end`, and what the signatures up to there allow. */
export type Behind = {
  readonly older: Revision;
  readonly end: number;
  readonly after: { readonly signature: number; readonly signer: string | null };
  /** A later signature ends where these bytes do. */
  readonly covered: boolean;
  readonly permission: Permission;
  readonly locks: readonly Lock[];
};

const MOST_REFUSALS = 10;

/** Judges the bytes behind a signature; nothing to say where there are none. */
export function judgeBehind(file: PdfFile, behind: Behind): readonly Finding[] {
  const { older, end, covered } = behind;
  const place = { ...behind.after, bytes: end - older.end };
  if (place.bytes === 0) return [];
  if (file.bytes.subarray(older.end, end).every(isWhite)) {
    return [{ code: 'white-space-after', severity: 'note', ...place }];
  }
  const signed = reading(() => ({ census: takeCensus(file, older), oldFields: readFormFields(file, older) }));
  if (!signed.ok) return [{ code: 'update-not-judged', severity: 'not-checkable', ...place, problem: signed.error }];
  const { census, oldFields } = signed.value;
  const effects = reading(() => {
    const newer = file.revisionEndingAt(end);
    const changed = readChangedObjects(file, older, newer);
    const newFields = readFormFields(file, newer);
    const { permission, locks } = behind;
    const filled = filledNames(oldFields, newFields);
    const pages = new PageNumbers(file, older);
    return judgeUpdate({ file, older, newer, changed, census, oldFields, newFields, locks, permission, filled, pages });
  });
  const refusals = effects.ok ? refusalsIn(effects.value) : notAnUpdate(effects.error);
  if (!effects.ok || refusals.length > 0) {
    const shown = refusals.slice(0, MOST_REFUSALS);
    return [{ code: 'update-refused', severity: 'altered', ...place, refusals: shown, count: refusals.length }];
  }
  return [
    {
      code: 'update-allowed',
      severity: covered ? 'note' : 'warning',
      ...place,
      filled: effects.value.flatMap((one) => (one.kind === 'filled' ? { field: one.field, value: one.value } : [])),
      signed: effects.value.flatMap((one) => (one.kind === 'signed' ? one.field : [])),
      properties: effects.value.some((one) => one.kind === 'properties'),
      validationData: effects.value.some((one) => one.kind === 'validation-data'),
    },
  ];
}

/** A field and its widgets share a name, and one of them carries the value. */
function filledNames(was: ReadonlyMap<number, FormNode>, now: ReadonlyMap<number, FormNode>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [number, field] of was) {
    const newer = now.get(number);
    if (newer && !sameValue(entry(field.dict, 'V'), entry(newer.dict, 'V'))) names.add(field.name);
  }
  return names;
}

/** Each once: the same page may be touched in several places. */
function refusalsIn(effects: readonly Effect[]): readonly Refusal[] {
  const refusals = effects.flatMap((one) => (one.kind === 'refused' ? one.refusal : []));
  const known = new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal]));
  return [...known.values()];
}

function notAnUpdate(problem: Problem): readonly Refusal[] {
  return [{ what: 'not-an-update', problem }];
}
