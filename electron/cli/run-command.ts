import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Reply } from '../../shared/api/contract.ts';
import type { CallName } from '../../shared/api/inputs.ts';
import { sentenceFor } from '../../shared/api/sentences.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import { type Application, createApplication } from '../services/application.ts';
import { systemClock, today } from '../services/clock.ts';
import { makeOwnFolder, sweepLeftFolders } from '../services/own-folders.ts';
import { DEFAULT_COST } from '../vault/key-slots.ts';
import { bringIn } from './bring-in.ts';
import { makeFolder } from './make-folder.ts';
import { parseScenario, resolveInput, type ScenarioStep, UnresolvedReference } from './scenario.ts';

export type RunOptions = {
  readonly scenario: string;
  readonly out: string;
  /** Where the named workspaces are kept; by default a temporary folder that goes at the end. */
  readonly workspaces?: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

type Workplace = { readonly app: Application; readonly router: Router };

/** Performs a scenario through the contract. 0 when every step answered, 1 at the first that did not. */
export async function runCommand(options: RunOptions): Promise<number> {
  const { print, complain } = options;
  if (!existsSync(options.scenario)) {
    complain('There is no such scenario file.');
    return 1;
  }
  const scenario = parseScenario(readFileSync(options.scenario, 'utf8'));
  if (typeof scenario === 'string') {
    complain(scenario);
    return 1;
  }
  const refused = makeFolder(options.out) ?? (options.workspaces === undefined ? null : makeFolder(options.workspaces));
  if (refused !== null) {
    complain(refused);
    return 1;
  }
  sweepLeftFolders();
  const folder = options.workspaces ?? makeOwnFolder('run');
  const workplaces = new Map<string, Workplace>();
  const results = new Map<string, unknown>();
  try {
    for (const [index, step] of scenario.steps.entries()) {
      const label = `${index + 1}/${scenario.steps.length} ${step.in ? `${step.in}: ` : ''}${step.call}`;
      const workplace = workplaceOf(workplaces, folder, step, complain);
      const reply = await perform(workplace, step, results, options);
      if (typeof reply === 'string') {
        complain(`${label}: ${reply}`);
        return 1;
      }
      if (!reply.ok) {
        complain(`${label}: ${reply.error.code}: ${sentenceFor(reply.error)}`);
        complain(JSON.stringify(reply.error));
        return 1;
      }
      if (step.as !== undefined) results.set(step.as, reply.value);
      print(`${label}: ${step.note ?? 'done'}`);
    }
    return 0;
  } finally {
    for (const { app } of workplaces.values()) app.lock();
    if (options.workspaces === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function workplaceOf(
  workplaces: Map<string, Workplace>,
  folder: string,
  step: ScenarioStep,
  complain: (line: string) => void,
): Workplace {
  const name = step.in ?? 'main';
  const known = workplaces.get(name);
  if (known) return known;
  const app = createApplication({
    folder: join(folder, name),
    clock: systemClock,
    cost: DEFAULT_COST,
    host: { tell: () => undefined, openOutside: async () => false },
  });
  const log = (incident: string, error: unknown) => complain(`Incident ${incident}: ${stackOf(error)}`);
  const made = { app, router: createRouter(app, log) };
  workplaces.set(name, made);
  return made;
}

/** The reply, or a sentence where the input could not be made. */
async function perform(
  { app, router }: Workplace,
  step: ScenarioStep,
  results: ReadonlyMap<string, unknown>,
  options: RunOptions,
): Promise<Reply<CallName> | string> {
  try {
    const input = await resolveInput(step.input ?? {}, {
      today: today(app.clock),
      result: (name) => {
        if (!results.has(name)) throw new UnresolvedReference(`$${name} is not the result of an earlier step.`);
        return results.get(name);
      },
      file: (path) => tokenFor(app, inside(dirname(resolve(options.scenario)), path)),
      out: (path) => {
        const folder = inside(resolve(options.out), path);
        const refused = makeFolder(folder);
        if (refused !== null) throw new UnresolvedReference(refused);
        return app.destinations.issue(folder);
      },
      made: (parts) => tokenFor(app, inside(resolve(options.out), join(...parts))),
    });
    return await router({ trusted: true }, step.call, input);
  } catch (error) {
    if (error instanceof UnresolvedReference) return error.message;
    throw error;
  }
}

/** A token for a file that lies beside the scenario or was written by an earlier step. */
async function tokenFor(app: Application, path: string): Promise<string> {
  const workspace = app.workspace();
  if (!workspace.ok) throw new UnresolvedReference('A file was named before the workspace was open.');
  if (!existsSync(path)) throw new UnresolvedReference('A file that the scenario names is not there.');
  const brought = await bringIn(workspace.value, path);
  if (!brought.ok) throw new UnresolvedReference(`${brought.error.code}: ${sentenceFor(brought.error)}`);
  return brought.value;
}

/** A path under a folder; one that leads out of it is refused. */
function inside(folder: string, path: string): string {
  const full = resolve(folder, path);
  const away = relative(folder, full);
  if (away === '..' || away.startsWith(`..${sep}`) || resolve(away) === away) {
    throw new UnresolvedReference(`"${path}" leads out of its folder.`);
  }
  return full;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
