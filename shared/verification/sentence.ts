import { assertNever } from '../lib/assert-never.ts';
import { type Instant, showInstant } from '../lib/dates.ts';
import type { ChainFinding } from './chain/chain-finding.ts';
import type { DataFinding } from './data/data-finding.ts';
import type { DocxFinding } from './docx/docx-finding.ts';
import { sentenceForDocx } from './docx/docx-sentence.ts';
import type { Behind, Covers, FileFinding, Finding } from './finding.ts';
import type { RangeFault } from './pdf/byte-range.ts';
import { problemWords } from './problem-words.ts';
import { sentenceForRefusal } from './refusal-sentence.ts';
import type { TrustFinding } from './trust/trust-finding.ts';
import type { Permission } from './update/permissions.ts';
import type { Verdict } from './verification.ts';
import { count, list, number } from './wording.ts';

/** What a finding says to a person who checks the file and trusts nobody's software. */
export function sentenceForVerification(finding: Finding): string {
  switch (finding.code) {
    case 'signed':
      return `Signed by ${finding.signer}${when(finding.claimedTime)}. ${coverage(finding.covers)}`;
    case 'certified':
      return `${finding.signer} certified the document: ${permitted(finding.permission)}.`;
    case 'bytes-changed':
      return `What ${finding.signer} signed is not what this file holds: bytes that the signature covers were changed after it was made.`;
    case 'signature-wrong':
      return `The signature under the name of ${finding.signer} was not made with the key of its certificate, or was changed after it was made.`;
    case 'certificate-exchanged':
      return `The certificate that names ${finding.signer} is not the one that the signature was made with, or was changed after it was made.`;
    case 'certificate-not-named':
      return `The signature under the name of ${finding.signer} does not say which certificate it was made with, as its format demands, so the name proves nothing.`;
    case 'certificate-unprotected':
      return `The signature does not protect the certificate that names ${finding.signer}: another one for the same key could have been put in its place.`;
    case 'attributes-missing':
      return `The signature under the name of ${finding.signer} lacks the signed attributes that its format demands, so it was not checked.`;
    case 'algorithm-refused':
      return finding.reason === 'weak'
        ? `The signature under the name of ${finding.signer} uses ${finding.algorithm}, which can be forged today, so it proves nothing.`
        : `The signature under the name of ${finding.signer} uses an algorithm that is not known here (${finding.algorithm}), so it was not checked.`;
    case 'outside-validity':
      return `The time that ${finding.signer} claims to have signed at lies outside the validity of the certificate (${moment(finding.from)} to ${moment(finding.to)}).`;
    case 'time-missing':
      return `The signature of ${finding.signer} claims no time that can be read.`;
    case 'time-out-of-order':
      return `${finding.signer} claims to have signed before the signature underneath was made; at least one of the two computers’ clocks was wrong.`;
    case 'unprotected-data':
      return `Beside the signature of ${finding.signer} lie data that it does not protect (certificates of others, revocation lists or a time stamp). They were not checked.`;
    case 'format-unknown':
      return `Signature ${finding.signature} is of a format that is not checked here (${finding.format || 'not named'}).`;
    case 'range-refused':
      return `Signature ${finding.signature} does not cover what it must: ${rangeFault(finding.fault)}.`;
    case 'signature-unreadable':
      return `${finding.signature === null ? 'A signature' : `Signature ${finding.signature}`} cannot be read (${problemWords(finding.problem)}), so it was not checked.`;
    case 'revision-unreadable':
      return `The document as it was at signature ${finding.signature} cannot be read without guessing (${problemWords(finding.problem)}), so what a reader shows of it may not be what was signed.`;
    case 'signature-not-in-form':
      return `Signature ${finding.signature} belongs to no signature field of the document, so what it stands for cannot be told.`;
    case 'signature-removed':
      return `Signature ${finding.signature} was taken out of the document by a later change.`;
    case 'white-space-after':
      return `${behind(finding)}. They are white space, which no reader shows.`;
    case 'update-allowed':
      return `${behind(finding)}. ${allowedChange(finding)}`;
    case 'update-refused':
      return `${behind(finding)}, and what they change was not allowed: ${refusedChange(finding)}.`;
    case 'update-not-judged':
      return `${behind(finding)}. What they change could not be judged, because the signed document cannot be read to the end (${problemWords(finding.problem)}).`;
    default:
      return sentenceForFile(finding);
  }
}

/** The verdict on a file. It speaks of integrity alone. */
export function sentenceForVerdict(verdict: Verdict): string {
  switch (verdict) {
    case 'intact':
      return 'INTACT. Nothing that was signed has been altered since. Whether the signers are who their certificates say was not judged.';
    case 'altered':
      return 'ALTERED. The file is not what was signed. Do not rely on it; ask for the original.';
    case 'not-checkable':
      return 'NOT CHECKABLE. Nothing is said about whether the file was altered.';
    default:
      return assertNever(verdict);
  }
}

