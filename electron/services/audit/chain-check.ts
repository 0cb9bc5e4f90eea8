import { setTimeout as pause } from 'node:timers/promises';
import type { AuditStatus } from '../../../shared/api/contract.ts';
import { BEFORE_FIRST, type ChainFault, type ChainPlace, checkLink } from '../../../shared/rules/audit-chain.ts';
import { DatabaseRefused, type Db, refusal } from '../../db/connection.ts';
import {
  headsNamedAfter,
  headWrittenDown,
  linksAfter,
  type StoredLink,
  sha256Text,
} from '../../db/stores/audit-store.ts';

/** The check of a whole chain: in the background, from the first link to the head, again at every opening. */
export type ChainCheck = {
  readonly status: () => AuditStatus['check'];
  /** Starts it where it is not under way or done; `done` is called once, with what it found. */
  readonly start: (done: (status: AuditStatus['check']) => void) => void;
};

/** Links and signed revisions in one read; either takes a millisecond. */
const PAGE = { links: 32, revisions: 6 } as const;
/** Work for so long, then let others work for so long, in milliseconds. */
const [SLICE, PAUSE] = [4, 4];

/** How far a check has come, and what it found on the way. */
type Walk = { place: ChainPlace; erased: number };

export function chainCheck(db: Db): ChainCheck {
  const walk: Walk = { place: BEFORE_FIRST, erased: 0 };
  let status: AuditStatus['check'] = { state: 'running', checked: 0 };
  let under = false;
  return {
    status: () => (status.state === 'running' ? { state: 'running', checked: walk.place.sequence } : status),
    start(done) {
      if (under || status.state !== 'running') return;
      under = true;
      Object.assign(walk, { place: BEFORE_FIRST, erased: 0 });
      wholeChain(db, walk).then(
        (fault) => {
          under = false;
          if (fault === 'closed') return;
          status = fault
            ? { state: 'broken', fault }
            : { state: 'whole', checked: walk.place.sequence, erased: walk.erased };
          done(status);
        },
        () => {
          // The disk failed on the way: the next who asks starts it again.
          under = false;
        },
      );
    },
  };
}

async function wholeChain(db: Db, walk: Walk): Promise<ChainFault | null | 'closed'> {
  const steps = chainSteps(db, walk);
  for (;;) {
    // Nothing keeps a process alive for it.
    await pause(PAUSE, undefined, { ref: false });
    if (!db.open) return 'closed';
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
  }
}

/** One read after the other; memory does not grow with the chain. A fault ends it. */
function* chainSteps(db: Db, walk: Walk): Generator<void, ChainFault | null> {
  let after: number | null = null;
  for (;;) {
    const links = readOr(() => linksAfter(db, after, PAGE.links));
    if (!links) return at(walk, 'unreadable');
    if (links.length === 0) break;
    for (const link of links) {
      const fault = checkStored(walk.place, link);
      if (fault) return fault;
      if (link.payload === null) walk.erased += 1;
      walk.place = { sequence: link.sequence, hash: link.hash };
    }
    after = walk.place.sequence;
    yield;
  }
  // Both grow in one transaction, and nothing came in between since the last read.
  const written = headWrittenDown(db);
  if (written && written.hash !== walk.place.hash) return at(walk, 'end-missing');
  let row = 0;
  for (;;) {
    const heads = readOr(() => headsNamedAfter(db, row, PAGE.revisions));
    if (!heads) return at(walk, 'unreadable');
    const last = heads.at(-1);
    if (!last) return null;
    if (heads.some(({ known }) => known === 0)) return at(walk, 'end-missing');
    row = last.row;
    yield;
  }
}

function checkStored(before: ChainPlace, link: StoredLink): ChainFault | null {
  const { salt, payload } = link;
  try {
    const kept = salt === null || payload === null ? undefined : { salt, payload: JSON.parse(payload) };
    return checkLink(sha256Text, before, link, kept);
  } catch {
    return { sequence: before.sequence + 1, fault: 'payload-altered' };
  }
}

/** What is read, or null where the database is not sound there; what a disk refuses is thrown. */
function readOr<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const fault = refusal(error);
    if (fault instanceof DatabaseRefused && fault.reason === 'wrong-key-or-damaged') return null;
    throw error;
  }
}

function at({ place }: Walk, fault: ChainFault['fault']): ChainFault {
  return { sequence: place.sequence + 1, fault };
}
