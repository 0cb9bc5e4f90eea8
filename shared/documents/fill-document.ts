import type { Block, Cell, CellContent, FormDocument, FormField, Row } from './document.ts';
import type { PlaceValue } from './place-values.ts';

/** What stands at the places of a form that is printed filled in. */
export type Filling = {
  readonly values: readonly PlaceValue[];
  /** Lines at a signature field, by its id. */
  readonly signed: ReadonlyMap<string, readonly string[]>;
  /** What a signature place says that nobody fills in on this print. */
  readonly elsewhere: (place: string) => string;
};

/** The document with its places as printed words, so that no field is left in it. */
export function fillDocument(document: FormDocument, filling: Filling): FormDocument {
  const values = new Map(filling.values.map(({ fieldId, value }) => [fieldId, value]));
  const fillCell = (cell: Cell): Cell => ({ ...cell, content: fillContents(cell.content, values, filling) });
  const fillRow = (row: Row): Row => ({ ...row, cells: row.cells.map(fillCell) });
  const fillBlock = (block: Block): Block =>
    block.kind === 'table' ? { ...block, head: block.head.map(fillRow), rows: block.rows.map(fillRow) } : block;
  return { ...document, body: document.body.map(fillBlock) };
}

function fillContents(
  contents: readonly CellContent[],
  values: ReadonlyMap<string, string>,
  filling: Filling,
): readonly CellContent[] {
  const filled: CellContent[] = [];
  for (const content of contents) {
    if (content.kind !== 'field') {
      filled.push(content);
      continue;
    }
    const { field } = content;
    if (field.type === 'signature') filled.push(signature(field, filling));
    else if (contents.length === 1) filled.push(...alone(values.get(field.id) ?? null));
    else filled.push(...shown(values.get(field.id) ?? null, filled.pop(), filling.elsewhere(field.owner)));
  }
  return filled;
}

function signature(field: FormField, { signed, elsewhere }: Filling): CellContent {
  return {
    kind: 'field',
    field: { ...field, signed: field.signed ?? signed.get(field.id) ?? [elsewhere(field.owner)] },
  };
}

/** What has a cell of its own is set as the mark in the cell beside it. */
function alone(value: string | null): readonly CellContent[] {
  if (value === null) return [];
  if (!/^\d+$/.test(value)) return [{ kind: 'text', text: value, bold: true }];
  return [{ kind: 'mark', mark: Number(value), available: '', minimum: null }];
}

/** A field's value after what stands before it: on its label's line, as the ring around an option, or by itself. */
function shown(value: string | null, before: CellContent | undefined, elsewhere: string): readonly CellContent[] {
  if (before?.kind === 'labelled') return [{ ...before, value: value ?? elsewhere }];
  const kept = before === undefined ? [] : [before];
  if (value === null) return kept;
  if (before?.kind === 'choice') return [{ ...before, chosen: before.options.indexOf(value) }];
  return [...kept, { kind: 'text', text: value, bold: true }];
}
