import type { ClipboardEvent, FocusEvent, KeyboardEvent } from 'react';
import { reachedField } from './feedback-at-hand.ts';
import { enter } from './feedback-bullets.ts';
import { makeEdit } from './feedback-edit.ts';
import { pasteEdit } from './feedback-paste.ts';
import { readPasted } from './pasted-html.ts';

type Area = HTMLTextAreaElement;

/** What a text area for feedback does besides typing. Nothing in it depends on the field, so all fields share it. */
export const feedbackEditing = {
  onFocus: (event: FocusEvent<Area>) => reachedField(event.currentTarget),
  onKeyDown: (event: KeyboardEvent<Area>) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, currentTarget: field, nativeEvent } = event;
    if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || altKey) return;
    if (nativeEvent.isComposing || event.defaultPrevented || field.readOnly) return;
    const edit = enter(field.value, field.selectionStart, field.selectionEnd);
    if (!edit) return;
    event.preventDefault();
    makeEdit(field, edit);
  },
  // Ctrl+Shift+V brings no page, only its words: those go in as they are.
  onPaste: (event: ClipboardEvent<Area>) => {
    const field = event.currentTarget;
    const html = event.clipboardData.getData('text/html');
    const blocks = html === '' || field.readOnly ? null : readPasted(html);
    if (!blocks) return;
    event.preventDefault();
    makeEdit(field, pasteEdit(field.value, field.selectionStart, field.selectionEnd, blocks));
  },
} as const;
