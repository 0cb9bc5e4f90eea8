import type { Instant } from '../../lib/dates.ts';
import type { Register } from '../../model/evidence.ts';
import { safeText } from '../safe-text.ts';
import type { SignatureReport } from '../signature-report.ts';
import type { SignerTrust } from '../verification.ts';
import type { RegisterNote, TrustFinding } from './trust-finding.ts';

/** A register with who signed it; its signature holds. */
export type HeldRegister = { readonly register: Register; readonly note: RegisterNote };

/** What the register that came with a file says of each signer. It never raises nor lowers the verdict. */
export function judgeTrust(
  reports: readonly SignatureReport[],
  held: HeldRegister | null,
): { readonly trust: readonly SignerTrust[]; readonly findings: readonly TrustFinding[] } {
  const judged = reports.flatMap(({ signer, fingerprint, claimedTime }, index) =>
    signer === null || fingerprint === null
      ? []
      : judgeSigner({ signature: index + 1, signer, fingerprint }, claimedTime, held),
  );
  return { trust: judged.map((one) => one.trust), findings: judged.map((one) => one.finding) };
}

type Signer = { readonly signature: number; readonly signer: string; readonly fingerprint: string };

function judgeSigner(of: Signer, claimed: Instant | null, held: HeldRegister | null) {
  const trust = { signature: of.signature, name: of.signer, fingerprint: of.fingerprint };
  const say = (carriedRegister: SignerTrust['carriedRegister'], finding: TrustFinding) => {
    return { trust: { ...trust, carriedRegister }, finding };
  };
  if (!held) return say('no-register', { code: 'trust-not-judged', severity: 'note', ...of });
  const { register, note } = held;
  for (const person of register.people) {
    const key = person.keys.find((one) => one.fingerprint === of.fingerprint);
    if (!key) continue;
    const ended = key.until !== null && claimed !== null && Date.parse(claimed) > Date.parse(key.until);
    const endedBefore = ended ? key.until : null;
    const severity = ended ? 'warning' : 'note';
    const { roles } = person;
    const listed = { person: safeText(person.name), roles, register: note, endedBefore } as const;
    return say('listed', { code: 'register-lists', severity, ...of, ...listed });
  }
  const namesakes = register.people.filter((one) => sameName(one.name, of.signer));
  if (namesakes.length === 0) {
    return say('not-listed', { code: 'register-without', severity: 'note', ...of, register: note });
  }
  const known = namesakes.flatMap((one) => one.keys.map((key) => key.fingerprint)).slice(0, 4);
  return say('name-with-other-key', { code: 'register-other-key', severity: 'warning', ...of, register: note, known });
}

/** Names that a person takes for the same. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    safeText(name)
      .normalize('NFKD')
      .replace(/[\p{M}\s]/gu, '')
      .toLowerCase();
  return plain(one) === plain(other);
}
