import { type CivilDate, type Instant, isCivilDate, isInstant } from '../../lib/dates.ts';
import { type Digest, isDigest, isId } from '../../model/ids.ts';
import { Unreadable } from '../unreadable.ts';

/** Takes a value for what its shape says, or is Unreadable. What a shape does not name may not be there. */
export type Shape<T> = (value: unknown) => T;

/** The shape of a member that may be absent; `maybe` makes it. */
type MaybeShape<T> = Shape<T> & { readonly optional: true };

type OptionalKey<Of> = { [Key in keyof Of]: Of[Key] extends MaybeShape<unknown> ? Key : never }[keyof Of];
type Shaped<Of> = {
  readonly [Key in Exclude<keyof Of, OptionalKey<Of>>]: Of[Key] extends Shape<infer T> ? T : never;
} & { readonly [Key in OptionalKey<Of>]?: Of[Key] extends Shape<infer T> ? T : never };

const LONGEST_TEXT = 1_000_000;
const MOST_ITEMS = 1_000_000;

export const text: Shape<string> = (value) =>
  typeof value === 'string' && value.length <= LONGEST_TEXT ? value : refused();

export const whole: Shape<number> = (value) => (Number.isSafeInteger(value) ? Number(value) : refused());

export const flag: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : refused());

export const digest: Shape<Digest> = (value) => (typeof value === 'string' && isDigest(value) ? value : refused());

export const instant: Shape<Instant> = (value) => (typeof value === 'string' && isInstant(value) ? value : refused());

export const civilDate: Shape<CivilDate> = (value) =>
  typeof value === 'string' && isCivilDate(value) ? value : refused();

/** An id of any kind; which one is told by where it stands. */
export function id<T extends string>(): Shape<T> {
  return (value) => (typeof value === 'string' && isId(value) ? (value as T) : refused());
}

export function literal<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value) => allowed.find((one) => one === value) ?? refused();
}

/** The mark of a form's version: another one is not wrong, but of a newer program. */
export function format<const T extends string>(name: T): Shape<T> {
  return (value) => {
    if (value === name) return name;
    throw new Unreadable(typeof value === 'string' && value.startsWith('countersign-') ? 'newer' : 'syntax');
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > MOST_ITEMS) return refused();
    return value.map((item: unknown) => shape(item));
  };
}

/** An object of exactly these members; those of `maybe` may be absent. A member beyond them comes from a newer program. */
export function object<const Of extends Readonly<Record<string, Shape<unknown>>>>(members: Of): Shape<Shaped<Of>> {
  return (value) => {
    const from = record(value);
    const beyond = Object.keys(from).some((key) => !Object.hasOwn(members, key));
    const made: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries(members)) {
      if (Object.hasOwn(from, key)) made[key] = shape(from[key]);
      else if (!('optional' in shape)) refused();
    }
    if (beyond) throw new Unreadable('newer');
    return made as Shaped<Of>;
  };
}

/** A member that may be absent. */
export function maybe<T>(shape: Shape<T>): MaybeShape<T> {
  return Object.assign((value: unknown) => shape(value), { optional: true as const });
}

/** One of several objects, told apart by the text of one member. */
export function oneOf<const Key extends string, const Of extends Readonly<Record<string, Shape<unknown>>>>(
  key: Key,
  shapes: Of,
): Shape<ReturnType<Of[keyof Of]>> {
  return (value) => {
    const kind = record(value)[key];
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (!shape) throw new Unreadable('newer');
    return shape(value) as ReturnType<Of[keyof Of]>;
  };
}

/** Anything: it is hashed, and never read. */
export const anything: Shape<unknown> = (value) => value;

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused();
  return value as Readonly<Record<string, unknown>>;
}

function refused(): never {
  throw new Unreadable('syntax');
}
