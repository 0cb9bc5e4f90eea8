import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../../electron/db/transaction.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { emptyDatabase } from '../../support/temporary-database.ts';

function numbers() {
  const { db } = emptyDatabase();
  db.exec('CREATE TABLE n (x INTEGER NOT NULL) STRICT');
  const add = (x: number) => db.prepare('INSERT INTO n (x) VALUES (?)').run(x);
  const all = () => db.prepare('SELECT x FROM n ORDER BY x').pluck().all();
  return { db, add, all };
}

describe('a transaction', () => {
  it('keeps everything where its work went well', () => {
    const { db, add, all } = numbers();
    const result = inTransaction(db, () => {
      add(1);
      add(2);
      return ok('both');
    });
    expect(result).toEqual({ ok: true, value: 'both' });
    expect(all()).toEqual([1, 2]);
  });

  it('keeps nothing where an expected failure is returned, and hands the failure on', () => {
    const { db, add, all } = numbers();
    const result = inTransaction<null, { code: string }>(db, () => {
      add(1);
      return err({ code: 'refused' });
    });
    expect(result).toEqual({ ok: false, error: { code: 'refused' } });
    expect(all()).toEqual([]);
    expect(db.inTransaction).toBe(false);
  });

  it('keeps nothing where a bug throws, and lets it through', () => {
    const { db, add, all } = numbers();
    const bug = () => {
      add(1);
      throw new TypeError('a bug');
    };
    expect(() => inTransaction(db, bug)).toThrow(TypeError);
    expect(all()).toEqual([]);
    expect(db.inTransaction).toBe(false);
  });

  it('undoes only itself inside another', () => {
    const { db, add, all } = numbers();
    inTransaction(db, () => {
      add(1);
      inTransaction<null, string>(db, () => {
        add(2);
        return err('no');
      });
      add(3);
      return ok(null);
    });
    expect(all()).toEqual([1, 3]);
  });
});
