import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repeatedKeyFindings } from '../../../shared/rules/pack-validation.ts';

/**
 * Reads a pack from `path`: a folder of JSON files, or one JSON file that holds the whole pack.
 * The result is not checked here: `validatePack` says whether it is a pack. Throws where a file is missing, is not JSON or has a
 * field twice.
 *
 * A folder holds pack.json (the head, with `order` for what is not printed in the order of its ids), forms.json, notes.json,
 * and qualifications/, units/ and, where there are any, assessments/ with a file each. Files are read in the order of their names' code units, so that the same folder gives the same pack on every machine.
 */
export function assemblePack(path: string): unknown {
  if (statSync(path).isFile()) return readJson(path);
  const head = readJson(join(path, 'pack.json'));
  if (typeof head !== 'object' || head === null || Array.isArray(head)) return head;
  const { order, ...rest } = { order: {}, ...head };
  const assessments = join(path, 'assessments');
  return {
    ...rest,
    qualifications: readFolder(join(path, 'qualifications')),
    units: readFolder(join(path, 'units')),
    assessments: inOrder(existsSync(assessments) ? readFolder(assessments) : [], order),
    forms: readJson(join(path, 'forms.json')),
    notes: readJson(join(path, 'notes.json')),
  };
}

/** Assessments as the head's `order.assessments` lists them by id, as the source prints them; others after them. */
function inOrder(assessments: readonly unknown[], order: unknown): readonly unknown[] {
  const listed = memberOf(order, 'assessments');
  const ids: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const place = (assessment: unknown) => {
    const at = ids.indexOf(memberOf(assessment, 'id'));
    return at < 0 ? ids.length : at;
  };
  return assessments.toSorted((a, b) => place(a) - place(b));
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function readFolder(folder: string): readonly unknown[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
    .map((name) => readJson(join(folder, `${name}.json`)));
}

/** Throws a SyntaxError that names the file, and what stands twice in it. */
function readJson(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  const value = parsed(path, text);
  const [repeated] = repeatedKeyFindings(text, value);
  if (repeated) throw new SyntaxError(`${path}: ${repeated.place}: ${repeated.message}`);
  return value;
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
