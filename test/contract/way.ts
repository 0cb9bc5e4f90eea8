import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveInput } from '../../electron/cli/scenario.ts';
import type { Reply } from '../../shared/api/contract.ts';
import type { CallName } from '../../shared/api/inputs.ts';

/** One way into the contract, as the suite drives it. */
export type Way = {
  readonly call: (call: string, input: unknown) => Promise<Reply<CallName>>;
  /** A token for a file of this name and content, or the code of its refusal. */
  readonly bringIn: (
    name: string,
    bytes: Uint8Array,
  ) => Promise<{ readonly token: string } | { readonly code: string }>;
  /** A token for the folder that this way's exports go to. */
  readonly destination: () => Promise<string>;
  readonly exports: string;
  readonly close: () => Promise<void>;
};

export type Step = {
  readonly call: string;
  readonly input?: unknown;
  readonly as?: string;
};

export type Outcome = {
  readonly results: ReadonlyMap<string, unknown>;
  readonly code: string | null;
  readonly error?: unknown;
};

/** Performs steps until one is refused, as the command line does with a scenario. */
export async function perform(
  way: Way,
  steps: readonly Step[],
  files: ReadonlyMap<string, Uint8Array>,
  known: ReadonlyMap<string, unknown> = new Map(),
): Promise<Outcome> {
  const results = new Map(known);
  for (const step of steps) {
    let refused: string | null = null;
    const bringIn = async (name: string, bytes: Uint8Array) => {
      const brought = await way.bringIn(name, bytes);
      if ('token' in brought) return brought.token;
      refused = brought.code;
      return '';
    };
    const input = await resolveInput(step.input ?? {}, {
      today: '2026-11-22',
      result: (name) => results.get(name),
      file: (path) => bringIn(path, files.get(path) ?? new Uint8Array()),
      out: () => way.destination(),
      made: (parts) => bringIn(parts.at(-1) ?? '', readFileSync(join(way.exports, ...parts))),
    });
    if (refused !== null) return { results, code: refused };
    const reply = await way.call(step.call, input instanceof Promise ? await input : await settle(input));
    if (!reply.ok) return { results, code: reply.error.code, error: reply.error };
    if (step.as !== undefined) results.set(step.as, reply.value);
  }
  return { results, code: null };
}

/** A destination is asked for asynchronously in a window. */
async function settle(input: unknown): Promise<unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const entries = await Promise.all(Object.entries(input).map(async ([key, value]) => [key, await value] as const));
  return Object.fromEntries(entries);
}
