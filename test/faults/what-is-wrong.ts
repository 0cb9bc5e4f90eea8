import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencedFiles } from '../../electron/db/stores/attempt-store.ts';
import { readChain, sha256Text } from '../../electron/db/stores/audit-store.ts';
import { readSections } from '../../electron/db/stores/sheet-store.ts';
import { redoEdit, undoEdit } from '../../electron/services/marking/undo-edit.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import { listFiles, readFile } from '../../electron/vault/vault.ts';
import type { AuditEvent } from '../../shared/model/audit.ts';
import type { SheetId } from '../../shared/model/ids.ts';
import type { SectionEntry } from '../../shared/model/mark-sheet.ts';
import { checkChain } from '../../shared/rules/audit-chain.ts';
import { answer } from '../support/result.ts';
import { type Acknowledged, passphraseOf } from './acknowledged.ts';
import { create } from './acts.ts';
import { type Assessor, assessorAt } from './assessor.ts';

/** A workspace's folder and the folder that its exports go to. */
export type Place = { readonly workspace: string; readonly exports: string };

/**
 * What does not hold in a place after a fault: it opens, the chain is whole, everything acknowledged is there, nothing is
 * half signed, and no file is half-written under a final name. Nothing is to be said of a sound one.
 * Learns from the workspace which passphrase is in force, how far the chain has come, and what was done without having
 * been acknowledged.
 */
