import { type IContext, type ITableOptions, type IXmlableObject, Table } from 'docx';

/** A table with Word's alternative text, which the library does not write. */
export class DescribedTable extends Table {
  readonly #summary: string;

  constructor(options: ITableOptions, summary: string) {
    super(options);
    this.#summary = summary;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = super.prepForXml(context);
    const children: unknown = xml?.['w:tbl'];
    if (!Array.isArray(children)) return xml;
    const properties = children.find((child) => child !== null && typeof child === 'object' && 'w:tblPr' in child);
    const listed: unknown = properties?.['w:tblPr'];
    if (Array.isArray(listed)) listed.push({ 'w:tblCaption': { _attr: { 'w:val': this.#summary } } });
    return xml;
  }
}
