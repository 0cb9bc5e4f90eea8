import {
  BorderStyle,
  type Table as DocxTable,
  HeightRule,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, Row, Table } from '../../../shared/documents/document.ts';
import { DescribedTable } from './described-table.ts';
import { drawContent } from './draw-content.ts';
import type { Hold } from './hold.ts';
import { columnWidths, TEXT_WIDTH } from './page.ts';
import { COLOUR } from './styles.ts';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.rule };
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };
const PADDING = { top: 50, bottom: 50, left: 90, right: 90, marginUnitType: WidthType.DXA };
const TWIPS_PER_POINT = 20;

/** A table of the form: fixed columns, its head repeated on every page that it reaches. */
export function drawTable(table: Table): DocxTable {
  const widths = columnWidths(table.columns);
  return new DescribedTable(
    {
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: PADDING,
      rows: [
        ...table.head.map((row) => drawRow(row, widths, true, { keepNext: true })),
        ...table.rows.map((row, index) => {
          const held = (table.together === true || row.withNext === true) && index < table.rows.length - 1;
          return drawRow(row, widths, false, held ? { keepNext: true } : {});
        }),
      ],
    },
    table.summary,
  );
}

function drawRow(row: Row, widths: readonly number[], isHead: boolean, hold: Hold): TableRow {
  let column = 0;
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return drawCell(cell, width, hold);
  });
  return new TableRow({
    tableHeader: isHead,
    cantSplit: isHead || row.together === true,
    ...(row.minimumHeight === undefined
      ? {}
      : { height: { value: row.minimumHeight * TWIPS_PER_POINT, rule: HeightRule.ATLEAST } }),
    children: cells,
  });
}

function drawCell(cell: Cell, width: number, hold: Hold): TableCell {
  const paragraphs = cell.content.flatMap((content) => drawContent(content, hold));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    ...(cell.span === undefined || cell.span === 1 ? {} : { columnSpan: cell.span }),
    ...(cell.shaded ? { shading: { type: ShadingType.CLEAR, fill: COLOUR.shade, color: 'auto' } } : {}),
    children: paragraphs.length === 0 ? [new Paragraph(hold)] : paragraphs,
  });
}
