import { useEffect, useMemo, useRef } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { useRoute } from '../../store/route.ts';
import type { Neighbours } from './use-neighbours.ts';

/** What the desk can do; each command looks at the newest of it when it runs. */
export type DeskActs = {
  readonly neighbours: Neighbours;
  readonly draft: boolean;
  readonly rehearse: () => void;
  readonly sign: () => void;
  readonly showForm: () => void;
  readonly showBrief: () => void;
  readonly switchSide: () => void;
  /** Goes to the learner's portfolio; null where the scheme asks for no evidence. */
  readonly openPortfolio: (() => void) | null;
};

const GROUP = 'Marking';

/** The desk's own commands, for its buttons, the shortcuts and the palette. */
export function useDeskCommands(acts: DeskActs) {
  const now = useRef(acts);
  useEffect(() => {
    now.current = acts;
  });
  const { neighbours, draft } = acts;
  const { previous, next, unfinished } = neighbours;
  const byEvidence = acts.openPortfolio !== null;
  const commands = useMemo(() => {
    const open = (row: AttemptRow | null) => {
      if (row) useRoute.getState().go({ screen: 'marking', attempt: row.attempt });
    };
    const command = (id: string, name: string, keys: readonly string[], perform: () => void, when = true): Command => ({
      id: `marking.${id}`,
      name,
      group: GROUP,
      keys,
      when: () => when,
      perform,
    });
    return {
      previous: command('previous', 'Previous learner', ['Alt+,'], () => open(previous), previous !== null),
      next: command('next', 'Next learner', ['Alt+.'], () => open(next), next !== null),
      unfinished: command(
        'unfinished',
        'Next unfinished',
        ['Alt+N', 'F9'],
        () => open(unfinished),
        unfinished !== null,
      ),
      switchSide: command('switch-side', 'Move between script and sheet', ['F6'], () => now.current.switchSide()),
      brief: command('brief', 'Show the brief', ['Alt+B', 'Mod+Shift+B'], () => now.current.showBrief()),
      form: command('form', draft ? 'Show the form as it will print' : 'View the signed PDF', ['Mod+P'], () =>
        now.current.showForm(),
      ),
      portfolio: command(
        'portfolio',
        'Open the learner’s portfolio',
        ['Alt+Shift+P', 'Mod+Shift+O'],
        () => now.current.openPortfolio?.(),
        byEvidence,
      ),
      rehearse: command('rehearse', 'Rehearse', ['Alt+R', 'F7'], () => now.current.rehearse(), draft),
      sign: command('sign', 'Sign the sheet', ['Mod+Enter'], () => now.current.sign(), draft),
    };
  }, [previous, next, unfinished, draft, byEvidence]);
  useCommands(useMemo(() => Object.values(commands), [commands]));
  return commands;
}
