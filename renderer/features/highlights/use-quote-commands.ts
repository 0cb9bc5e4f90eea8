import { useMemo } from 'react';
import type { HighlightKind } from '../../../shared/model/highlight.ts';
import { type Command, useCommands } from '../../store/commands.ts';

type Acts = {
  /** Whether something is selected in the script. */
  readonly selected: () => boolean;
  /** Whether the section in view takes quotations. */
  readonly open: () => boolean;
  readonly take: (kind: HighlightKind) => void;
  readonly showNotes: () => void;
};

const GROUP = 'Quotations and notes';

/** What can be done with what is selected in a script. Keep the acts stable. */
export function useQuoteCommands(acts: Acts) {
  const commands = useMemo(() => {
    const take = (kind: HighlightKind, name: string, keys: readonly string[], when: () => boolean): Command => ({
      id: `quote.${kind}`,
      name,
      group: GROUP,
      keys,
      when,
      perform: () => acts.take(kind),
    });
    const quotable = () => acts.selected() && acts.open();
    return {
      strengths: take('strengths', 'Quote under strengths', ['Alt+Shift+S', 'Mod+Shift+F'], quotable),
      improvements: take('improvements', 'Quote under areas for improvement', ['Alt+Shift+I', 'Mod+Shift+D'], quotable),
      note: take('note', 'Private note', ['Alt+Shift+N', 'Mod+Shift+Y'], acts.selected),
      notes: {
        id: 'quote.notes',
        name: 'Show the private notes',
        group: GROUP,
        keys: ['Alt+Shift+O'],
        perform: acts.showNotes,
      },
    };
  }, [acts]);
  useCommands(useMemo(() => Object.values(commands), [commands]));
  return commands;
}

export type QuoteCommands = ReturnType<typeof useQuoteCommands>;
