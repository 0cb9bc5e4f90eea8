import { showInstant } from '../lib/dates.ts';
import { warningName } from '../model/warning.ts';
import { cell, columnHead, row, small, smallLabelled } from './cells.ts';
import type { Row, Table } from './document.ts';
import { PRODUCT } from './product.ts';
import type { SheetPrint } from './sheet-print.ts';
import { shortDigest } from './short-digest.ts';

/** What identifies the sheet, on every page; digests that the record prints in full are shortened here. */
export function footerLines({ sheet, digest }: SheetPrint): readonly string[] {
  const earlier =
    sheet.supersedes === null
      ? ''
      : `, supersedes revision ${sheet.supersedes.revision} (${shortDigest(sheet.supersedes.digest)})`;
  const pack = `Pack ${sheet.pack.code} ${sheet.pack.version} (${shortDigest(sheet.pack.digest)})`;
  const first = `${PRODUCT.name} ${PRODUCT.version} | Sheet ${sheet.sheet} | Revision ${sheet.revision}${earlier}`;
  if (digest === null) return [first, `Draft, not signed | ${pack}`];
  return [
    first,
    `Sheet digest (SHA-256) ${digest}`,
    `Certificate ${shortDigest(sheet.assessor.fingerprint)} | Audit chain head ${shortDigest(sheet.chainHead)} | ${pack}`,
  ];
}

/** The same in full, once, at the end: what a verifier compares. */
export function recordTable({ sheet, digest }: SheetPrint): Table {
  const lines: readonly (readonly [string, string])[] = [
    ['Sheet:', `${sheet.sheet}, revision ${sheet.revision}`],
    ...(sheet.supersedes === null
      ? []
      : [['Supersedes:', `revision ${sheet.supersedes.revision}, ${sheet.supersedes.digest}`] as const]),
    ...(digest === null
      ? [['Signed:', 'no, this is a draft'] as const]
      : [
          ['Signed:', `${showInstant(sheet.signedAt)} (the signing computer's claim)`] as const,
          ['Sheet digest (SHA-256):', digest] as const,
          ['Certificate fingerprint (SHA-256):', sheet.assessor.fingerprint] as const,
          ['Audit chain head:', sheet.chainHead] as const,
        ]),
    ...(sheet.acknowledged === undefined
      ? []
      : [['Warnings seen by the assessor before signing:', warningsSeen(sheet)] as const]),
    ['Pack:', `${sheet.pack.code} ${sheet.pack.version}`],
    ['Pack digest (SHA-256):', sheet.pack.digest],
    ['Made by:', `${PRODUCT.name} ${PRODUCT.version}`],
  ];
  const rows: readonly Row[] = lines.map(([label, value]) => row([cell([smallLabelled(label, value)])]));
  return {
    kind: 'table',
    summary: 'Record of the sheet, added by the app',
    columns: [1],
    together: true,
    head: [row([columnHead([small('Added by the app: the record of this sheet.')])])],
    rows,
  };
}

/** Each with its place as the form prints it: "a quotation has no words (Recommendations)". */
function warningsSeen({ acknowledged = [], scheme }: SheetPrint['sheet']): string {
  const warnings = acknowledged.map(({ code, section, criterion }) => {
    const of = scheme.sections.find((one) => one.id === section);
    const asked = of?.criteria.find((one) => one.id === criterion);
    const place = asked?.text ?? of?.heading ?? section;
    return place === null ? warningName(code) : `${warningName(code)} (${place})`;
  });
  return warnings.join('; ');
}