function sentenceForFile(finding: FileFinding | DocxFinding | DataFinding | ChainFinding | TrustFinding): string {
  switch (finding.code) {
    case 'file-empty':
      return 'The file is empty (0 bytes), so there is nothing to check.';
    case 'type-not-checked':
      return 'Only PDF files, DOCX files, and extracts, registers and certificates of this app are checked here, and this is none by its content.';
    case 'certificate-whole':
      return `Certificate of ${finding.signer}, for ${moment(finding.from)} to ${moment(finding.to)}. It is as its own key signed it, which shows that it was not changed, and nothing of whose it is.`;
    case 'certificate-changed':
      return `The certificate that names ${finding.signer} is not as its own key signed it: it was changed since, or the name was put to a key of somebody else.`;
    case 'pdf-unsigned':
      return 'The PDF carries no signature, so nothing shows whether it was altered.';
    case 'pdf-encrypted':
      return 'The PDF is encrypted, so it was not checked.';
    case 'pdf-unreadable':
      return `The PDF cannot be read (${problemWords(finding.problem)}), and no signature was found in it.`;
    case 'form-unreadable':
      return `The PDF’s form, which holds its signatures, cannot be read (${problemWords(finding.problem)}).`;
    case 'same-key':
      return `Signatures ${list(finding.signatures.map(number))} were made with one and the same key, that of ${finding.signer}: one person signed in more than one place.`;
    case 'same-name':
      return `Signatures ${list(finding.signatures.map(number))} are under one name, ${finding.signer}, but were made with different keys. Ask ${finding.signer} and the centre which are theirs.`;
    case 'too-many-signatures':
      return `The file carries more than ${number(finding.most)} signatures, so it was not checked.`;
    default:
      return sentenceForDocx(finding);
  }
}

function when(time: Instant | null): string {
  return time === null ? '' : ` on ${showInstant(time)} by the signing computer’s clock`;
}

function coverage(covers: Covers): string {
  switch (covers.kind) {
    case 'bytes': {
      const { end, size, holder } = covers;
      const itself = `bytes ${number(holder.from)} to ${number(holder.to - 1)}, which hold the signature itself`;
      return end === size
        ? `The signature covers the whole file, but for ${itself}.`
        : `The signature covers the first ${number(end)} of ${number(size)} bytes, but for ${itself}.`;
    }
    case 'parts':
      return covers.covered === covers.all
        ? `The signature covers the contents of all ${number(covers.all)} parts of the file.`
        : `The signature covers the contents of ${number(covers.covered)} of the file’s ${number(covers.all)} parts.`;
    case 'text':
      return `The signature covers the whole text of ${count(covers.bytes, 'byte', 'bytes')}.`;
    default:
      return assertNever(covers);
  }
}

function permitted(permission: Permission): string {
  switch (permission) {
    case 1:
      return 'nothing may be changed after the signature';
    case 2:
      return 'after the signature, fields may be filled in and signatures added, and nothing else may be changed';
    case 3:
      return 'after the signature, fields may be filled in and signatures and comments added (comments are not accepted here)';
    default:
      return assertNever(permission);
  }
}

function rangeFault(fault: RangeFault): string {
  switch (fault) {
    case 'not-four-numbers':
      return 'its byte range is not of four whole numbers';
    case 'not-from-the-start':
      return 'its byte range does not begin at the start of the file';
    case 'gap-is-not-the-signature':
      return 'its byte range leaves out something other than the signature itself';
    case 'signature-not-hexadecimal':
      return 'where the signature should stand there is something else';
    case 'beyond-the-file':
      return 'its byte range goes beyond the end of the file, which was cut short';
    default:
      return assertNever(fault);
  }
}

function behind({ bytes, signer, signature }: Extract<Finding, Behind>): string {
  const whose = signer === null ? `signature ${signature}` : `the signature of ${signer}`;
  return `${count(bytes, 'byte was', 'bytes were')} added after ${whose}`;
}

function allowedChange(finding: Extract<Finding, { code: 'update-allowed' }>): string {
  const filled = finding.filled.map((one) => `“${one.field}” with “${one.value}”`);
  const signed = finding.signed.map((one) => `“${one}”`);
  const done = [
    ...(filled.length > 0 ? [`filled in ${firstOf(filled, 'other fields')}`] : []),
    ...(signed.length > 0 ? [`signed ${firstOf(signed, 'other fields')}`] : []),
    ...(finding.properties ? ['brought the document’s properties up to date'] : []),
    ...(finding.validationData ? ['added data for checking certificates'] : []),
  ];
  const changed = done.length === 0 ? 'They change nothing that is shown' : `They ${list(done)}, which was allowed`;
  return finding.severity === 'note' ? `${changed}.` : `${changed}; no signature covers them.`;
}

/** The first of a list that a forger could make as long as he likes; every field of a mark sheet finds room. */
function firstOf(items: readonly string[], others: string): string {
  const most = 40;
  return list(items.length <= most ? items : [...items.slice(0, most), `${number(items.length - most)} ${others}`]);
}

function refusedChange({ refusals, count: all }: Extract<Finding, { code: 'update-refused' }>): string {
  const more = all - refusals.length;
  const shown = refusals.map(sentenceForRefusal);
  return list(more > 0 ? [...shown, count(more, 'other change', 'other changes')] : shown);
}

function moment(time: Instant | null): string {
  return time === null ? 'a time without sense' : showInstant(time);
}
