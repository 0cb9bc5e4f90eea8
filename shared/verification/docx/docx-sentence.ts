import { assertNever } from '../../lib/assert-never.ts';
import type { ChainFinding } from '../chain/chain-finding.ts';
import type { DataFinding } from '../data/data-finding.ts';
import { sentenceForData } from '../data/data-sentence.ts';
import { problemWords } from '../problem-words.ts';
import type { TrustFinding } from '../trust/trust-finding.ts';
import { count, list, number } from '../wording.ts';
import type { ZipFaultKind } from '../zip/zip-fault.ts';
import type { DocxFinding } from './docx-finding.ts';

/** What a finding in a DOCX says. */
export function sentenceForDocx(finding: DocxFinding | DataFinding | ChainFinding | TrustFinding): string {
  switch (finding.code) {
    case 'docx-unsigned':
      return 'The DOCX carries no digital signature, so nothing shows whether it was altered. A program that saves a signed DOCX again leaves its signatures out; ask for the file as it was signed, or check the PDF of the same sheet.';
    case 'package-refused':
      return `The DOCX is packed as no program packs one: ${faultWords(finding.fault)}.`;
    case 'package-unreadable':
      return `The DOCX cannot be read (${problemWords(finding.problem)}), so it was not checked.`;
    case 'signature-unlisted':
      return `The signature in “${finding.part}” was taken off the list of the file’s signatures by a later change.`;
    case 'part-changed':
      return `What ${finding.signer} signed is not what this file holds: ${changeWords(finding)}.`;
    case 'part-added':
      return finding.relationship === null
        ? `“${finding.part}” belongs to the document and is not covered by the signature of ${finding.signer}: it was added or exchanged afterwards.`
        : `“${finding.part}” points at “${finding.relationship}”, which the signature of ${finding.signer} does not cover: it was added afterwards.`;
    case 'parts-not-covered':
      return `The signature of ${finding.signer} does not cover ${count(finding.count, 'part', 'parts')} of the file that no reader shows in the document (${list(finding.parts)}). They were not checked.`;
    case 'signed-over':
      return finding.earlier.length === 0
        ? `The signature of ${finding.signer} covers the document, but not the signatures before it: it stands beside them.`
        : `The signature of ${finding.signer} covers the document and ${finding.earlier.length === 1 ? 'signature' : 'signatures'} ${list(finding.earlier.map(number))}.`;
    case 'package-bookkeeping':
      return `${count(finding.bytes, 'byte', 'bytes')} of the file are the packing around its contents (order, times, how much was compressed and how), and ${quoted(finding.signatureParts)} hold the signatures: they are no content, and no signature covers them. Of ${quoted(finding.byMeaning)} the signature covers what they say of the signed parts, not how they spell it.`;
    default:
      return sentenceForData(finding);
  }
}

function quoted(names: readonly string[]): string {
  return list(names.map((one) => `“${one}”`));
}

function changeWords({ part, what }: Extract<DocxFinding, { code: 'part-changed' }>): string {
  switch (what) {
    case 'content':
      return `“${part}” was changed after the signature was made`;
    case 'kind':
      return `“${part}” passes for something of another kind than when it was signed`;
    case 'missing':
      return `“${part}” was taken out`;
    case 'relationships':
      return `“${part}”, which says what belongs to what, was changed after the signature was made`;
    default:
      return assertNever(what);
  }
}

function faultWords(fault: ZipFaultKind): string {
  switch (fault) {
    case 'ends-early':
      return 'its end is missing, so it was cut short or is none';
    case 'gap':
      return 'something lies between its parts that belongs to none of them';
    case 'overlap':
      return 'its parts lie on top of each other';
    case 'trailing':
      return 'something was added behind its end';
    case 'twice':
      return 'it holds a part of one name twice';
    case 'contradiction':
      return 'its table of contents contradicts its parts';
    case 'damaged':
      return 'a part does not unpack to what its check sum says';
    case 'name':
      return 'a part has a name that no part can have';
    case 'zip64':
      return 'it is of the form for files of more than 4 GB, which is not read here';
    case 'encrypted':
      return 'it is encrypted, so it was not checked';
    case 'method':
      return 'it is compressed in a way that is not read here';
    case 'too-many':
      return 'it holds more parts than any honest file';
    default:
      return assertNever(fault);
  }
}