export async function whatIsWrong(place: Place, record: Acknowledged): Promise<readonly string[]> {
  const wrong: string[] = [];
  const assessor = assessorAt(place.workspace, (_incident, error) => wrong.push(`incident: ${String(error)}`));
  try {
    const opened = await openAgain(assessor, record);
    const workspace = assessor.app.workspace();
    if (opened !== null || !workspace.ok) return [...wrong, `does not open: ${opened}`];
    wrong.push(...soundness(workspace.value, record), ...missing(workspace.value, record));
    wrong.push(...stepFaults(workspace.value));
    wrong.push(...(await vaultFaults(workspace.value)), ...exportFaults(workspace.value, place.exports, record));
  } catch (error) {
    wrong.push(`checking failed: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    assessor.app.lock();
  }
  return [...wrong, ...strangers(place.workspace)];
}

/** Null once it is open: with the known passphrase, with the next, or made anew where it was never acknowledged. */
async function openAgain(assessor: Assessor, record: Acknowledged): Promise<string | null> {
  const status = await assessor.ask('workspace.status', {});
  if (status.ok && status.value.state === 'missing' && !record.created) {
    const made = await create({ assessor, exports: '', say: () => undefined });
    if (made.ok) record.created = true;
    return made.ok ? null : `cannot be made again: ${made.error.code}`;
  }
  const first = await assessor.ask('workspace.open', { passphrase: passphraseOf(record.passphrase) });
  if (first.ok || first.error.code !== 'wrong-passphrase') return first.ok ? null : first.error.code;
  const next = await assessor.ask('workspace.open', { passphrase: passphraseOf(record.passphrase + 1) });
  if (next.ok) record.passphrase += 1;
  return next.ok ? null : next.error.code;
}

/** The database by its own checks, the chain, and that every state has its act and nothing is half signed. */
function soundness({ db }: Workspace, record: Acknowledged): readonly string[] {
  const count = (sql: string): unknown => db.prepare(sql).pluck().get();
  const chain = readChain(db);
  const acts = (kind: string) => chain.events.filter((event) => event.kind === kind).length;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['integrity', db.pragma('integrity_check', { simple: true }), 'ok'],
    ['broken references', JSON.stringify(db.pragma('foreign_key_check')), '[]'],
    ['heads that left the chain', headsGone(chain.events, record), 0],
    ['fault in the chain', JSON.stringify(checkChain(sha256Text, chain.events, chain.payloads)), 'null'],
    ['payloads', chain.payloads.size, chain.events.length],
    ['signings under way', count('SELECT count(*) FROM signing'), 0],
    ['sheets half signed', count("SELECT count(*) FROM sheet WHERE state = 'signing'"), 0],
    ['signed sheets', count("SELECT count(*) FROM sheet WHERE state = 'signed'"), acts('sheet-signed')],
    ['signed revisions', count('SELECT count(*) FROM signed_revision'), acts('sheet-signed')],
    ['signings begun', acts('signing-begun'), acts('sheet-signed') + acts('signing-undone')],
    ['sheets', count('SELECT count(*) FROM sheet'), acts('sheet-opened')],
    ['scripts', count('SELECT count(*) FROM script'), acts('script-taken-in')],
    // More of them where a change was refused and put back after the disk had it.
    ['changes of the passphrase', Math.min(acts('passphrase-changed'), record.passphrase), record.passphrase],
    ['attempts without a script', count(WITHOUT_SCRIPT), 0],
    ['learners', count('SELECT count(*) FROM learner'), acts('learner-added')],
  ];
  const head = chain.events.at(-1);
  if (head) record.heads.set(head.sequence, head.hash);
  return pairs.filter(([, found, due]) => found !== due).map(([what, found, due]) => `${what}: ${found}, not ${due}`);
}

/** How many events that were seen at the head of the chain are not in it any more: a whole chain may be a shorter one. */
function headsGone(events: readonly AuditEvent[], { heads }: Acknowledged): number {
  const hashes = new Map(events.map(({ sequence, hash }) => [sequence, hash]));
  return [...heads].filter(([sequence, hash]) => hashes.get(sequence) !== hash).length;
}

const WITHOUT_SCRIPT = 'SELECT count(*) FROM attempt WHERE id NOT IN (SELECT attempt_id FROM script)';

/** What was acknowledged and is not there. */
function missing({ db }: Workspace, record: Acknowledged): readonly string[] {
  const one = (sql: string, ...keys: readonly string[]): unknown =>
    db
      .prepare(sql)
      .pluck()
      .get(...keys);
  const wrong: string[] = [];
  for (const id of record.learners) {
    if (one('SELECT id FROM learner WHERE id = ?', id) !== id) wrong.push(`learner ${id} is missing`);
  }
  for (const [attempt, sha256] of record.taken) {
    if (one('SELECT sha256 FROM script WHERE attempt_id = ?', attempt) !== sha256)
      wrong.push(`script ${sha256} is missing`);
  }
  for (const [key, length] of record.saved) {
    const text = one('SELECT strengths FROM sheet_section WHERE sheet_id = ? AND section = ?', ...key.split('/'));
    if (String(text).length < length) wrong.push(`${key} was saved with ${length} letters, not ${String(text).length}`);
  }
  for (const [key, typed] of record.marked) {
    const mark = one('SELECT mark FROM sheet_section WHERE sheet_id = ? AND section = ?', ...key.split('/'));
    if (String(mark) !== typed) wrong.push(`${key} was marked ${typed}, not ${mark}`);
  }
  for (const [key, length] of record.redone) {
    const text = one('SELECT improvements FROM sheet_section WHERE sheet_id = ? AND section = ?', ...key.split('/'));
    if (String(text).length < length)
      wrong.push(`${key} was redone with ${length} letters, not ${String(text).length}`);
  }
  for (const [sheet, digest] of record.signed) {
    if (one('SELECT digest FROM signed_revision WHERE sheet_id = ?', sheet) !== digest)
      wrong.push(`${sheet} is not signed`);
  }
  return wrong;
}

/** Steps were stored with the edits that they take back: undone to the first and done again, the draft is as it was. */
function stepFaults(workspace: Workspace): readonly string[] {
  const last = "SELECT id FROM sheet WHERE state = 'draft' ORDER BY rowid DESC LIMIT 1";
  const sheet = workspace.db.prepare<[], SheetId>(last).pluck().get();
  if (!sheet) return [];
  const of = { sheet, revision: 1 };
  const fields = () => JSON.stringify(readSections(workspace.db, sheet));
  const [before, wrong]: [string, string[]] = [fields(), []];
  let undone = 0;
  let redone = 0;
  while (answer(undoEdit(workspace, of))) undone += 1;
  if (readSections(workspace.db, sheet).some(isEdited)) wrong.push(`${sheet} holds what no step takes back`);
  while (redone < undone && answer(redoEdit(workspace, of))) redone += 1;
  return fields() === before ? wrong : [...wrong, `${sheet} is another after ${undone} steps back and forth`];
}

function isEdited({ strengths, improvements, mark }: SectionEntry): boolean {
  return strengths !== '' || improvements !== '' || mark !== null;
}

/** Every file under its final name is whole and named by a row; every file that a row names is there. */
async function vaultFaults({ db, vault }: Workspace): Promise<readonly string[]> {
  const wrong: string[] = [];
  const named = new Set(referencedFiles(db));
  for (const sha256 of listFiles(vault)) {
    await readFile(vault, sha256).catch((error: unknown) => wrong.push(`vault file ${sha256}: ${String(error)}`));
    if (!named.delete(sha256)) wrong.push(`no row names the vault file ${sha256}`);
  }
  for (const sha256 of named) wrong.push(`the vault has no file ${sha256}`);
  const incoming = readdirSync(join(vault.folder, 'incoming'));
  return incoming.length === 0 ? wrong : [...wrong, `files left on their way: ${incoming.length}`];
}

/** What lies under a final name is, byte for byte, what was signed; of an export cut short only a temporary is left. */
function exportFaults({ db }: Workspace, exports: string, record: Acknowledged): readonly string[] {
  const rows = db.prepare('SELECT pdf_sha256 FROM signed_revision UNION SELECT docx_sha256 FROM signed_revision');
  const signed = new Set(rows.pluck().all());
  const wrong: string[] = [];
  const found = new Map<string, string>();
  for (const name of existsSync(exports) ? readdirSync(exports) : []) {
    if (/^\.countersign-[0-9a-f-]{36}\.part$/.test(name)) continue;
    const sha256 = createHash('sha256')
      .update(readFileSync(join(exports, name)))
      .digest('hex');
    found.set(name, sha256);
    if (!signed.has(sha256)) wrong.push(`export ${name} is not what was signed`);
  }
  for (const [name, sha256] of record.exported) {
    if (found.get(name) !== sha256) wrong.push(`export ${name} is missing`);
  }
  return wrong;
}

/** Names in a locked workspace that should not be there. What ends in `.new` was never given its final name. */
function strangers(folder: string): readonly string[] {
  const known = /^(workspace\.(db|json|lock)|vault|workspace\.db\.new(-wal|-shm|-journal)?)$/;
  return readdirSync(folder)
    .filter((name) => !known.test(name))
    .map((name) => `${name} lies in the locked workspace`);
}
