import { expect, it } from 'vitest';
import type { Db } from '../../../../electron/db/connection.ts';
import { insertLearner } from '../../../../electron/db/stores/learner-store.ts';
import { atOnce } from '../../../../electron/db/transaction.ts';
import { rehearseSheet } from '../../../../electron/services/sign-off/rehearse-sheet.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { LearnerId } from '../../../../shared/model/ids.ts';
import { edit, markSections, openedSheet, PASSING, register } from '../../../support/desk.ts';
import { answer } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const MANY = 10_000;

/** The same connection, counting what runs through it and the rows that come back. */
function counting(db: Db) {
  const counted = { statements: 0, rows: 0 };
  const watched = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          const result: unknown = Reflect.apply(value, of, given);
          if (name === 'prepare' && typeof result === 'object' && result !== null) return watched(result);
          if (name === 'get' || name === 'all' || name === 'run') counted.statements += 1;
          if (Array.isArray(result)) counted.rows += result.length;
          return result;
        };
      },
    });
  return { db: watched(db), counted };
}

function work(workspace: Workspace, view: SheetView) {
  const { db, counted } = counting(workspace.db);
  const { findings } = answer(rehearseSheet({ ...workspace, db }, view.sheet));
  return { findings, ...counted };
}

it('rehearses among ten thousand learners by as many statements and rows as among two', async () => {
  const { now } = await temporaryWorkspace();
  const workspace = now();
  const learner = register(workspace, 'Rhys Jones', 'ABC123');
  const other = register(workspace, 'Amira Okafor', 'ABC124');
  const view = await openedSheet(workspace, learner);
  markSections(workspace, view, PASSING);
  const text = 'Well argued. The third learner and the second option are weighed by Amira Okafor and others.';
  answer(edit(workspace, view, { kind: 'strengths', section: 's1', text }));
  // The first rehearsal takes the words that were written since the last one.
  work(workspace, view);
  const few = work(workspace, view);
  expect(few.findings).toMatchObject([{ code: 'another-learners-name', registrationNumber: 'ABC124' }]);
  atOnce(workspace.db, () => {
    for (let index = 0; index < MANY; index += 1) {
      const id = crypto.randomUUID() as LearnerId;
      const family = `Fam${String.fromCharCode(97 + (index % 26))}${index}`;
      const more = { id, name: `Amira ${family}`, registrationNumber: `M${index}` };
      insertLearner(workspace.db, { ...other, ...more }, workspace.clock.now());
    }
  });
  const many = work(workspace, view);
  expect(many).toEqual(few);
  expect(many.statements).toBeLessThan(60);
});
