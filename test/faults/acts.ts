import { createHash, randomBytes } from 'node:crypto';
import type { SheetView } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { CivilDate } from '../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { AttemptId, LearnerId, SheetId } from '../../shared/model/ids.ts';
import { passphraseOf } from './acknowledged.ts';
import type { Assessor } from './assessor.ts';

/** Where an assessor works, and where what was acknowledged is said. */
export type Desk = { readonly assessor: Assessor; readonly exports: string; readonly say: (line: string) => void };
const DAY = '2026-11-02' as CivilDate;
/** A form of one of the shipped packs. */
const SHEET = 'diploma-603';
type Done<T> = Promise<Result<T, AppError>>;

export async function create({ assessor, say }: Desk): Done<unknown> {
  say('begin\tcreate');
  const made = await assessor.ask('workspace.create', {
    passphrase: passphraseOf(0),
    centre: { number: '012345', name: 'Fault Centre (demo)' },
    person: { name: 'Asha Ray (demo)' },
  });
  if (made.ok) say('created');
  return made;
}

export async function open({ assessor, say }: Desk, passphrase: number): Done<unknown> {
  say('begin\topen');
  const opened = await assessor.ask('workspace.open', { passphrase: passphraseOf(passphrase) });
  if (opened.ok) say('opened');
  return opened;
}

export async function lock({ assessor, say }: Desk): Done<unknown> {
  say('begin\tlock');
  return assessor.ask('workspace.lock', {});
}

export async function changePassphrase({ assessor, say }: Desk, from: number): Done<unknown> {
  say('begin\tpassphrase');
  const input = { current: passphraseOf(from), next: passphraseOf(from + 1) };
  const changed = await assessor.ask('workspace.change-passphrase', input);
  if (changed.ok) say(`passphrase\t${from + 1}`);
  return changed;
}

export async function addLearner({ assessor, say }: Desk): Done<LearnerId> {
  say('begin\tlearner');
  const number = randomBytes(6).toString('hex');
  const added = await assessor.ask('learners.add', { name: `L ${number} (demo)`, registrationNumber: number });
  if (!added.ok) return added;
  say(`learner\t${added.value.id}`);
  return ok(added.value.id);
}

/** A script of about so many bytes, as text. */
export function scriptOf(size: number): Buffer {
  return Buffer.from(`${randomBytes(16).toString('hex')} ${'The depot and my part in it. '.repeat(size / 29)}`);
}

/** Brings a script in and takes it in as the learner's first attempt. */
export async function takeIn({ assessor, say }: Desk, learner: LearnerId, bytes: Buffer): Done<AttemptId> {
  say('begin\ttransfer');
  const packs = await assessor.ask('packs.list', {});
  const pack = packs.ok ? packs.value.find((one) => one.assessments.some(({ id }) => id === SHEET)) : undefined;
  if (!pack) return packs.ok ? err({ code: 'pack-unknown' }) : packs;
  const token = await assessor.bringIn('script.txt', bytes);
  if (!token.ok) return token;
  say('begin\ttake-in');
  const taken = await assessor.ask('attempts.take-in', {
    learner,
    pack: pack.digest,
    assessment: SHEET,
    files: [token.value],
    dateReceived: DAY,
    declarationDate: DAY,
    standardisationRefused: false,
  });
  if (!taken.ok) return taken;
  const { id } = taken.value.attempt;
  say(`taken\t${id}\t${createHash('sha256').update(bytes).digest('hex')}`);
  return ok(id);
}

export async function openSheet({ assessor, say }: Desk, attempt: AttemptId): Done<SheetView> {
  say('begin\tsheet');
  return assessor.ask('sheets.open', { attempt });
}

/** Types into every section, saving after every few letters, and marks it. */
export async function mark({ assessor, say }: Desk, view: SheetView, bursts: number): Done<null> {
  say('begin\tmark');
  const { sheet, revision } = view;
  for (const { section, strengths } of view.sections) {
    for (let burst = 1; burst <= bursts; burst += 1) {
      const text = 'x'.repeat(strengths.length + burst);
      const saved = await assessor.ask('sheets.edit', { sheet, revision, field: { kind: 'strengths', section, text } });
      if (!saved.ok) return saved;
      say(`saved\t${sheet}/${section}\t${text.length}`);
    }
    const marked = await assessor.ask('sheets.edit', { sheet, revision, field: { kind: 'mark', section, typed: '9' } });
    if (!marked.ok) return marked;
    say(`marked\t${sheet}/${section}\t9`);
  }
  return ok(null);
}

/** Types one letter more into the first section, takes it back and has it back. */
export async function undoAndRedo({ assessor, say }: Desk, { sheet, revision, sections }: SheetView): Done<null> {
  say('begin\tundo');
  const first = sections[0];
  if (!first) return ok(null);
  const { section, improvements } = first;
  const text = `${improvements}y`;
  const typed = await assessor.ask('sheets.edit', { sheet, revision, field: { kind: 'improvements', section, text } });
  if (!typed.ok) return typed;
  for (const call of ['sheets.undo', 'sheets.redo'] as const) {
    const taken = await assessor.ask(call, { sheet, revision });
    if (!taken.ok) return taken;
    if (taken.value?.field.kind !== 'improvements')
      return err({ code: 'internal', incident: `${call} of another field` });
  }
  say(`redone\t${sheet}/${section}\t${text.length}`);
  return ok(null);
}

export async function sign({ assessor, say }: Desk, sheet: SheetId, passphrase: number): Done<SheetView> {
  say('begin\tsign');
  const rehearsed = await assessor.ask('sheets.rehearse', { sheet });
  if (!rehearsed.ok) return rehearsed;
  const acknowledged = [...rehearsed.value.warnings];
  const input = { sheet, revision: 1, passphrase: passphraseOf(passphrase), acknowledged };
  const signed = await assessor.ask('sheets.sign', input);
  if (signed.ok) say(`signed\t${sheet}\t${signed.value.signed[0]?.digest}`);
  return signed;
}

export async function exportSheet({ assessor, exports, say }: Desk, sheet: SheetId): Done<null> {
  say('begin\texport');
  const destination = assessor.app.destinations.issue(exports);
  const written = await assessor.ask('exports.write', { sheets: [sheet], formats: ['pdf', 'docx'], destination });
  if (!written.ok) return written;
  for (const { name, sha256 } of written.value.files) say(`exported\t${name}\t${sha256}`);
  return ok(null);
}

/** Notes how far the chain has come: what was at its head stays in it. */
export async function noteHead({ assessor, say }: Desk): Done<unknown> {
  const head = await assessor.ask('audit.head', {});
  if (head.ok) say(`head\t${head.value.sequence}\t${head.value.hash}`);
  return head;
}
