import { useMemo, useRef } from 'react';
import type { PortfolioOf } from '../../../shared/model/portfolio.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { usePortfolios } from '../../store/portfolio.ts';

type PortfolioCommands = { readonly add: Command; readonly undo: Command; readonly redo: Command };

/** What can be done on a learner's portfolio. */
export function usePortfolioCommands(
  of: PortfolioOf,
  canUndo: boolean,
  canRedo: boolean,
  onAdd: () => void,
): PortfolioCommands {
  const add = useRef(onAdd);
  add.current = onAdd;
  const commands = useMemo<PortfolioCommands>(
    () => ({
      add: {
        id: 'portfolio.add',
        name: 'Add evidence',
        group: 'Portfolio',
        keys: ['Alt+N'],
        perform: () => add.current(),
      },
      undo: {
        id: 'portfolio.undo',
        name: 'Undo the last links',
        group: 'Portfolio',
        keys: ['Mod+Z'],
        when: () => canUndo,
        perform: () => void usePortfolios.getState().undo(of),
      },
      redo: {
        id: 'portfolio.redo',
        name: 'Redo the links',
        group: 'Portfolio',
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        when: () => canRedo,
        perform: () => void usePortfolios.getState().redo(of),
      },
    }),
    [of, canUndo, canRedo],
  );
  useCommands(useMemo(() => Object.values(commands), [commands]));
  return commands;
}
