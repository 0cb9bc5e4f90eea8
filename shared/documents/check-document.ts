import { assertNever } from '../lib/assert-never.ts';
import { showInstant } from '../lib/dates.ts';
import type { SignedCheck } from '../model/evidence.ts';
import type { SectionEntry, SignedSheet } from '../model/mark-sheet.ts';
import { bullets, cell, columnHead, row, small, smallLabelled } from './cells.ts';
import type { CellContent, FormDocument, Table } from './document.ts';
import { fillDocument } from './fill-document.ts';
import { markSheetBody } from './mark-sheet-document.ts';
import { outcomeOptions, qaMarkOwner } from './mark-sheet-places.ts';
import { referralWords } from './mark-sheet-referral.ts';
import { placeValues } from './place-values.ts';
import { printable } from './printable.ts';
import { PRODUCT } from './product.ts';
import { shortDigest } from './short-digest.ts';
import { signedLinesFor } from './signed-lines.ts';

/** A check to be printed, with the sheet that it is of. */
export type CheckPrint = { readonly sheet: SignedSheet; readonly check: SignedCheck };

/**
 * The mark sheet with the quality assurance half filled in, as a document of its own, since the assessor's file is never
 * altered. It names that file by its digest; who signs later signs this file, and no line in it changes any more.
 */
export function checkDocument(print: CheckPrint): FormDocument {
  const { sheet, check } = print;
  const { title, subject, body } = markSheetBody({ sheet, digest: check.sheet.digest });
  const place = sheet.form.signaturePlaces.find((one) => one.id === qaMarkOwner(sheet.form));
  const { marks, decision, checkDate: date } = check;
  const values = place ? placeValues(sheet, place, { marks, decision, date, name: check.iqa.name }) : [];
  const { name, fingerprint } = check.iqa;
  const lines = signedLinesFor({ name: printable(name), signedAt: check.signedAt, fingerprint });
  return fillDocument(
    {
      language: 'en-GB',
      title: `Check by IQA: ${title}`,
      subject,
      author: printable(name),
      createdAt: check.signedAt,
      body: [...body, checkTable(print)],
      footer: footerLines(print),
      watermark: null,
    },
    { values, signed: new Map(place ? [[`${place.id}.signature`, lines]] : []), elsewhere: elsewhereIn(sheet) },
  );
}

/** The countersigning assessor signs the assessor's PDF; who comes after the IQA signs the file as a whole. */
function elsewhereIn(sheet: SignedSheet): (place: string) => string {
  return (id) => {
    const role = sheet.form.signaturePlaces.find((place) => place.id === id)?.role;
    return role === 'countersigning-assessor' ? 'See the signatures in the PDF' : "See the file's digital signatures";
  };
}

/** What identifies the check and what was checked, on every page. */
function footerLines({ sheet, check }: CheckPrint): readonly string[] {
  const { pdf, docx } = check.files;
  return [
    `${PRODUCT.name} ${PRODUCT.version} | Check of sheet ${sheet.sheet} | Revision ${sheet.revision}`,
    `Sheet digest (SHA-256) ${check.sheet.digest}`,
    docx === null ? `Assessor's PDF (SHA-256) ${pdf}` : `Assessor's DOCX (SHA-256) ${docx}`,
    `Certificate ${shortDigest(check.iqa.fingerprint)} | Audit chain head ${shortDigest(check.chainHead)} | Pack ${sheet.pack.code} ${sheet.pack.version} (${shortDigest(sheet.pack.digest)})`,
  ];
}

/** The same in full, once, at the end: what a verifier compares. */
function checkTable({ sheet, check }: CheckPrint): Table {
  const lines: readonly (readonly [string, string])[] = [
    ['Check:', check.check],
    ['Of sheet:', `${sheet.sheet}, revision ${sheet.revision}`],
    ['Sheet digest (SHA-256):', check.sheet.digest],
    ["Assessor's PDF (SHA-256):", check.files.pdf],
    ["Assessor's DOCX (SHA-256):", check.files.docx ?? 'not handed in'],
    ["Assessor's certificate fingerprint (SHA-256):", sheet.assessor.fingerprint],
    ['Signed by the IQA:', `${showInstant(check.signedAt)} (the signing computer's claim)`],
    ["IQA's certificate fingerprint (SHA-256):", check.iqa.fingerprint],
    ["IQA's audit chain head:", check.chainHead],
    ['Pack:', `${sheet.pack.code} ${sheet.pack.version}`],
    ['Pack digest (SHA-256):', sheet.pack.digest],
    ['Made by:', `${PRODUCT.name} ${PRODUCT.version}`],
  ];
  return {
    kind: 'table',
    summary: 'Record of the check, added by the app',
    columns: [1],
    together: true,
    head: [
      row([
        columnHead([
          small(
            "Added by the app: the record of this check. The assessor's own signatures are in the files that it names.",
          ),
        ]),
      ]),
    ],
    rows: [
      row([cell([smallLabelled('Outcome by the IQA:', outcomeWords(sheet, check)), ...referred(sheet, check)])]),
      ...lines.map(([label, value]) => row([cell([smallLabelled(label, value)])])),
    ],
  };
}

function outcomeWords(sheet: SignedSheet, { decision }: SignedCheck): string {
  const [pass = '', referral = ''] = outcomeOptions(sheet.form);
  const total = decision.total === null ? '' : `, total ${decision.total}`;
  switch (decision.outcome) {
    case 'pass':
      return `${pass}${total}`;
    case 'referral':
      return `${referral}${total}`;
    case 'incomplete':
      return 'not complete';
    default:
      return assertNever(decision);
  }
}

/** The form has one place for referred sections, the assessor's; the IQA's stand here. */
function referred(sheet: SignedSheet, { decision, marks }: SignedCheck): readonly CellContent[] {
  if (decision.outcome !== 'referral') return [];
  const entries = sheet.sections.map((entry): SectionEntry => {
    const ofSection = marks.filter((one) => one.section === entry.section);
    const criteria = entry.criteria.map((criterion) => {
      const mark = ofSection.find((one) => one.criterion === criterion.criterion)?.mark;
      return typeof mark === 'number' ? { ...criterion, mark } : { ...criterion, mark: null };
    });
    return { ...entry, criteria };
  });
  return [bullets(referralWords(sheet.scheme, entries, decision))];
}
