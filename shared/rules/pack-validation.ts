import type { z } from 'zod';
import { repeatedKeys } from '../lib/repeated-keys.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { MOST_FINDINGS } from '../model/list.ts';
import { type Pack, packSchema } from '../model/pack.ts';
import { answerFindings } from './pack-checks/answers.ts';
import { combinationFindings } from './pack-checks/combination.ts';
import type { Found, PackFindingCode, Path } from './pack-checks/finding.ts';
import { levelFindings } from './pack-checks/levels.ts';
import { markFindings } from './pack-checks/marks.ts';
import { readingFindings } from './pack-checks/readings.ts';
import { referenceFindings } from './pack-checks/references.ts';
import { sizeAndText, sizeOfText } from './pack-checks/size-and-text.ts';

/** What is wrong, and where, in words: `assessments[3] (diploma-603) > scheme > sections[1] (s2) > minimum`. */
export type PackFinding = { readonly code: PackFindingCode; readonly place: string; readonly message: string };

/** The pack that a file's text is, or what keeps it from being one. Looks at how much it holds before it is parsed. */
export function readPackText(text: string): Result<Pack, readonly PackFinding[] | 'not-json'> {
  const size = sizeOfText(text);
  if (size !== null) return err(inWords([size], null));
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return err('not-json');
  }
  const repeated = repeatedKeyFindings(text, input);
  return repeated.length === 0 ? validatePack(input) : err(repeated);
}

/** What stands twice in an object of a file's text, which `input` was parsed from and shows only once. */
export function repeatedKeyFindings(text: string, input: unknown): readonly PackFinding[] {
  return inWords(
    repeatedKeys(text).map((path) => ({ code: 'duplicate', path, message: 'This field stands here a second time.' })),
    input,
  );
}

/**
 * The pack that `input` is, or what keeps it from being one. References, marks and rules of combination are looked at
 * only in a pack of the right size and shape.
 */
export function validatePack(input: unknown): Result<Pack, readonly PackFinding[]> {
  const first = sizeAndText(input);
  if (first.some((one) => one.code === 'size')) return err(inWords(first, input));
  const parsed = packSchema.safeParse(input);
  if (!parsed.success) {
    return err(inWords([...parsed.error.issues.flatMap((issue) => fromIssue(issue, [], input)), ...first], input));
  }
  const pack = parsed.data;
  const units = new Map(pack.units.map((unit) => [unit.code, unit]));
  const found = [
    ...first,
    ...referenceFindings(pack),
    ...readingFindings(pack),
    ...pack.assessments.flatMap((one, at) => markFindings(one, ['assessments', at])),
    ...pack.assessments.flatMap((one, at) => answerFindings(units, one, ['assessments', at])),
    ...pack.assessments.flatMap((one, at) => levelFindings(one.scheme, ['assessments', at, 'scheme'])),
    ...pack.qualifications.flatMap((one, at) => combinationFindings(units, one, ['qualifications', at])),
  ];
  return found.length === 0 ? ok(pack) : err(inWords(found, input));
}

function fromIssue(issue: z.core.$ZodIssue, above: Path, input: unknown): readonly Found[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, MOST_FINDINGS)
      .map((key) => ({ code: 'schema', path: [...path, key], message: 'Not a field of a pack.' }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The member that fits best says what is wrong.
    const [closest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
    return closest.flatMap((one) => fromIssue(one, path, input));
  }
  return [{ code: 'schema', path, message: messageOf(issue, valueAt(input, path)) }];
}

function messageOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'Missing.';
  return issue.code === 'invalid_union' ? 'Not one of the kinds known here.' : `${issue.message}.`;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? Reflect.get(value, key)
      : undefined;
  }, input);
}

/** The looking itself stops after so many, so how many more there are is not known. */
function inWords(found: readonly Found[], input: unknown): readonly PackFinding[] {
  const listed = found
    .slice(0, MOST_FINDINGS)
    .map(({ code, path, message }) => ({ code, place: placeOf(path, input), message }));
  return found.length > listed.length
    ? [...listed, { code: 'size', place: 'pack', message: 'There are more findings, which are not listed.' }]
    : listed;
}

/** Items of a list carry the name that they go by, so that the place is found without counting. */
function placeOf(path: Path, input: unknown): string {
  let place = '';
  for (const [at, key] of path.entries()) {
    if (typeof key === 'number') {
      const name = nameOf(valueAt(input, path.slice(0, at + 1)));
      place += name === null ? `[${key}]` : `[${key}] (${name})`;
    } else {
      place += `${place === '' ? '' : ' > '}${String(key).slice(0, 60)}`;
    }
  }
  return place === '' ? 'pack' : place;
}

function nameOf(item: unknown): string | null {
  const names = ['id', 'code', 'number', 'heading', 'label'].map((key) => valueAt(item, [key]));
  const name = names.find((value) => typeof value === 'string' && value !== '');
  return typeof name === 'string' ? name.slice(0, 60) : null;
}
