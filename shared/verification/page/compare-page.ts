import { showDate } from '../../lib/dates.ts';
import type { AttachedSheet, SignedCheck } from '../../model/evidence.ts';
import type { Decision, SignedSheet } from '../../model/mark-sheet.ts';
import type { DataFinding } from '../data/data-finding.ts';
import { outcomeOptions, outcomeText } from '../data/derive-outcome.ts';
import { compareLevels } from './criterion-facts.ts';
import { compareEvidence } from './evidence-facts.ts';
import { PageSearch } from './page-search.ts';
import { comparable, type PageWords } from './page-words.ts';
import { compareSection, type PrintedMarks } from './section-facts.ts';
import { compareWarnings } from './warning-facts.ts';

/** Digits of a digest that are enough to tell one from another by eye. */
const SHORT = 12;
const BOX = { ticked: '\u2612', empty: '\u2610' } as const;

/** Compares the words on the pages with a sheet's data, and with a check's where the file is the print of one. */
export function comparePage(
  words: PageWords,
  { sheet, digest }: AttachedSheet,
  check: SignedCheck | null,
): readonly DataFinding[] {
  const search = new PageSearch(words);
  compareHead(search, sheet);
  const printed: PrintedMarks =
    check &&
    ((section, criterion) =>
      check.marks.find((one) => one.section === section && one.criterion === criterion)?.mark ?? null);
  compareLevels(search, sheet);
  for (const section of sheet.scheme.sections) compareSection(search, sheet, section, printed);
  compareDecision(search, sheet, sheet.decision, 'the assessor’s');
  if (check) compareDecision(search, sheet, check.decision, 'the check’s');
  compareReferral(search, sheet);
  const place = sheet.form.signaturePlaces.find((one) => one.role === 'assessor');
  search.needLabelled('the assessor’s name', place?.nameLabel ?? '', sheet.assessor.name);
  compareEvidence(search, sheet);
  if (check) compareRecordOfCheck(search, check);
  else {
    search.needAnywhere('the sheet’s digest', digest);
    search.needAnywhere('the certificate’s fingerprint', sheet.assessor.fingerprint);
    search.needAnywhere('the head of the audit chain', sheet.chainHead);
    compareWarnings(search, sheet);
  }
  const { findings, facts } = search;
  const wrong = findings.some((one) => one.severity === 'altered');
  return wrong ? findings : [{ code: 'page-agrees', severity: 'good', facts }, ...findings];
}

function compareHead(search: PageSearch, sheet: SignedSheet): void {
  const { labels } = sheet.form;
  const { registrationNumber, name } = sheet.learner;
  search.need('the heading', sheet.scheme.heading);
  search.needLabelled('the centre’s number', labels.centreNumber, sheet.centre.number);
  search.needLabelled('the centre’s name', labels.centreName, sheet.centre.name);
  search.needLabelled('the learner’s registration number', labels.learnerNumber, registrationNumber);
  search.needLabelled('the learner’s name', labels.learnerName, name);
  const box = sheet.attempt.standardisationRefused ? BOX.ticked : BOX.empty;
  search.needLabelled('the box on standardisation', sheet.form.refusal, box);
  const table = search.next(`${labels.criteria}${labels.strengths}${labels.improvements}`);
  const end = table < 0 ? Number.POSITIVE_INFINITY : table;
  search.needAlone('the date received', showDate(sheet.attempt.dateReceived), end);
  search.needAlone('the date of the declaration', showDate(sheet.attempt.declarationDate), end);
  const { supersedes } = sheet;
  if (supersedes) search.needAnywhere('the digest of the earlier revision', supersedes.digest.slice(0, SHORT));
  for (const script of sheet.attempt.scripts) {
    search.needAnywhere('the digest of a script', script.sha256.slice(0, SHORT));
  }
  search.moveTo(table);
}

/** The total stands before the printed rule, the outcome is the option that stands out. */
function compareDecision(search: PageSearch, sheet: SignedSheet, decision: Decision, whose: string): void {
  const { form } = sheet;
  if (decision.total !== null) {
    const from = search.at;
    const rule = search.next(form.labels.totalRule);
    const shown = rule < 0 ? null : (/\d+$/.exec(search.between(from, rule))?.[0] ?? '');
    if (shown === null) search.needAnywhere(`${whose} total`, String(decision.total));
    else if (shown === String(decision.total)) search.agree();
    else search.disagree(`${whose} total`, String(decision.total), shown);
    if (rule >= 0) search.moveTo(rule + comparable(form.labels.totalRule).length);
  }
  const options = outcomeOptions(form);
  const stated = outcomeText(form, decision.outcome);
  const chosen = search.chosenOf(options);
  if (stated === null) return;
  if (chosen === stated) search.agree();
  else search.disagree(`${whose} outcome`, stated, chosen ?? (chosen === null ? options.join('/') : ''));
}

/** Between its label and the next the form names the referred sections, in their order, and no other. */
function compareReferral(search: PageSearch, { form, scheme, decision }: SignedSheet): void {
  const start = search.next(form.labels.sectionReferral);
  const end = start < 0 ? -1 : search.next(form.labels.iqaCheckDate, start);
  if (start < 0 || end < 0) return;
  const said = search.between(start, end);
  const referred = decision.outcome === 'referral' ? decision.referred.map((one) => one.section) : [];
  const headings = scheme.sections.map((one) => ({
    heading: one.heading,
    place: said.indexOf(comparable(one.heading)),
  }));
  for (const [index, { heading, place }] of headings.entries()) {
    const id = scheme.sections[index]?.id ?? '';
    if (referred.includes(id)) {
      if (place >= 0) search.agree();
      else search.disagree('a referred section', heading, said);
    } else if (place >= 0 && !referred.some((other) => covers(scheme.sections, other, heading))) {
      search.disagree('the referred sections', referred.length === 0 ? 'none' : referred.join(', '), heading);
    }
  }
  search.moveTo(end);
}

/** True where another section's heading holds this one in itself. */
function covers(sections: SignedSheet['scheme']['sections'], other: string, heading: string): boolean {
  const longer = comparable(sections.find((one) => one.id === other)?.heading ?? '');
  return longer.includes(comparable(heading));
}

function compareRecordOfCheck(search: PageSearch, check: SignedCheck): void {
  search.needAnywhere('the check’s number', check.check);
  search.needAnywhere('the sheet’s digest', check.sheet.digest);
  search.needAnywhere('the digest of the assessor’s PDF', check.files.pdf);
  if (check.files.docx !== null) search.needAnywhere('the digest of the assessor’s DOCX', check.files.docx);
  search.needAnywhere('the internal quality assurer’s fingerprint', check.iqa.fingerprint);
  search.needAnywhere('the head of the audit chain', check.chainHead);
}
