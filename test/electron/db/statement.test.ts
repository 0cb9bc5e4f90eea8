import { expect, it } from 'vitest';
import { statement } from '../../../electron/db/statement.ts';
import { temporaryDatabase } from '../../support/temporary-database.ts';

const NAMES = 'SELECT name FROM setting ORDER BY name';

it('is prepared once for a connection, and for another one anew', () => {
  const [one, other] = [temporaryDatabase().db, temporaryDatabase().db];
  expect(statement(one, NAMES)).toBe(statement(one, NAMES));
  expect(statement(other, NAMES)).not.toBe(statement(one, NAMES));
  one.exec(`INSERT INTO setting (name, value) VALUES ('a', '1')`);
  expect([one, other].map((db) => statement(db, NAMES).all())).toEqual([[{ name: 'a' }], []]);
});

it('goes on after the table has changed under it', () => {
  const { db } = temporaryDatabase();
  expect(statement(db, NAMES).all()).toEqual([]);
  db.exec(`ALTER TABLE setting ADD COLUMN note TEXT; INSERT INTO setting (name, value) VALUES ('b', '2')`);
  expect(statement(db, NAMES).all()).toEqual([{ name: 'b' }]);
});
