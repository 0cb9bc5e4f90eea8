import { BuilderElement, EmptyElement, StringValueElement, TextRun, type XmlComponent } from 'docx';
import type { FormField } from '../../../shared/documents/document.ts';
import { shortened } from '../../../shared/documents/file-safe.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';

/** En spaces: what an empty place shows until something is put into it. */
const EMPTY_PLACE = '\u2002'.repeat(6);

/** Word calls a file damaged where a control's title or tag is longer than this. */
const WORD_LIMIT = 64;

/**
 * A place to be filled in, as a content control that carries the field's name for a screen reader. It holds no words
 * while it is empty.
 */
export function contentControl(field: FormField): XmlComponent {
  return new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          new StringValueElement('w:alias', titled(field.name)),
          new StringValueElement('w:tag', field.id.slice(0, WORD_LIMIT)),
          new EmptyElement('w:showingPlcHdr'),
          kindOf(field),
        ],
      }),
      new BuilderElement({ name: 'w:sdtContent', children: [new TextRun({ text: EMPTY_PLACE })] }),
    ],
  });
}

/** The name, its end given up where Word takes no more. */
function titled(name: string): string {
  return name.length <= WORD_LIMIT ? name : `${shortened(name, WORD_LIMIT - 1, 4 * WORD_LIMIT)}\u2026`;
}

function kindOf(field: FormField): XmlComponent {
  switch (field.type) {
    case 'text':
    case 'number':
    case 'signature':
      return new EmptyElement('w:text');
    case 'date':
      return new BuilderElement({
        name: 'w:date',
        children: [new StringValueElement('w:dateFormat', 'd MMM yyyy'), new StringValueElement('w:lid', 'en-GB')],
      });
    case 'choice':
      return new BuilderElement({
        name: 'w:dropDownList',
        children: (field.options ?? []).map(
          (option) =>
            new BuilderElement<{ readonly text: string; readonly value: string }>({
              name: 'w:listItem',
              attributes: { text: { key: 'w:displayText', value: option }, value: { key: 'w:value', value: option } },
            }),
        ),
      });
    default:
      return assertNever(field.type);
  }
}
