import type { Outputs, WrittenFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts';
import { civilDateOf } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { ChainExtract, ExtractScope } from '../../../shared/model/evidence.ts';
import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import { appendEvent, sha256Text, wasErased } from '../../db/stores/audit-store.ts';
import { atOnce } from '../../db/transaction.ts';
import type { Destinations } from '../exports/destinations.ts';
import { writeNamed } from '../exports/write-named.ts';
import { type OpenKey, signingKey, withOpenKey } from '../identity/signing-key.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { extractLinks } from './chain-extract.ts';
import { type Subject, subjectOf } from './extract-scope.ts';

/**
 * Writes the part of the audit chain about one sheet, learner or person: as signed JSON, and as a signed PDF that shows it
 * and carries the same. The act is recorded afterwards, so it is no part of the extract itself.
 */
export async function extractChain(
  workspace: Workspace,
  destinations: Destinations,
  { scope, passphrase, destination }: ParsedInput<'audit.extract'>,
): Promise<Result<Outputs['audit.extract'], AppError>> {
  const subject = subjectOf(workspace, scope);
  if (!subject.ok) return subject;
  return withOpenKey(workspace, passphrase, signingKey, async (key) => {
    const extract = await gather(workspace, scope, subject.value, key);
    if (!extract) return err({ code: 'extract-empty' });
    const folder = destinations.claim(destination);
    if (!folder.ok) return folder;
    const text = canonicalJson(extract as unknown as Json);
    const digest = sha256Text(text);
    const print = { extract, digest, names: namesHere(workspace), erased: erasedPlaces(workspace, extract) };
    // Drawing takes tens of megabytes: loaded when something is drawn.
    const { makeExtractFiles } = await import('./make-extract-files.ts');
    const made = await makeExtractFiles(text, print, key);
    const base = `countersign-extract ${scope.kind} ${civilDateOf(extract.madeAt)} ${digest.slice(0, 8)}`;
    const files: WrittenFile[] = [];
    try {
      for (const [ending, bytes] of [
        ['json', made.json],
        ['pdf', made.pdf],
      ] as const) {
        const written = await writeNamed(folder.value, base, ending, bytes);
        if (!written.ok) return written;
        files.push(written.value);
      }
    } finally {
      // Also of one that stopped half way: what lies in the folder was let out.
      if (files.length > 0) record(workspace, scope, extract, digest);
    }
    return ok({ scope, events: extract.links.filter((link) => link.kind === 'shown').length, files });
  });
}

async function gather(
  workspace: Workspace,
  scope: ExtractScope,
  subject: Subject,
  key: OpenKey,
): Promise<ChainExtract | null> {
  const links = await extractLinks(workspace, subject);
  if (!links) return null;
  const owner = ownerOf(workspace);
  return {
    format: 'countersign-extract/1',
    scope,
    title: subject.title,
    centre: centreOf(workspace),
    madeBy: { person: owner.id, name: owner.name, key: key.id, fingerprint: key.fingerprint },
    madeAt: workspace.clock.now(),
    ...links,
  };
}

/** Acts of a workspace are its owner's. */
function namesHere(workspace: Workspace): ReadonlyMap<PersonId, string> {
  const owner = ownerOf(workspace);
  return new Map([[owner.id, owner.name]]);
}

function erasedPlaces(workspace: Workspace, { start, links }: ChainExtract): ReadonlySet<number> {
  return new Set(
    links.flatMap((link, index) =>
      link.kind === 'shown' && !link.disclosed && wasErased(workspace.db, link.event.id)
        ? [start.sequence + index + 1]
        : [],
    ),
  );
}

function record(workspace: Workspace, scope: ExtractScope, { start, head }: ChainExtract, digest: Digest): void {
  atOnce(workspace.db, () =>
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'extract-made',
      payload: { scope: { ...scope }, digest, from: start.sequence + 1, to: head.sequence },
    }),
  );
}
