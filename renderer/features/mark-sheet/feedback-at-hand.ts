import type { Command } from '../../store/commands.ts';
import { toggleBold } from './feedback-bold.ts';
import { toggleBullets } from './feedback-bullets.ts';
import { makeEdit, type TextEdit } from './feedback-edit.ts';

type Change = (text: string, start: number, end: number) => TextEdit | null;

let last: HTMLTextAreaElement | null = null;

/** Remembers the field that has the keyboard: the palette takes it away before a command is done. */
export function reachedField(field: HTMLTextAreaElement): void {
  last = field;
}

/** The field that a command is for: the one that has the keyboard, or had it last. */
function feedbackAtHand(): HTMLTextAreaElement | null {
  return last?.isConnected && !last.readOnly ? last : null;
}

/** Changes what is selected in a field, or what stands at its caret. */
export function change(field: HTMLTextAreaElement | null, how: Change): void {
  const edit = field && how(field.value, field.selectionStart, field.selectionEnd);
  if (field && edit) makeEdit(field, edit);
}

export const FORMATS = [
  { id: 'feedback.bold', name: 'Bold', keys: ['Mod+B'], change: toggleBold },
  { id: 'feedback.bullet', name: 'Bullet', keys: ['Alt+U'], change: toggleBullets },
] as const;

/** Bold and bullets as commands, for the field at hand. */
export const FORMAT_COMMANDS: readonly Command[] = FORMATS.map(({ id, name, keys, change: how }) => ({
  id,
  name,
  group: 'Feedback',
  keys,
  when: () => feedbackAtHand() !== null,
  perform: () => change(feedbackAtHand(), how),
}));
