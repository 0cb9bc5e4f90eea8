import type { DataFinding } from '../data/data-finding.ts';
import { register, signedRegister } from '../data/evidence-shapes.ts';
import { parseCanonicalJson, readCanonicalJson } from '../data/strict-json.ts';
import { safeText } from '../safe-text.ts';
import { holds } from '../signature-report.ts';
import { checkSignedText } from '../signed-text.ts';
import { reading } from '../unreadable.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import type { HeldRegister } from './judge-trust.ts';

/** The register that a file carries; a finding where it cannot be used. It is judged for itself, and never decides. */
export async function readCarriedRegister(
  bytes: Uint8Array,
  crypto: VerificationCrypto,
): Promise<HeldRegister | DataFinding> {
  const read = reading(() => {
    const signed = signedRegister(readCanonicalJson(bytes));
    return { signed, register: register(parseCanonicalJson(signed.text)) };
  });
  if (!read.ok) return notUsed('unreadable');
  const report = await checkSignedText(read.value.signed, crypto);
  const { signer, fingerprint } = report;
  if (!holds(report.findings) || signer === null || fingerprint === null) return notUsed('signature');
  const found = read.value.register;
  if (found.leadIqa.fingerprint !== fingerprint) return notUsed('maker');
  const centre = safeText(`${found.centre.name}, centre ${found.centre.number}`);
  return { register: found, note: { edition: found.edition, centre, signedBy: signer, fingerprint } };
}

function notUsed(reason: Extract<DataFinding, { code: 'register-not-used' }>['reason']): DataFinding {
  return { code: 'register-not-used', severity: 'warning', reason };
}
