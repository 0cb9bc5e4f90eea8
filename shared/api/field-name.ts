import type { FieldEdit, SheetField } from './inputs.ts';

/** The name of a field, which tells it apart from every other of the same sheet; its versions are kept under it. */
export function fieldName(field: SheetField): string {
  if (field.kind === 'redo') return 'redo';
  return 'criterion' in field ? `${field.kind}/${field.section}/${field.criterion}` : `${field.kind}/${field.section}`;
}

/** The field of a name. Throws where no field is kept under it. */
export function fieldNamed(name: string): SheetField {
  const [kind, section = '', criterion = ''] = name.split('/');
  switch (kind) {
    case 'strengths':
    case 'improvements':
    case 'mark':
      return { kind, section };
    case 'criterion-mark':
    case 'criterion-met':
    case 'judgement':
    case 'seen':
      return { kind, section, criterion };
    case 'redo':
      return { kind };
    default:
      throw new Error(`No field is called ${name}`);
  }
}

/** The field that an edit is of. */
export function fieldOf(edit: FieldEdit): SheetField {
  return fieldNamed(fieldName(edit));
}
