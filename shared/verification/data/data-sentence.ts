import { assertNever } from '../../lib/assert-never.ts';
import { showDate, showInstant } from '../../lib/dates.ts';
import type { ChainFinding } from '../chain/chain-finding.ts';
import { sentenceForChain } from '../chain/chain-sentence.ts';
import { problemWords } from '../problem-words.ts';
import type { TrustFinding } from '../trust/trust-finding.ts';
import { count, list, number } from '../wording.ts';
import type { DataFinding, Decider, SectionFigure, StatedOutcome } from './data-finding.ts';
import { sentenceForEvidence } from './evidence-sentence.ts';

/** What a finding in a file's own data says. */
export function sentenceForData(finding: DataFinding | ChainFinding | TrustFinding): string {
  switch (finding.code) {
    case 'no-data':
      return 'The file carries no data of this app. Only its signatures were checked: whether the marks give the outcome by the rule was not.';
    case 'data-not-read':
      return 'Because of what was found above, the marks and the outcome were not checked.';
    case 'data-unknown':
      return `The data in “${finding.attachment}” cannot be read (${problemWords(finding.problem)}), so the marks and the outcome were not checked.`;
    case 'data-not-signed':
      return `The data in “${finding.attachment}” are not covered by the first signature: they were put in or exchanged by somebody else.`;
    case 'data-twice':
      return `The file carries “${finding.attachment}” more than once, so that programs could show different data.`;
    case 'digest-right':
      return `The digest of the sheet’s data is the one that it states: ${finding.digest}.`;
    case 'digest-wrong':
      return `The sheet’s data state the digest ${finding.stated}, but have ${finding.found}: they are not those that were printed.`;
    case 'outcome-by-rule':
      return `${deciderWords(finding.by)} ${outcomeWords(finding.stated)} follows from the marks by the rule of the sheet’s own scheme${ruleWords(finding.needed)}: ${figures(finding.sections)}.`;
    case 'outcome-wrong':
      return `${deciderWords(finding.by)} ${outcomeWords(finding.stated)} does not follow from the marks: by the rule of the sheet’s own scheme${ruleWords(finding.needed)} they give ${outcomeWords(finding.derived)} (${figures(finding.sections)}).`;
    case 'evidence-whole':
    case 'evidence-wrong':
    case 'judged-out-of-order':
      return sentenceForEvidence(finding);
    case 'qa-incomplete':
      return `The quality assurance half of the form is filled in without all its marks (${count(finding.missing, 'place is', 'places are')} empty), so whether its outcome follows from them was not checked.`;
    case 'qa-unreadable':
      return `The field “${finding.field}” holds “${finding.value}”, which is no mark, so whether the outcome of quality assurance follows from its marks was not checked.`;
    case 'outcomes-differ':
      return `Quality assurance came to another outcome than the assessor: ${outcomeWords(finding.checked)}, where the assessor gave ${outcomeWords(finding.assessor)}. Ask the centre which one stands.`;
    case 'author-agrees':
      return `The data name the key of ${finding.name} as ${authorWords(finding.by)}’s, and that key signed.`;
    case 'author-differs':
      return `The data name another key as ${authorWords(finding.by)}’s (${finding.stated}) than that of ${finding.signer}, who signed (${finding.fingerprint}): the data or the signature come from elsewhere.`;
    case 'name-differs':
      return `The data call the signer ${finding.stated}; the certificate says ${finding.signer}.`;
    case 'docx-declared':
      return `Signed together with this file was a DOCX with the SHA-256 ${finding.digest}. If you have that DOCX, check it too and compare.`;
    case 'check-declared':
      return `The check is of sheet ${finding.sheet}, revision ${finding.revision}, digest ${finding.digest}: the PDF with the SHA-256 ${finding.pdf}${finding.docx === null ? '' : ` and the DOCX with ${finding.docx}`}. Check those files too and compare.`;
    case 'check-of-another-sheet':
      return `The check says that it is of the sheet with the digest ${finding.stated}, but the sheet that the file carries has ${finding.carried}.`;
    case 'received-after-signing':
      return `The script is said to have been received on ${showDate(finding.received)}, after the sheet was signed on ${showDate(finding.signed)}.`;
    case 'dated-too-early': {
      const what = finding.field === null ? 'The date of the check' : `The date in the field “${finding.field}”`;
      const event = finding.before === 'receipt' ? 'the script was received' : 'the assessor signed';
      return `${what} is ${showDate(finding.stated)}, before ${event} on ${showDate(finding.than)}.`;
    }
    case 'time-differs':
      return `The data say that the sheet was signed on ${showInstant(finding.stated)}; the signature claims ${showInstant(finding.claimed)}.`;
    default:
      return sentenceForPage(finding);
  }
}

function sentenceForPage(finding: PageFinding | ChainFinding | TrustFinding): string {
  switch (finding.code) {
    case 'page-not-compared':
      return 'The pages were not compared with the data: only the data were checked, and pages may say something else.';
    case 'page-agrees':
      return `The words on the pages and the data say the same: ${count(finding.facts, 'fact was', 'facts were')} compared, in their order. How the pages look was not compared.`;
    case 'page-disagrees':
      return `The pages and the data do not say the same: the data have “${finding.expected}” as ${finding.fact}, the pages “${finding.found}”.`;
    case 'page-says-more':
      return `Beside ${finding.where} the pages say what the data do not hold: “${finding.found}”.`;
    case 'page-not-read':
      return `The words on the pages could not be read (${problemWords(finding.problem)}), so they were not compared with the data.`;
    case 'field-disagrees':
      return `The field “${finding.field}” holds “${finding.value}”, but the page shows “${finding.shown}” in its place.`;
    case 'register-not-used':
      return `The register that the file carries was not used: ${registerFault(finding.reason)}.`;
    default:
      return sentenceForChain(finding);
  }
}

type PageFinding = Extract<
  DataFinding,
  {
    code:
      | 'page-not-compared'
      | 'page-agrees'
      | 'page-disagrees'
      | 'page-says-more'
      | 'page-not-read'
      | 'field-disagrees'
      | 'register-not-used';
  }
>;

function registerFault(reason: 'unreadable' | 'signature' | 'maker'): string {
  switch (reason) {
    case 'unreadable':
      return 'it cannot be read';
    case 'signature':
      return 'its own signature does not hold';
    case 'maker':
      return 'who signed it is not who it names as the lead internal quality assurer';
    default:
      return assertNever(reason);
  }
}

function deciderWords(by: Decider): string {
  switch (by) {
    case 'assessor':
      return 'The assessor’s outcome';
    case 'qa':
      return 'The outcome that quality assurance filled in';
    case 'check':
      return 'The outcome of the check';
    default:
      return assertNever(by);
  }
}

function authorWords(by: 'assessor' | 'check'): string {
  return by === 'assessor' ? 'the assessor' : 'the internal quality assurer';
}

function outcomeWords({ outcome, total, referred }: StatedOutcome): string {
  const figure = total === null ? '' : ` with a total of ${number(total)}`;
  const which = referred.length === 0 ? '' : `, referred: ${list(referred)}`;
  return `${outcome}${figure}${which}`;
}

function ruleWords(needed: number | null): string {
  return needed === null ? '' : ` (a total of ${number(needed)} and the minimum in each section)`;
}

function figures(sections: readonly SectionFigure[]): string {
  return list(
    sections.map(({ heading, mark, minimum }) => {
      const least = minimum === null ? '' : `, minimum ${number(minimum)}`;
      return mark === null ? heading : `${heading} ${number(mark)}${least}`;
    }),
  );
}
