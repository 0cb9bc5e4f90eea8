import { create } from 'zustand';
import type { Page } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';

/** A list as the main side returned it, page by page. */
export type List<Row, Query> = {
  readonly rows: readonly Row[];
  /** Null until the first page is there. */
  readonly total: number | null;
  readonly loading: boolean;
  readonly error: AppError | null;
  readonly query: Query;
  /** Asks again; an answer to an older question is dropped. */
  readonly load: (query: Query) => Promise<void>;
  /** Asks the same question again, after something changed. */
  readonly reload: () => Promise<void>;
  /** Forgets everything, when the workspace locks. */
  readonly clear: () => void;
};

type Ask<Row, Query> = (query: Query, offset: number, limit: number) => Promise<Result<Page<Row>, AppError>>;

/** The first page is small, so that it is there at once; the others are as large as a call gives. */
const FIRST_PAGE = 100;
const PAGE = 1000;

/** A slice for one list call. */
export function createListStore<Row, Query>(first: Query, ask: Ask<Row, Query>) {
  let question = 0;
  return create<List<Row, Query>>((set, get) => ({
    rows: [],
    total: null,
    loading: false,
    error: null,
    query: first,
    load: async (query) => {
      question += 1;
      const mine = question;
      set({ query, loading: true, error: null });
      let rows: readonly Row[] = [];
      for (;;) {
        const reply = await ask(query, rows.length, rows.length === 0 ? FIRST_PAGE : PAGE);
        if (mine !== question) return;
        if (!reply.ok) {
          set({ loading: false, error: reply.error });
          return;
        }
        rows = rows.length === 0 ? reply.value.rows : [...rows, ...reply.value.rows];
        const more = reply.value.rows.length > 0 && rows.length < reply.value.total;
        // While a list is asked for again, what is shown stays until as much is there.
        if (!more || rows.length >= get().rows.length) set({ rows, total: reply.value.total, loading: more });
        if (!more) return;
      }
    },
    reload: () => get().load(get().query),
    clear: () => {
      question += 1;
      set({ rows: [], total: null, loading: false, error: null, query: first });
    },
  }));
}
