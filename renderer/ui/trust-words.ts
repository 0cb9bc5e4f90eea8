import { ROLE_NAMES } from '../../shared/api/evidence-sentences.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { civilDateOf, showDate } from '../../shared/lib/dates.ts';
import type { Trust } from '../../shared/model/evidence.ts';
import type { Role } from '../../shared/model/person.ts';

/** `known` stands behind a key by the register or by its being the person's own; `suspect` is a warning. */
export type TrustTone = 'known' | 'neutral' | 'suspect';

/** The roles as a sentence lists them: "assessor, IQA". */
export function roleWords(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_NAMES[role]).join(', ');
}

/** What is known here of a key, in words that say where the knowledge comes from. */
export function trustWords(trust: Trust): { readonly tone: TrustTone; readonly text: string } {
  switch (trust.kind) {
    case 'own':
      return { tone: 'known', text: 'Your own key, in this workspace' };
    case 'register':
      return registered(trust);
    case 'seen':
      return {
        tone: 'neutral',
        text: `Not in the register; this same key has been seen here since ${showDate(civilDateOf(trust.since))}`,
      };
    case 'unknown':
      return {
        tone: 'neutral',
        text: 'Not known here: the name is only what the certificate says. Compare the words with that person by telephone',
      };
    case 'name-with-new-key':
      return {
        tone: 'suspect',
        text: `A new key under a known name. ${trust.name} is known here with another key (${trust.known.slice(0, 8)}…). Ask them by telephone whether they renewed it, and compare the words`,
      };
    default:
      return assertNever(trust);
  }
}

/** The same of the key that signed the register: what the register says of its own signer proves nothing. */
export function leadTrustWords(trust: Trust): ReturnType<typeof trustWords> {
  switch (trust.kind) {
    case 'seen':
      return {
        tone: 'neutral',
        text: `Seen here since ${showDate(civilDateOf(trust.since))}, and known by nothing but the register that it signed. Compare the words with the lead IQA by telephone`,
      };
    case 'unknown':
      return {
        tone: 'neutral',
        text: 'Known by nothing but the register that it signed. Compare the words with the lead IQA by telephone',
      };
    default:
      return trustWords(trust);
  }
}

function registered(trust: Extract<Trust, { kind: 'register' }>): ReturnType<typeof trustWords> {
  const as = `In the register, edition ${trust.edition}, as ${trust.name}: ${roleWords(trust.roles)}`;
  if (trust.until === null) return { tone: 'known', text: as };
  const ended = showDate(civilDateOf(trust.until));
  return { tone: 'suspect', text: `${as}. The register ended this key on ${ended}; what it signed before stands` };
}
