import type { Json } from '../../lib/canonical-json.ts';
import type { SignedExtract, SignedRegister } from '../../model/evidence.ts';
import { chainExtract, register, signedExtract, signedRegister } from '../data/evidence-shapes.ts';
import type { JudgedData } from '../data/judged-data.ts';
import type { Shape } from '../data/shape.ts';
import { parseCanonicalJson, readCanonicalJson } from '../data/strict-json.ts';
import type { Finding } from '../finding.ts';
import { safeText } from '../safe-text.ts';
import { holds, type SignatureReport } from '../signature-report.ts';
import { checkSignedText } from '../signed-text.ts';
import { reading } from '../unreadable.ts';
import type { Content } from '../verification.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import { judgeExtract } from './judge-extract.ts';

/** What a signed text of the app comes to: an extract of an audit chain, or a register. */
export type VerifiedText = {
  readonly findings: readonly Finding[];
  readonly reports: readonly SignatureReport[];
  readonly data: JudgedData;
};

const MOST_PEOPLE = 200;
const LINE_END = 0x0a;

/** Verifies a JSON file. Canonical JSON alone is read, a line end behind it aside, so that no byte stands unseen. */
export async function verifyJson(bytes: Uint8Array, crypto: VerificationCrypto): Promise<VerifiedText> {
  const body = bytes.at(-1) === LINE_END ? bytes.subarray(0, -1) : bytes;
  const read = reading(() => readCanonicalJson(body));
  if (!read.ok) return failed({ code: 'json-unreadable', severity: 'not-checkable', problem: read.error });
  const format = formatOf(read.value);
  switch (format) {
    case 'countersign-signed-extract/1':
      return verifySignedExtract(signedExtract, read.value, crypto);
    case 'countersign-signed-register/1':
      return verifySignedRegister(signedRegister, read.value, crypto);
    default:
      return failed(
        format?.startsWith('countersign-')
          ? { code: 'json-unreadable', severity: 'not-checkable', problem: 'newer' }
          : { code: 'json-unknown', severity: 'not-checkable' },
      );
  }
}

async function verifySignedExtract(
  shape: Shape<SignedExtract>,
  value: Json,
  crypto: VerificationCrypto,
): Promise<VerifiedText> {
  const signed = reading(() => shape(value));
  if (!signed.ok) return failed({ code: 'json-unreadable', severity: 'not-checkable', problem: signed.error });
  return judgeSignedExtract(signed.value, crypto);
}

/** Judges an extract, wherever it came from. */
export async function judgeSignedExtract(signed: SignedExtract, crypto: VerificationCrypto): Promise<VerifiedText> {
  const report = await checkSignedText(signed, crypto);
  if (!holds(report.findings)) return ended(report);
  const read = reading(() => chainExtract(parseCanonicalJson(signed.text)));
  if (!read.ok) return ended(report, notAsNamed('extract', read.error));
  const extract = read.value;
  const { findings, places } = await judgeExtract(extract, crypto);
  const all = [...findings, ...makerFindings(extract.madeBy, report)];
  return ended(report, all, { kind: 'extract', extract, places });
}

async function verifySignedRegister(
  shape: Shape<SignedRegister>,
  value: Json,
  crypto: VerificationCrypto,
): Promise<VerifiedText> {
  const signed = reading(() => shape(value));
  if (!signed.ok) return failed({ code: 'json-unreadable', severity: 'not-checkable', problem: signed.error });
  const report = await checkSignedText(signed.value, crypto);
  if (!holds(report.findings)) return ended(report);
  const read = reading(() => register(parseCanonicalJson(signed.value.text)));
  if (!read.ok) return ended(report, notAsNamed('register', read.error));
  const found = read.value;
  const names = found.people.slice(0, MOST_PEOPLE).map((one) => safeText(one.name));
  const centre = safeText(`${found.centre.name}, centre ${found.centre.number}`);
  const said: Finding = { code: 'register-read', severity: 'good', edition: found.edition, centre, people: names };
  return ended(report, [said, ...makerFindings(found.leadIqa, report)], { kind: 'register', register: found });
}

/** A text may only be signed by who it says made it. */
function makerFindings(
  stated: { readonly name: string; readonly fingerprint: string },
  { signer, fingerprint }: SignatureReport,
): readonly Finding[] {
  if (stated.fingerprint === fingerprint || signer === null) return [];
  return [{ code: 'maker-differs', severity: 'altered', stated: safeText(stated.name), signer }];
}

/** The signature holds, so what it covers was never what the file calls it, or is of a newer program. */
function notAsNamed(
  what: 'extract' | 'register',
  problem: Extract<Finding, { code: 'text-not-as-named' }>['problem'],
): readonly Finding[] {
  const severity = problem === 'newer' ? 'not-checkable' : 'altered';
  return [{ code: 'text-not-as-named', severity, what, problem }];
}

function formatOf(value: Json): string | null {
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  return typeof value.format === 'string' ? value.format : null;
}

function ended(
  report: SignatureReport,
  findings: readonly Finding[] = [],
  content: Content | null = null,
): VerifiedText {
  return { findings: report.findings, reports: [report], data: { findings, content, register: null } };
}

function failed(finding: Finding): VerifiedText {
  return { findings: [finding], reports: [], data: { findings: [], content: null, register: null } };
}
