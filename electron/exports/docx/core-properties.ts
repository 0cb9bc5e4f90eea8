import type { FormDocument } from '../../../shared/documents/document.ts';
import type { Instant } from '../../../shared/lib/dates.ts';

/** `docProps/core.xml` with the document's own time: the library would write the clock's. */
export function coreProperties(document: FormDocument): { readonly path: string; readonly data: string } {
  const time = utc(document.createdAt);
  const data = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(document.title)}</dc:title>`,
    `<dc:subject>${escaped(document.subject)}</dc:subject>`,
    `<dc:creator>${escaped(document.author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escaped(document.author)}</cp:lastModifiedBy>`,
    `<dc:language>${document.language}</dc:language>`,
    '<cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
  return { path: 'docProps/core.xml', data };
}

/** `2026-11-22T14:02:03Z`: the properties know no fractions of a second. */
function utc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
