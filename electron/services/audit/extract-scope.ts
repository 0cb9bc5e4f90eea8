import type { AppError } from '../../../shared/api/errors.ts';
import { foldForSearch } from '../../../shared/lib/fold-for-search.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { ExtractScope } from '../../../shared/model/evidence.ts';
import type { LearnerId, PersonId, SheetId } from '../../../shared/model/ids.ts';
import type { StoredLink } from '../../db/stores/audit-store.ts';
import { knownKeys, nameKey } from '../../db/stores/known-key-store.ts';
import {
  formerNames,
  hangsFromALearner,
  idsOfLearner,
  idsOfSheet,
  learnerOfSheet,
  namedLearner,
  namedLearners,
} from '../../db/stores/subject-store.ts';
import { registerInForce } from '../register/register-in-force.ts';
import { everythingOf } from '../register/same-person.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';

/** What an extract shows, and of that how much. */
export type Subject = {
  /** What it is called to a person. */
  readonly title: string;
  readonly isShown: (link: StoredLink) => boolean;
  /** Whether a payload of an event that is shown tells of nobody else. */
  readonly mayDisclose: (payload: string) => boolean;
};

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Shorter names and numbers stand in too many words that mean nobody. */
const SHORTEST_NAME = 4;

/** Looks up what an extract is asked about. */
export function subjectOf(workspace: Workspace, scope: ExtractScope): Result<Subject, AppError> {
  switch (scope.kind) {
    case 'sheet':
      return sheetSubject(workspace, scope.sheet);
    case 'learner':
      return learnerSubject(workspace, scope.learner);
    case 'person':
      return personSubject(workspace, scope.person);
  }
}

function sheetSubject(workspace: Workspace, sheet: SheetId): Result<Subject, AppError> {
  const learner = learnerOfSheet(workspace.db, sheet);
  const named = learner && namedLearner(workspace.db, learner);
  if (!named) return err({ code: 'sheet-unknown' });
  const ids = idsOfSheet(workspace.db, sheet);
  return ok({
    title: `A mark sheet of ${named.name} (${named.registrationNumber})`,
    isShown: ({ payload }) => payload !== null && idsIn(payload).some((id) => ids.has(id)),
    mayDisclose: tellsOnlyOf(workspace, named.id),
  });
}

function learnerSubject(workspace: Workspace, learner: LearnerId): Result<Subject, AppError> {
  const named = namedLearner(workspace.db, learner);
  if (!named) return err({ code: 'learner-unknown' });
  const ids = idsOfLearner(workspace.db, named.id);
  return ok({
    title: `${named.name} (${named.registrationNumber})`,
    isShown: ({ payload }) => payload !== null && idsIn(payload).some((id) => ids.has(id)),
    mayDisclose: tellsOnlyOf(workspace, named.id),
  });
}

/** What somebody did, without whose work it was done to. */
function personSubject(workspace: Workspace, person: PersonId): Result<Subject, AppError> {
  const people = namedPeople(workspace);
  const clues = everythingOf(workspace, { person, fingerprint: null });
  const name = people.find((one) => clues.has(one.person ?? one.fingerprint))?.name;
  if (name === undefined) return err({ code: 'person-unknown' });
  const others = people.filter((one) => !clues.has(one.person ?? one.fingerprint));
  const otherIds = new Set<string>(others.flatMap((one) => (one.person ? [one.person] : [])));
  const tellsOfOthers = speaksOf(others.map((one) => one.name).filter((other) => nameKey(other) !== nameKey(name)));
  const noLearner = tellsOnlyOf(workspace, null);
  return ok({
    title: name,
    isShown: ({ actor }) => clues.has(actor),
    mayDisclose: (payload) =>
      noLearner(payload) && !idsIn(payload).some((id) => otherIds.has(id)) && !tellsOfOthers(payload),
  });
}

function namedPeople(workspace: Workspace) {
  const owner = ownerOf(workspace);
  const register = registerInForce(workspace)?.register.people ?? [];
  return [
    { person: owner.id, name: owner.name, fingerprint: '' },
    ...register.map(({ person, name }) => ({ person, name, fingerprint: '' })),
    ...knownKeys(workspace.db).map(({ person, name, fingerprint }) => ({ person, name, fingerprint })),
  ];
}

/** False for a payload with an id, a name or a number of a learner other than the one (null: of any learner). */
function tellsOnlyOf(workspace: Workspace, learner: LearnerId | null): (payload: string) => boolean {
  const { db } = workspace;
  const own = learner ? idsOfLearner(db, learner) : new Set<string>();
  const everybody = [...namedLearners(db), ...formerNames(db)];
  const ownNames = new Set(
    everybody
      .filter((one) => one.id === learner)
      .flatMap(namesOf)
      .map(foldForSearch),
  );
  const others = everybody.filter((one) => one.id !== learner).flatMap(namesOf);
  const tellsOfOthers = speaksOf(others.filter((name) => !ownNames.has(foldForSearch(name))));
  return (payload) =>
    !idsIn(payload).some((id) => !own.has(id) && hangsFromALearner(db, id)) && !tellsOfOthers(payload);
}

function namesOf({ name, registrationNumber }: { readonly name: string; readonly registrationNumber: string }) {
  return [name, registrationNumber];
}

/** Whether a text has one of the names in it, however they are written. */
function speaksOf(names: readonly string[]): (text: string) => boolean {
  const folded = names.map(foldForSearch).filter((name) => name.length >= SHORTEST_NAME);
  return (text) => {
    const searched = foldForSearch(text);
    return folded.some((name) => searched.includes(name));
  };
}

function idsIn(text: string): readonly string[] {
  return text.match(ID) ?? [];
}
