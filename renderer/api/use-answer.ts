import { useCallback, useEffect, useState } from 'react';
import type { Outputs } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { CallName, Input } from '../../shared/api/inputs.ts';
import { call } from './call.ts';

export type Answer<Value> = {
  /** The last answer to this very question; null until there is one. */
  readonly value: Value | null;
  readonly error: AppError | null;
  readonly reload: () => void;
};

/**
 * Asks a question of the main side while a component shows its answer; null asks nothing. An answer to an earlier
 * question is never shown under a later one.
 */
export function useAnswer<C extends CallName>(name: C, input: Input<C> | null): Answer<Outputs[C]> {
  const key = JSON.stringify(input);
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; value: Outputs[C] | null; error: AppError | null } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input, the round asks again
  useEffect(() => {
    if (input === null) return;
    let stale = false;
    void call(name, input).then((reply) => {
      if (stale) return;
      setAnswer(reply.ok ? { key, value: reply.value, error: null } : { key, value: null, error: reply.error });
    });
    return () => {
      stale = true;
    };
  }, [name, key, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const mine = answer?.key === key ? answer : null;
  return { value: mine?.value ?? null, error: mine?.error ?? null, reload };
}
