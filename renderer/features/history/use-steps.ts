import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import type { SheetField } from '../../../shared/api/inputs.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { TextChange } from '../../../shared/lib/text-change.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { useMarking } from '../../store/marking.ts';
import { useToasts } from '../../store/toasts.ts';
import { fieldTitle } from './field-words.ts';
import { REDO_KEYS, UNDO_KEYS } from './history-keys.ts';
import { useStepKeys } from './use-step-keys.ts';

type Way = 'undo' | 'redo';
const DONE: Readonly<Record<Way, string>> = { undo: 'Undone', redo: 'Done again' };

/** Undo and redo of a sheet, for its buttons, its keys and the palette. */
export type Steps = {
  readonly undo: Command;
  readonly redo: Command;
  /** What was done last, to be read out. */
  readonly said: string;
};

type Desk = {
  /** The side of the desk that the sheet is on; its fields have one history, and none of their own. */
  readonly side: RefObject<HTMLElement | null>;
  /** Shows the field that was changed. */
  readonly onShow: (field: SheetField, change: TextChange | null) => void;
};

/** One history over all fields of the sheet that is on the desk. A late answer moves nothing on the desk of another. */
export function useSteps({ sheet, state, steps, assessment }: SheetView, { side, onShow }: Desk): Steps {
  const typing = useMarking((marking) => (marking.sheets.get(sheet)?.drafts.size ?? 0) > 0);
  const [said, setSaid] = useState('');
  const show = useRef<Desk['onShow'] | null>(onShow);
  useEffect(() => {
    show.current = onShow;
    return () => {
      show.current = null;
    };
  });
  const canUndo = state === 'draft' && (steps.undo || typing);
  const canRedo = state === 'draft' && steps.redo && !typing;
  const { scheme } = assessment;

  const commands = useMemo(() => {
    const take = async (way: Way) => {
      const reply = await useMarking.getState().step(sheet, way);
      if (!show.current) return;
      if (!reply.ok) useToasts.getState().tell('error', sentenceFor(reply.error));
      else if (reply.value) {
        show.current(reply.value.field, reply.value.change);
        setSaid(`${DONE[way]}: ${fieldTitle(reply.value.field, scheme)}`);
      }
    };
    const command = (way: Way, name: string, keys: readonly string[], can: boolean): Command => ({
      id: `marking.${way}`,
      name,
      group: 'Marking',
      keys,
      when: () => can,
      perform: () => void take(way),
    });
    return {
      undo: command('undo', 'Undo on this sheet', UNDO_KEYS, canUndo),
      redo: command('redo', 'Redo on this sheet', REDO_KEYS, canRedo),
    };
  }, [sheet, scheme, canUndo, canRedo]);
  useCommands(useMemo(() => Object.values(commands), [commands]));
  useStepKeys(side, commands);
  return { ...commands, said };
}
