import { type RefObject, useEffect, useRef } from 'react';
import type { Command } from '../../store/commands.ts';
import { fieldAt } from '../../ui/sheet-field.ts';
import { isKeys } from '../../ui/shortcut.ts';
import { REDO_KEYS, UNDO_KEYS } from './history-keys.ts';

type Commands = { readonly undo: Command; readonly redo: Command };

/**
 * In the sheet's own fields undo and redo are the sheet's, by keys as by the system's menu: what the browser keeps of one
 * text box would go another way. Every other box keeps its own.
 */
export function useStepKeys(side: RefObject<HTMLElement | null>, commands: Commands): void {
  const now = useRef(commands);
  useEffect(() => {
    now.current = commands;
  });
  useEffect(() => {
    const root = side.current;
    if (!root) return;
    const take = (event: Event, way: keyof Commands) => {
      event.preventDefault();
      const command = now.current[way];
      if (command.when?.() ?? true) command.perform();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isOfSheet(event.target)) return;
      if (UNDO_KEYS.some((keys) => isKeys(event, keys))) take(event, 'undo');
      else if (REDO_KEYS.some((keys) => isKeys(event, keys))) take(event, 'redo');
    };
    const onInput = (event: InputEvent) => {
      if (!isOfSheet(event.target)) return;
      if (event.inputType === 'historyUndo') take(event, 'undo');
      if (event.inputType === 'historyRedo') take(event, 'redo');
    };
    root.addEventListener('keydown', onKey);
    root.addEventListener('beforeinput', onInput);
    return () => {
      root.removeEventListener('keydown', onKey);
      root.removeEventListener('beforeinput', onInput);
    };
  }, [side]);
}

/** A place that is typed and not yet taken is no field's: it has nothing but the browser's own undo. */
function isOfSheet(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const unfinished = target instanceof HTMLInputElement && target.matches('[data-seen]') && target.value !== '';
  return !unfinished && fieldAt(target) !== null;
}
