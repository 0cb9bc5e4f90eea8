import { Button, Tooltip } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import type { SheetId } from '../../../shared/model/ids.ts';
import { useSheetHighlights } from '../../store/highlights.ts';
import { Hint } from '../../ui/hint.tsx';
import { ariaKeys } from '../../ui/shortcut.ts';
import type { QuoteCommands } from './use-quote-commands.ts';

/** "Notes 3": the way to the private notes, with how many there are. */
export function NotesButton({ sheet, command }: { readonly sheet: SheetId; readonly command: QuoteCommands['notes'] }) {
  const { list } = useSheetHighlights(sheet);
  const notes = list.filter((one) => one.kind === 'note').length;
  const [keys] = command.keys;
  return (
    <Tooltip events={{ hover: true, focus: true, touch: false }} label={<Hint name={command.name} keys={keys} />}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconNotes size={15} stroke={1.5} aria-hidden="true" />}
        aria-label={`Private notes, ${notes}`}
        {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
        onClick={command.perform}
      >
        {notes}
      </Button>
    </Tooltip>
  );
}
