import type { Db } from '../../electron/db/connection.ts';

/** The same connection, with every statement's text that is prepared through it written down. */
export function recording(db: Db): { readonly db: Db; readonly statements: ReadonlySet<string> } {
  const statements = new Set<string>();
  const recorded = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') {
        return (sql: string) => {
          statements.add(sql);
          return target.prepare(sql);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { db: recorded, statements };
}

/** How SQLite would carry a statement out, one step a line. */
export function queryPlan(db: Db, sql: string): readonly string[] {
  const named = [...new Set([...sql.matchAll(/@(\w+)/g)].map((found) => found[1] ?? ''))];
  const parameters =
    named.length > 0
      ? [Object.fromEntries(named.map((name) => [name, null]))]
      : Array.from(sql.matchAll(/\?/g), () => null);
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map((step) => step.detail);
}
