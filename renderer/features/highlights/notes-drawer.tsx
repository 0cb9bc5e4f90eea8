import { Drawer } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import type { Highlight } from '../../../shared/model/highlight.ts';
import type { HighlightId, SheetId } from '../../../shared/model/ids.ts';
import { useSheetHighlights } from '../../store/highlights.ts';
import { useMarking } from '../../store/marking.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoteItem } from './note-item.tsx';
import styles from './notes-drawer.module.css';
import { placeWords } from './place-words.ts';

type Props = {
  readonly sheet: SheetId;
  readonly opened: boolean;
  /** The note that was just made; it takes the keyboard. */
  readonly fresh: HighlightId | null;
  readonly onGo: (note: Highlight) => void;
  readonly onRemove: (note: Highlight) => void;
  readonly onClose: () => void;
};

/** The private notes of a sheet beside the script, in the order in which they were made. */
export function NotesDrawer({ sheet, opened, fresh, onGo, onRemove, onClose }: Props) {
  const { list } = useSheetHighlights(sheet);
  const scripts = useMarking((state) => state.sheets.get(sheet)?.view.attempt.scripts) ?? [];
  const notes = list.filter((one) => one.kind === 'note');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="26rem"
      title="Private notes"
      closeButtonProps={{ 'aria-label': 'Close the private notes' }}
      transitionProps={{ duration: 0 }}
    >
      {notes.length === 0 ? (
        <EmptyState heading="No private notes" icon={<IconNotes size={32} stroke={1.25} />}>
          Select words in the script and choose “Private note”. Notes are for you alone: they stand on no form and in no
          export.
        </EmptyState>
      ) : (
        <>
          <p className={styles.alone}>For you alone: these stand on no form and in no export.</p>
          <ul className={styles.list}>
            {notes.map((note) => (
              <NoteItem
                key={note.id}
                sheet={sheet}
                note={note}
                place={placeWords(note.script, note.anchor, scripts)}
                fresh={note.id === fresh}
                onGo={() => onGo(note)}
                onRemove={() => onRemove(note)}
              />
            ))}
          </ul>
        </>
      )}
    </Drawer>
  );
}
