import type { IdentityView, KeyView } from '../../../shared/api/contract.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { fingerprintWords } from '../../../shared/lib/fingerprint-words.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { signingKeyOf } from '../../db/stores/people-store.ts';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { hasEnded } from './signing-key.ts';

const DAY = 86_400_000;

/** Who signs here, with which key, and for how long yet. */
export function viewIdentity(workspace: Workspace): IdentityView {
  const owner = ownerOf(workspace);
  const key = signingKeyOf(workspace.db, owner.id);
  const facts = key && certificateFacts(key.certificate);
  const until = key?.until ?? null;
  const left = until === null ? null : Date.parse(until) - Date.parse(workspace.clock.now());
  return {
    person: owner.id,
    name: owner.name,
    roles: owner.roles,
    // As the certificate has it, which is what a signature shows.
    centre: facts?.centre ?? centreOf(workspace).name,
    key: key && keyView(key),
    expired: until !== null && hasEnded(workspace, until),
    daysLeft: left === null ? null : Math.max(0, Math.floor(left / DAY)),
    earlier: owner.keys.filter((one) => one.id !== key?.id).map(keyView),
  };
}

export function keyView({
  fingerprint,
  from,
  until,
}: {
  readonly fingerprint: Digest;
  readonly from: Instant;
  readonly until: Instant | null;
}): KeyView {
  return { fingerprint, words: fingerprintWords(fingerprint), from, until };
}
