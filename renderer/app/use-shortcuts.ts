import { useEffect } from 'react';
import { type Command, useCommandStore } from '../store/commands.ts';
import { useRoute } from '../store/route.ts';
import { holdsModifier, isKeys } from '../ui/shortcut.ts';

/** Runs the command that asks for the keys pressed; keys that type go to the field that is being typed in. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || inDialog()) return;
      const command = commandFor(event, useCommandStore.getState().registered);
      if (!command) return;
      event.preventDefault();
      command.perform();
    };
    const onMouse = (event: MouseEvent) => {
      if (event.button === 3) useRoute.getState().back();
      if (event.button === 4) useRoute.getState().forward();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('mouseup', onMouse);
    };
  }, []);
}

function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  const typing = event.target instanceof HTMLElement && isTypedIn(event.target);
  return commands.findLast(
    (command) =>
      command.keys?.some((keys) => isKeys(event, keys) && (!typing || holdsModifier(keys))) &&
      (command.when?.() ?? true),
  );
}

function isTypedIn(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches('input, textarea, select, [role="combobox"], [role="listbox"] *');
}

function inDialog(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
