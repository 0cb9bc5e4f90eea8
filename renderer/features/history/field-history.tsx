import { Modal } from '@mantine/core';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import type { SheetField } from '../../../shared/api/inputs.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { elementOf, fieldAt, firstField } from '../../ui/sheet-field.ts';
import { useAskedField } from './asked-field.ts';
import { fieldTitle } from './field-words.ts';
import { HISTORY_KEYS } from './history-keys.ts';
import { HistoryList } from './history-list.tsx';

type Props = {
  readonly view: SheetView;
  /** The side of the desk that the sheet is on. */
  readonly side: RefObject<HTMLElement | null>;
  /** Shows the field once a version of it was put back. */
  readonly onRestored: (field: SheetField) => void;
};

/** What a field of the sheet held and when, over the desk: of the field that has the keyboard or had it last. */
export function FieldHistory({ view, side, onRestored }: Props) {
  const { field, ask } = useAskedField();
  const last = useRef<SheetField | null>(null);
  useEffect(() => {
    const root = side.current;
    const onFocus = ({ target }: FocusEvent) => {
      last.current = fieldAt(target instanceof Element ? target : null) ?? last.current;
    };
    root?.addEventListener('focusin', onFocus);
    return () => {
      root?.removeEventListener('focusin', onFocus);
      // Another sheet is on the desk.
      ask(null);
    };
  }, [side, ask]);
  const command = useMemo<Command>(
    () => ({
      id: 'marking.history',
      name: 'History of this field',
      group: 'Marking',
      keys: HISTORY_KEYS,
      perform: () => ask(onShow(side.current, last.current) ?? firstField(side.current)),
    }),
    [side, ask],
  );
  useCommands(useMemo(() => [command], [command]));
  return (
    <Modal
      opened={field !== null}
      onClose={() => ask(null)}
      size="62rem"
      title={field ? `History: ${fieldTitle(field, view.assessment.scheme)}` : ''}
      closeButtonProps={{ 'aria-label': 'Close the history' }}
    >
      {field && (
        <HistoryList
          view={view}
          field={field}
          onRestored={() => {
            ask(null);
            onRestored(field);
          }}
        />
      )}
    </Modal>
  );
}

/** The field that had the keyboard last, where it is on show. */
function onShow(root: HTMLElement | null, last: SheetField | null): SheetField | null {
  return last && elementOf(root, last) ? last : null;
}
