import { z } from 'zod';

/**
 * A scenario: calls of the contract in order. In an input, the text "$name.path" stands for what an earlier step marked
 * `as: name` answered; {"$file": "scripts/a.pdf"} for a token of that file beside the scenario; {"$out": "exports"} for
 * a token of that folder under the output folder; {"$made": ["exports", "$name.files.0.name"]} for a token of a file that
 * an earlier step wrote there; "$today" for today's date.
 */
const scenarioSchema = z.strictObject({
  title: z.string().optional(),
  steps: z
    .array(
      z.strictObject({
        call: z.string().min(1),
        input: z.record(z.string(), z.unknown()).optional(),
        as: z
          .string()
          .regex(/^[A-Za-z][A-Za-z0-9_-]*$/)
          .optional(),
        /** The named workspace that the step takes place in, "main" by default. */
        in: z
          .string()
          .regex(/^[A-Za-z][A-Za-z0-9_-]{0,40}$/)
          .optional(),
        note: z.string().optional(),
      }),
    )
    .min(1)
    .max(100_000),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioStep = Scenario['steps'][number];

/** The scenario, or the first thing that is wrong with it in words. */
export function parseScenario(text: string): Scenario | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'The scenario is not JSON.';
  }
  const parsed = scenarioSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `The scenario is not of the known form: ${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}.`;
}

/** How the parts of an input that stand for something else become what they stand for. */
export type Stand = {
  readonly result: (name: string) => unknown;
  readonly file: (path: string) => Promise<unknown>;
  readonly out: (path: string) => unknown;
  /** A file under the output folder, by the parts of its path. */
  readonly made: (parts: readonly string[]) => Promise<unknown>;
  readonly today: string;
};

/** Thrown where a reference leads nowhere; the message names it. */
export class UnresolvedReference extends Error {}

/** An input with every stand-in replaced. */
export async function resolveInput(value: unknown, stand: Stand): Promise<unknown> {
  if (typeof value === 'string') return resolveText(value, stand);
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(await resolveInput(item, stand));
    return items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only) {
    const [key, path] = only;
    if (key === '$file' && typeof path === 'string') return stand.file(path);
    if (key === '$out' && typeof path === 'string') return stand.out(path);
    if (key === '$made' && Array.isArray(path)) return stand.made(textsOf(await resolveInput(path, stand)));
  }
  const members: [string, unknown][] = [];
  for (const [key, member] of entries) members.push([key, await resolveInput(member, stand)]);
  return Object.fromEntries(members);
}

function textsOf(value: unknown): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  if (parts.length === 0 || !parts.every((part) => typeof part === 'string')) {
    throw new UnresolvedReference('"$made" takes the parts of a path, each a text.');
  }
  return parts;
}

/**
 * `$name.path.0.field`, where `code=x` as a step picks the item of a list whose `code` is x; a text that begins with
 * `$$` stands for itself with one `$`.
 */
function resolveText(text: string, stand: Stand): unknown {
  if (text.startsWith('$$')) return text.slice(1);
  if (text === '$today') return stand.today;
  const found = /^\$([A-Za-z][A-Za-z0-9_-]*)((?:\.[A-Za-z0-9_=-]+)*)$/.exec(text);
  if (!found) return text;
  const [, name = '', path = ''] = found;
  let value = stand.result(name);
  for (const key of path.split('.').slice(1)) {
    const next = memberOf(value, key);
    if (next === undefined) throw new UnresolvedReference(`${text} leads nowhere: there is no "${key}".`);
    value = next;
  }
  return value;
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const [property = '', wanted] = key.split('=');
  if (wanted !== undefined && Array.isArray(value)) {
    return value.find(
      (item) => typeof item === 'object' && item !== null && String(Reflect.get(item, property)) === wanted,
    );
  }
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
