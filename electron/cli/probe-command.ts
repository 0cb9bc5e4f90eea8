import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Outputs } from '../../shared/api/contract.ts';
import type { CallName, Input } from '../../shared/api/inputs.ts';
import type { Script } from '../../shared/model/submission.ts';
import { isFull } from '../ipc/faults.ts';
import { createRouter } from '../ipc/router.ts';
import { type Application, createApplication } from '../services/application.ts';
import { systemClock, today } from '../services/clock.ts';
import { makeOwnFolder, sweepLeftFolders } from '../services/own-folders.ts';
import { bringIn } from './bring-in.ts';
import { filesUnder } from './probe-files.ts';
import { HEADING, linesOf, type PassedOver, type Probed, summaryOf } from './probe-table.ts';
import { openProbeWindow, type ProbeWindow } from './probe-window.ts';

export type ProbeOptions = {
  readonly folder: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

type Call = <C extends CallName>(name: C, input: Input<C>) => Promise<Outputs[C] | { readonly refused: string }>;

/** A workspace for a moment: nobody will type its passphrase. */
const CHEAP_COST = { N: 2 ** 12, r: 8, p: 1 };
const MOST_LANES = 2;

/**
 * Takes in every file of a folder, as one learner's script each, reads its text and lets the page draw its first page.
 * Prints a line for each as it is done, and what they came to. The workspace is made for it and removed. 0 unless the
 * probe failed, or its own disk did, which says nothing of the files.
 */
export async function probeCommand(options: ProbeOptions): Promise<number> {
  const { print, complain } = options;
  const folder = resolve(options.folder);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    complain('There is no such folder. Nothing was read.');
    return 1;
  }
  sweepLeftFolders();
  const place = makeOwnFolder('run');
  const log = (incident: string, error: unknown) => complain(`Incident ${incident}: ${String(error)}`);
  const app = createApplication({
    folder: join(place, 'workspace'),
    clock: systemClock,
    cost: CHEAP_COST,
    host: { tell: () => undefined, openOutside: async () => false },
  });
  try {
    const router = createRouter(app, log);
    const call: Call = async (name, input) => {
      const reply = await router({ trusted: true }, name, input);
      // The reply to this very call.
      return reply.ok ? (reply.value as never) : { refused: reply.error.code };
    };
    const takeIn = await prepare(app, call);
    print(HEADING);
    const probed: Probed[] = [];
    const passedOver: PassedOver[] = [];
    const files = filesUnder(Buffer.from(folder));
    const lane = async (window: ProbeWindow | string) => {
      for (const { path, kind } of files) {
        if (kind !== 'plain') {
          passedOver.push(kind);
          continue;
        }
        const one = await probe(path, relative(folder, String(path)), takeIn, window);
        for (const line of linesOf(one)) print(line);
        probed.push(one);
      }
    };
    await throughWindows(() => openProbeWindow(app, router, log), lane, complain);
    for (const line of summaryOf(probed, passedOver)) print(line);
    const unread = probed.filter(({ outcome }) => outcome.kind === 'refused' && OWN_DISK.has(outcome.code)).length;
    if (unread > 0) complain(`${unread} of ${probed.length} files were not read: ${noRoom(place)}`);
    return unread > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NoRoom || isFull(place))) throw error;
    complain(`The probe ended early: ${noRoom(place)}`);
    return 1;
  } finally {
    app.lock();
    rmSync(place, { recursive: true, force: true });
  }
}

/** What is refused with one of these tells of the disk that the probe itself works on, and nothing of the file. */
const OWN_DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'disk-full', 'disk-refused']);

/** Thrown where there is no room for the workspace. */
class NoRoom extends Error {}

function noRoom(place: string): string {
  return `the disk that the probe works on, under ${dirname(place)}, is full or refused. Free some space there, or name another folder in TMPDIR, and probe again.`;
}

/** One lane of work for each of two processors at most, each with a window of its own. */
async function throughWindows(
  open: () => Promise<ProbeWindow | string>,
  lane: (window: ProbeWindow | string) => Promise<void>,
  complain: (line: string) => void,
): Promise<void> {
  const windows = await Promise.all(Array.from({ length: Math.min(MOST_LANES, availableParallelism()) }, open));
  const [first] = windows;
  if (typeof first === 'string') complain(`First pages are not drawn: ${first}.`);
  try {
    await Promise.all(windows.map(lane));
  } finally {
    for (const window of windows) if (typeof window !== 'string') await window.close();
  }
}

type TakeIn = (path: Buffer, learner: string) => Promise<Script | { readonly refused: string }>;

/** An open workspace, and the way in which a file becomes the script of a learner of its own. */
async function prepare(app: Application, call: Call): Promise<TakeIn> {
  const created = await call('workspace.create', {
    passphrase: randomBytes(32).toString('base64url'),
    centre: { number: '1', name: 'Probe' },
    person: { name: 'Probe' },
  });
  const packs = await call('packs.list', {});
  if ('refused' in created && OWN_DISK.has(created.refused)) throw new NoRoom();
  const workspace = app.workspace();
  if ('refused' in created || 'refused' in packs || !workspace.ok) throw new Error('The workspace could not be made');
  const [pack] = packs;
  const [assessment] = pack?.assessments ?? [];
  if (!pack || !assessment) throw new Error('No pack has an assessment');
  return async (path, learner) => {
    const token = await bringIn(workspace.value, path);
    if (!token.ok) return { refused: token.error.code };
    const added = await call('learners.add', { name: learner, registrationNumber: learner });
    if ('refused' in added) return added;
    const taken = await call('attempts.take-in', {
      learner: added.id,
      pack: pack.digest,
      assessment: assessment.id,
      files: [token.value],
      dateReceived: today(app.clock),
      declarationDate: null,
      standardisationRefused: false,
    });
    if ('refused' in taken) return taken;
    const [script] = taken.attempt.scripts;
    if (!script) throw new Error('The file was taken in and is not there');
    return script;
  };
}

async function probe(path: Buffer, name: string, takeIn: TakeIn, window: ProbeWindow | string): Promise<Probed> {
  const learner = `Probe${randomBytes(6).toString('hex')}`;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const started = performance.now();
  // A file that is gone or may not be read is no failure of the probe.
  const script = await takeIn(path, learner).catch((error: unknown) => ({ refused: codeOf(error) }));
  const read = performance.now() - started;
  if ('refused' in script) {
    return { name, size, read, outcome: { kind: 'refused', code: script.refused }, drawn: null, acts: [] };
  }
  const outcome = { kind: 'opened', script } as const;
  // What the page does not open it cannot draw: it would say so, whatever the file.
  if (script.display === 'external') return { name, size, read, outcome, drawn: 'outside', acts: [] };
  if (typeof window === 'string') return { name, size, read, outcome, drawn: null, acts: [] };
  return { name, size, read, outcome, ...(await window.draw(learner)) };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
