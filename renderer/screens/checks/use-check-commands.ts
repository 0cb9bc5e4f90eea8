import { useEffect, useMemo, useRef } from 'react';
import type { CheckView } from '../../../shared/api/contract.ts';
import { signVerb } from '../../features/checks/place-words.ts';
import { type Check, missing } from '../../features/checks/use-check.ts';
import { useExportCheck } from '../../features/checks/use-export-check.ts';
import { type Command, useCommands } from '../../store/commands.ts';

type Acts = {
  readonly view: CheckView;
  readonly check: Check;
  readonly sign: () => void;
  readonly back: () => void;
  readonly switchSide: () => void;
};

const GROUP = 'Checks';

/** What can be done on a check, for its buttons, the shortcuts and the palette. */
export function useCheckCommands(acts: Acts) {
  const now = useRef(acts);
  useEffect(() => {
    now.current = acts;
  });
  const exporting = useExportCheck(acts.view.check);
  const { due } = acts.check;
  const verb = due ? signVerb(due.place) : 'Sign';
  const ready = missing(acts.check) === null;
  const exported = exporting.command;
  const commands = useMemo(() => {
    const command = (id: string, name: string, keys: readonly string[], perform: () => void, when = true): Command => ({
      id: `checks.${id}`,
      name,
      group: GROUP,
      keys,
      when: () => when,
      perform,
    });
    return {
      switchSide: command('switch-side', 'Move between PDF and sheet', ['F6'], () => now.current.switchSide()),
      back: command('list', 'Back to the checks', ['Alt+L'], () => now.current.back()),
      sign: command('sign', verb, ['Mod+Enter'], () => now.current.sign(), ready),
      write: exported,
    };
  }, [verb, ready, exported]);
  useCommands(useMemo(() => Object.values(commands), [commands]));
  return { ...commands, exporting: exporting.busy, said: exporting.said };
}

export type CheckCommands = ReturnType<typeof useCheckCommands>;
