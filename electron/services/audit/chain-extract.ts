import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExtractLink } from '../../../shared/model/evidence.ts';
import { BEFORE_FIRST, bodyHash, type ChainPlace } from '../../../shared/rules/audit-chain.ts';
import { auditHead, linksAfter, type StoredLink, sha256Text } from '../../db/stores/audit-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Subject } from './extract-scope.ts';

const PAGE = 100;

/** The links of an extract with what they hang between. */
export type ExtractedLinks = {
  readonly start: ChainPlace;
  readonly links: readonly ExtractLink[];
  readonly head: ChainPlace;
};

/** The chain from the first event about the subject to its head as it is now; null where there is no such event. */
export async function extractLinks({ db }: Workspace, subject: Subject): Promise<ExtractedLinks | null> {
  const head = auditHead(db);
  const links: ExtractLink[] = [];
  let start = BEFORE_FIRST;
  let after: number | null = null;
  for (;;) {
    const page: readonly StoredLink[] = linksAfter(db, after, PAGE).filter((link) => link.sequence <= head.sequence);
    for (const link of page) {
      const shown = subject.isShown(link);
      if (shown || links.length > 0) links.push(shown ? shownLink(link, subject) : hiddenLink(link));
      else start = { sequence: link.sequence, hash: link.hash };
      after = link.sequence;
    }
    if (page.length < PAGE) break;
    await nextTurn();
  }
  return links.length === 0 ? null : { start, links, head };
}

function shownLink(link: StoredLink, { mayDisclose }: Subject): ExtractLink {
  const { id, at, actor, kind, commitment, salt, payload } = link;
  const told = salt !== null && payload !== null && mayDisclose(payload);
  const disclosed = told ? { salt, payload: JSON.parse(payload) } : null;
  return { kind: 'shown', event: { id, at, actor, kind, commitment }, disclosed };
}

/** Its random id keeps what it says from being guessed by its hash. */
function hiddenLink(link: StoredLink): ExtractLink {
  return { kind: 'hidden', body: bodyHash(sha256Text, link) };
}
