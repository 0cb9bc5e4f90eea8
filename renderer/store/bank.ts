import { create } from 'zustand';
import type { AppError } from '../../shared/api/errors.ts';
import type { Input } from '../../shared/api/inputs.ts';
import type { BankStatement } from '../../shared/model/comment-bank.ts';
import type { StatementId } from '../../shared/model/ids.ts';
import { type IndexedStatement, indexStatement } from '../../shared/rules/bank-search.ts';
import { call } from '../api/call.ts';
import { useWorkspace } from './workspace.ts';

type Bank = {
  /** The whole bank, ready to be searched; null until it is read. */
  readonly bank: readonly IndexedStatement[] | null;
  readonly error: AppError | null;
  readonly load: () => Promise<void>;
  /** Each gives what was refused; null where it is done. */
  readonly put: (input: Input<'bank.put'>) => Promise<AppError | null>;
  readonly remove: (statement: StatementId) => Promise<AppError | null>;
  readonly restore: (statement: StatementId) => Promise<AppError | null>;
  /** Takes note of an insertion; the sheet has the words whatever becomes of the note. */
  readonly used: (statement: StatementId) => Promise<void>;
};

const NOTHING = { bank: null, error: null };
let asked = 0;

/** The comment bank, as the main side returned it. */
export const useBank = create<Bank>((set) => {
  const take = (changed: BankStatement) =>
    set(({ bank }) => {
      if (!bank) return {};
      const indexed = indexStatement(changed);
      const known = bank.some((one) => one.statement.id === changed.id);
      if (!known) return { bank: [...bank, indexed] };
      return { bank: bank.map((one) => (one.statement.id === changed.id ? indexed : one)) };
    });

  return {
    ...NOTHING,
    load: async () => {
      asked += 1;
      const mine = asked;
      const reply = await call('bank.list', {});
      if (mine === asked)
        set(reply.ok ? { bank: reply.value.map(indexStatement), error: null } : { error: reply.error });
    },
    put: async (input) => {
      const reply = await call('bank.put', input);
      if (!reply.ok) return reply.error;
      take(reply.value);
      return null;
    },
    remove: async (statement) => {
      const reply = await call('bank.remove', { statements: [statement] });
      if (!reply.ok) return reply.error;
      set(({ bank }) => ({ bank: bank?.filter((one) => one.statement.id !== statement) ?? null }));
      return null;
    },
    restore: async (statement) => {
      const reply = await call('bank.restore', { statements: [statement] });
      if (!reply.ok) return reply.error;
      for (const one of reply.value) take(one);
      return null;
    },
    used: async (statement) => {
      const reply = await call('bank.used', { statement });
      if (reply.ok) take(reply.value);
    },
  };
});

useWorkspace.subscribe(({ status }) => {
  if (status?.state === 'open') return;
  asked += 1;
  useBank.setState(NOTHING);
});
