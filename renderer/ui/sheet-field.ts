import { fieldName, fieldNamed } from '../../shared/api/field-name.ts';
import type { SheetField } from '../../shared/api/inputs.ts';

const ATTRIBUTE = 'data-field';

/** Says of an element which field of the sheet stands in it. */
export function fieldAttribute(field: SheetField): Readonly<Record<string, string>> {
  return { [ATTRIBUTE]: fieldName(field) };
}

/** The field of the sheet that an element belongs to; null where it belongs to none. */
export function fieldAt(element: Element | null): SheetField | null {
  const name = element?.closest(`[${ATTRIBUTE}]`)?.getAttribute(ATTRIBUTE) ?? null;
  return name === null ? null : fieldNamed(name);
}

/** The element of a field, where it is on show. */
export function elementOf(root: ParentNode | null, field: SheetField): Element | null {
  return root?.querySelector(`[${ATTRIBUTE}="${CSS.escape(fieldName(field))}"]`) ?? null;
}

/** The feedback that is on show, else the first field that is. */
export function firstField(root: ParentNode | null): SheetField | null {
  const feedback = root?.querySelector(`[${ATTRIBUTE}^="strengths/"]`) ?? root?.querySelector(`[${ATTRIBUTE}]`);
  return fieldAt(feedback ?? null);
}
