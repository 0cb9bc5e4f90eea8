import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { BANK_LIMIT, type BankPlace, type BankStatement } from '../../../shared/model/comment-bank.ts';
import type { StatementId } from '../../../shared/model/ids.ts';
import {
  countBank,
  insertStatement,
  markRemoved,
  markRestored,
  noteUse,
  readBank,
  readRemoved,
  readStatement,
  statementByText,
  updateStatement,
} from '../../db/stores/bank-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { unknownPartIn } from './known-places.ts';

/**
 * The comment bank is a tool of the person whose workspace it is, as the settings are: what is inserted into a sheet is
 * an edit of the sheet, and no event tells of the bank itself.
 */
export function listBank(workspace: Workspace): readonly BankStatement[] {
  return readBank(workspace.db);
}

/** Adds a statement, or changes one; words that stand in the bank already are refused. A starter that is reworded is one's own. */
export function putStatement(workspace: Workspace, input: ParsedInput<'bank.put'>): Result<BankStatement, AppError> {
  const { db } = workspace;
  const { statement: id, kind, text, places } = input;
  return inTransaction<BankStatement, AppError>(db, () => {
    const before = id === null ? null : readStatement(db, id);
    if (id !== null && !before) return err({ code: 'statement-unknown' });
    const kept = new Set(before?.places.map((place) => JSON.stringify(place)));
    const unknown = firstUnknown(
      workspace,
      places.filter((place) => !kept.has(JSON.stringify(place))),
    );
    if (unknown) return err(unknown);
    const same = statementByText(db, kind, text);
    if (same && same.id !== before?.id) return err({ code: 'statement-exists' });
    if (!before) {
      if (countBank(db) >= BANK_LIMIT) return err({ code: 'bank-full', most: BANK_LIMIT });
      const made = newStatement({ kind, text, places }, 'own');
      insertStatement(db, made);
      return ok(made);
    }
    const origin = before.text === text ? before.origin : 'own';
    const after: BankStatement = { ...before, kind, text, places, origin };
    updateStatement(db, after);
    return ok(after);
  });
}

/** Removes all of the statements, or none. */
export function removeStatements(
  { db }: Workspace,
  { statements }: ParsedInput<'bank.remove'>,
): Result<{ readonly removed: number }, AppError> {
  return inTransaction<{ readonly removed: number }, AppError>(db, () => {
    const all = new Set(statements);
    for (const id of all) if (!markRemoved(db, id)) return err({ code: 'statement-unknown' });
    return ok({ removed: all.size });
  });
}

/** Brings back what was removed since the workspace was opened. */
export function restoreStatements(
  { db }: Workspace,
  { statements }: ParsedInput<'bank.restore'>,
): Result<readonly BankStatement[], AppError> {
  return inTransaction<readonly BankStatement[], AppError>(db, () => {
    const restored: BankStatement[] = [];
    for (const id of new Set(statements)) {
      const removed = readRemoved(db, id);
      if (!removed) return err({ code: 'statement-unknown' });
      if (statementByText(db, removed.kind, removed.text)) return err({ code: 'statement-exists' });
      if (countBank(db) >= BANK_LIMIT) return err({ code: 'bank-full', most: BANK_LIMIT });
      markRestored(db, id);
      restored.push(removed);
    }
    return ok(restored);
  });
}

export function noteStatementUsed(
  { db, clock }: Workspace,
  { statement }: ParsedInput<'bank.used'>,
): Result<BankStatement, AppError> {
  return inTransaction<BankStatement, AppError>(db, () => {
    noteUse(db, statement, clock.now());
    const used = readStatement(db, statement);
    return used ? ok(used) : err({ code: 'statement-unknown' });
  });
}

export function newStatement(
  { kind, text, places }: Pick<BankStatement, 'kind' | 'text' | 'places'>,
  origin: BankStatement['origin'],
): BankStatement {
  return { id: randomUUID() as StatementId, kind, text, places, origin, uses: 0, lastUsed: null };
}

function firstUnknown(workspace: Workspace, places: readonly BankPlace[]): AppError | null {
  const unknownPart = unknownPartIn(workspace);
  for (const place of places) {
    const part = unknownPart(place);
    if (part) return { code: 'bank-place-unknown', part, name: place[part] ?? '' };
  }
  return null;
}
