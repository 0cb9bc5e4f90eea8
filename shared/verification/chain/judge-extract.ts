import type { Json } from '../../lib/canonical-json.ts';
import type { ChainExtract, ExtractLink } from '../../model/evidence.ts';
import { type Digest, isDigest } from '../../model/ids.ts';
import { bodyHash, CHAIN_START, commit, type Hash, linkHash } from '../../rules/audit-chain.ts';
import { safeText } from '../safe-text.ts';
import { hex, utf8Bytes } from '../text-encodings.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import type { ChainFinding, ShownEvent } from './chain-finding.ts';

/** What an extract comes to, and where in the chain each link stands. */
export type JudgedExtract = {
  readonly findings: readonly ChainFinding[];
  readonly places: ReadonlyMap<Digest, number>;
};

const MOST_SHOWN = 40;
const MOST_FAULTS = 10;

/** Re-derives every link of an extract, from the one before its first to its head, by the rules of the chain. */
export async function judgeExtract(extract: ChainExtract, crypto: VerificationCrypto): Promise<JudgedExtract> {
  const { start, links, head } = extract;
  const findings: ChainFinding[] = [];
  const places = new Map<Digest, number>([[start.hash, start.sequence]]);
  const shown: ShownEvent[] = [];
  const withheld: number[] = [];
  let previous = start.hash;
  let sequence = start.sequence;
  let latest = Number.NEGATIVE_INFINITY;
  for (const link of links) {
    sequence += 1;
    const body = await bodyOf(link, crypto);
    previous = await hashed(crypto, (hash) => linkHash(hash, sequence, previous, body));
    places.set(previous, sequence);
    if (link.kind === 'hidden') continue;
    const { at, kind } = link.event;
    shown.push({ sequence, at, kind });
    if (link.disclosed === null) withheld.push(sequence);
    else if (!(await isCommitted(link, crypto))) {
      findings.push({ code: 'payload-altered', severity: 'altered', sequence });
    }
    if (Date.parse(at) < latest) findings.push({ code: 'chain-clock-back', severity: 'warning', sequence });
    latest = Math.max(latest, Date.parse(at));
  }
  const from = start.sequence + 1;
  const told = findings.slice(0, MOST_FAULTS);
  if (head.sequence !== sequence) {
    const [stated, found] = [head.sequence - start.sequence, links.length];
    told.unshift({ code: 'chain-length', severity: 'altered', links: found, stated });
  } else if (previous !== head.hash || !isBeginning(start)) {
    told.unshift({ code: 'chain-broken', severity: 'altered', from, to: sequence });
  } else {
    const hidden = links.length - shown.length;
    const whole = { code: 'chain-whole', severity: 'good', from, to: sequence, head: head.hash } as const;
    told.unshift({ ...whole, shown: shown.length, hidden });
  }
  if (start.sequence > 0) told.push({ code: 'chain-begins-late', severity: 'note', from });
  if (withheld.length > 0)
    told.push({ code: 'payloads-withheld', severity: 'note', sequences: withheld.slice(0, MOST_SHOWN) });
  const title = safeText(extract.title);
  const events = shown.slice(0, MOST_SHOWN);
  if (shown.length > 0) told.push({ code: 'chain-events', severity: 'note', title, events, count: shown.length });
  return { findings: told, places };
}

/** The first link of all follows nothing. */
function isBeginning({ sequence, hash }: ChainExtract['start']): boolean {
  return sequence > 0 || (sequence === 0 && hash === CHAIN_START);
}

async function bodyOf(link: ExtractLink, crypto: VerificationCrypto): Promise<Digest> {
  return link.kind === 'hidden' ? link.body : hashed(crypto, (hash) => bodyHash(hash, link.event));
}

async function isCommitted(
  link: Extract<ExtractLink, { kind: 'shown' }>,
  crypto: VerificationCrypto,
): Promise<boolean> {
  const { disclosed, event } = link;
  if (disclosed === null) return true;
  const payload = disclosed.payload as Json;
  return (await hashed(crypto, (hash) => commit(hash, disclosed.salt, payload))) === event.commitment;
}

/** The rules of the chain hash at once, a host's hashing takes its time: the rule says what, the host hashes it. */
async function hashed(crypto: VerificationCrypto, rule: (hash: Hash) => Digest): Promise<Digest> {
  let said = '';
  rule((text) => {
    said = text;
    return '' as Digest;
  });
  const digest = hex(await crypto.digest('SHA-256', [utf8Bytes(said)]));
  if (!isDigest(digest)) throw new Error('The host’s SHA-256 is none');
  return digest;
}
