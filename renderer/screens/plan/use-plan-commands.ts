import { useMemo, useRef } from 'react';
import { type Command, useCommands } from '../../store/commands.ts';
import { type PlanOf, usePlans } from '../../store/plan.ts';

type PlanCommands = Readonly<Record<'add' | 'programme' | 'undo' | 'redo', Command>>;

/** What can be done on a plan, besides exporting it. */
export function usePlanCommands(
  of: PlanOf,
  { canUndo, canRedo }: { readonly canUndo: boolean; readonly canRedo: boolean },
  open: { readonly add: () => void; readonly programme: () => void },
  exporting: Command,
): PlanCommands {
  const latest = useRef(open);
  latest.current = open;
  const commands = useMemo<PlanCommands>(
    () => ({
      add: {
        id: 'plan.add',
        name: 'Add a piece of work',
        group: 'Assessment plan',
        keys: ['Alt+N'],
        perform: () => latest.current.add(),
      },
      programme: {
        id: 'plan.programme',
        name: 'Edit the programme',
        group: 'Assessment plan',
        perform: () => latest.current.programme(),
      },
      undo: {
        id: 'plan.undo',
        name: 'Undo the last marks',
        group: 'Assessment plan',
        keys: ['Mod+Z'],
        when: () => canUndo,
        perform: () => void usePlans.getState().undo(of),
      },
      redo: {
        id: 'plan.redo',
        name: 'Redo the marks',
        group: 'Assessment plan',
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        when: () => canRedo,
        perform: () => void usePlans.getState().redo(of),
      },
    }),
    [of, canUndo, canRedo],
  );
  useCommands(useMemo(() => [...Object.values(commands), exporting], [commands, exporting]));
  return commands;
}
