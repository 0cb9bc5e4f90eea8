import { signText } from '../../../../electron/signing/detached-text.ts';
import type { Identity } from '../../../../electron/signing/identity.ts';
import { canonicalJson, type Json } from '../../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import type { EventKind } from '../../../../shared/model/audit.ts';
import type {
  ChainExtract,
  ExtractLink,
  Register,
  SignedExtract,
  SignedRegister,
} from '../../../../shared/model/evidence.ts';
import type { CentreId, Digest, EventId, KeyId, PersonId, SheetId } from '../../../../shared/model/ids.ts';
import { bodyHash, CHAIN_START, commit, linkHash } from '../../../../shared/rules/audit-chain.ts';
import { ama, rhys, sha256 } from '../data/signed-sheets.ts';

const uuid = (number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
export const CENTRE = { id: uuid(1) as CentreId, number: '012345', name: 'Northgate Management Centre' };

export type Event = {
  readonly kind: EventKind;
  readonly payload: Json;
  readonly shown?: boolean;
  readonly disclosed?: boolean;
  readonly at?: Instant;
};

const at = (minute: number) => `2026-11-22T14:${String(minute).padStart(2, '0')}:00.000+00:00` as Instant;

/** A chain of these events from its very beginning, with the hash of every link. */
export function chainOf(events: readonly Event[]) {
  let previous = CHAIN_START;
  const hashes: Digest[] = [];
  const links = events.map((event, index): ExtractLink => {
    const salt = `salt ${index}`;
    const body = {
      id: uuid(100 + index) as EventId,
      at: event.at ?? at(index),
      actor: uuid(7) as PersonId,
      kind: event.kind,
      commitment: commit(sha256, salt, event.payload),
    };
    const hash = bodyHash(sha256, body);
    previous = linkHash(sha256, index + 1, previous, hash);
    hashes.push(previous);
    if (event.shown === false) return { kind: 'hidden', body: hash };
    const disclosed = event.disclosed === false ? null : { salt, payload: event.payload };
    return { kind: 'shown', event: body, disclosed };
  });
  return { links, hashes, head: { sequence: events.length, hash: previous } };
}

export function extractOf(chain: Pick<ChainExtract, 'links' | 'head'>, more: Partial<ChainExtract> = {}): ChainExtract {
  return {
    format: 'countersign-extract/1',
    scope: { kind: 'sheet', sheet: uuid(2) as SheetId },
    title: 'Rhys Jones, Reflective review: 602',
    centre: CENTRE,
    madeBy: {
      person: uuid(7) as PersonId,
      name: 'Ama Mensah',
      key: uuid(8) as KeyId,
      fingerprint: ama.fingerprint,
    },
    madeAt: at(59),
    start: { sequence: 0, hash: CHAIN_START },
    links: chain.links,
    head: chain.head,
    ...more,
  };
}

function signed(text: string, who: Identity) {
  return signText(text, { ...who, signedAt: at(59) });
}

export function extractFile(extract: ChainExtract, who = ama): Uint8Array {
  const made: SignedExtract = {
    format: 'countersign-signed-extract/1',
    ...signed(canonicalJson(extract as unknown as Json), who),
  };
  return Uint8Array.from(Buffer.from(canonicalJson(made)));
}

export function registerOf(more: Partial<Register> = {}): Register {
  const key = (fingerprint: Digest) => [{ fingerprint, from: at(0), until: null }];
  return {
    format: 'countersign-register/1',
    centre: CENTRE,
    edition: 3,
    signedAt: at(1),
    leadIqa: { person: uuid(9) as PersonId, name: 'Rhys Pryce', key: uuid(10) as KeyId, fingerprint: rhys.fingerprint },
    people: [
      { person: uuid(7) as PersonId, name: 'Ama Mensah', roles: ['assessor'], keys: key(ama.fingerprint) },
      { person: uuid(9) as PersonId, name: 'Rhys Pryce', roles: ['iqa', 'lead-iqa'], keys: key(rhys.fingerprint) },
    ],
    ...more,
  };
}

export function signedRegisterOf(register: Register, who = rhys): SignedRegister {
  return { format: 'countersign-signed-register/1', ...signed(canonicalJson(register as unknown as Json), who) };
}

export function registerFile(register: Register, who = rhys): Uint8Array {
  return Uint8Array.from(Buffer.from(canonicalJson(signedRegisterOf(register, who))));
}
