import { assertNever } from '../../lib/assert-never.ts';
import { showInstant } from '../../lib/dates.ts';
import { fingerprintWords } from '../../lib/fingerprint-words.ts';
import type { Role } from '../../model/person.ts';
import { list } from '../wording.ts';
import type { RegisterNote, TrustFinding } from './trust-finding.ts';

/** What is said of whose a key is, and never more than that. */
export function sentenceForTrust(finding: TrustFinding): string {
  const { signer } = finding;
  const key = keyWords(finding.fingerprint);
  switch (finding.code) {
    case 'trust-not-judged':
      return `Whether the key belongs to ${signer} was not judged: no register at hand. ${key}`;
    case 'register-lists': {
      const ended =
        finding.endedBefore === null
          ? ''
          : ` But the register ended this key on ${showInstant(finding.endedBefore)}, before the time that ${signer} claims to have signed at.`;
      return `${registerWords(finding.register)} lists the key of ${signer} as that of ${finding.person}${rolesWords(finding.roles)}.${ended} ${ASK} ${key}`;
    }
    case 'register-without':
      return `${registerWords(finding.register)} does not list the key of ${signer}, nor anybody of that name. ${key}`;
    case 'register-other-key':
      return `${registerWords(finding.register)} knows the name ${signer}, but with another key (${list(finding.known.map(shortWords))}). Ask ${signer} and the centre which is theirs. ${key}`;
    default:
      return assertNever(finding);
  }
}

const ASK = 'Who signed the register is as unknown here as any signer: compare that key with the centre.';

function registerWords({ edition, centre, signedBy, fingerprint }: RegisterNote): string {
  return `The register that this file carries (${centre}, edition ${edition}, signed by ${signedBy} with the key “${shortWords(fingerprint)}”)`;
}

function keyWords(fingerprint: string): string {
  return `To compare by telephone, the key in words: “${shortWords(fingerprint)}”. Fingerprint of its certificate (SHA-256): ${fingerprint}.`;
}

function shortWords(fingerprint: string): string {
  return fingerprintWords(fingerprint).join(' ');
}

function rolesWords(roles: readonly Role[]): string {
  return roles.length === 0 ? '' : `, ${list(roles.map(roleWords))}`;
}

function roleWords(role: Role): string {
  switch (role) {
    case 'assessor':
      return 'assessor';
    case 'assessor-in-training':
      return 'assessor in training';
    case 'countersigning-assessor':
      return 'countersigning assessor';
    case 'iqa':
      return 'internal quality assurer';
    case 'lead-iqa':
      return 'lead internal quality assurer';
    case 'ev':
      return 'external verifier';
    default:
      return assertNever(role);
  }
}
