/** What decides where the lines of a field break. */
const COPIED = [
  'box-sizing',
  'border-top-width',
  'border-right-width',
  'border-bottom-width',
  'border-left-width',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-stretch',
  'font-kerning',
  'font-variant',
  'font-feature-settings',
  'font-variation-settings',
  'font-optical-sizing',
  'text-rendering',
  'letter-spacing',
  'word-spacing',
  'line-height',
  'tab-size',
  'text-indent',
  'overflow-wrap',
  'word-break',
  'direction',
] as const;

export type CaretPlace = { readonly left: number; readonly top: number; readonly bottom: number };

/** Where a place in a field's text is drawn, in pixels of the window. A field does not tell, so its text is laid out anew. */
export function caretPlace(field: HTMLTextAreaElement, at: number): CaretPlace {
  const look = getComputedStyle(field);
  const frame = field.getBoundingClientRect();
  const twin = document.createElement('div');
  for (const name of COPIED) twin.style.setProperty(name, look.getPropertyValue(name));
  Object.assign(twin.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    visibility: 'hidden',
    borderStyle: 'solid',
    whiteSpace: 'pre-wrap',
    // To the fraction of a pixel, without the scroll bar, which takes its room from the text.
    width: `${frame.width - scrollBarOf(field, look)}px`,
  });
  twin.textContent = field.value.slice(0, at);
  const mark = document.createElement('span');
  // What follows decides whether the word at the caret still fits its line.
  mark.textContent = field.value.slice(at) || '.';
  twin.append(mark);
  document.body.append(twin);
  const drawn = mark.getClientRects()[0];
  twin.remove();
  const top = Math.min(frame.bottom, Math.max(frame.top, frame.top + (drawn?.top ?? 0) - field.scrollTop));
  return { left: frame.left + (drawn?.left ?? 0), top, bottom: Math.min(frame.bottom, top + (drawn?.height ?? 0)) };
}

function scrollBarOf(field: HTMLTextAreaElement, look: CSSStyleDeclaration): number {
  const borders = Number.parseFloat(look.borderLeftWidth) + Number.parseFloat(look.borderRightWidth);
  return Math.max(0, Math.round(field.offsetWidth - field.clientWidth - borders));
}
