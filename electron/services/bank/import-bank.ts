import type { BankImport } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { BANK_LIMIT, type BankStatement, orderedPlaces, placeKey } from '../../../shared/model/comment-bank.ts';
import { type BankFile, type NewStatement, readBankCsv } from '../../../shared/rules/bank-csv.ts';
import { insertStatement, readBank, updateStatement } from '../../db/stores/bank-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { decodeText } from '../../readers/read-text.ts';
import { withSmallFile } from '../submissions/small-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { newStatement } from './bank.ts';
import { unknownPartIn } from './known-places.ts';

/** Bytes; a full bank of long statements stays under it. */
const LARGEST = 32 * 1024 * 1024;
/** What is shown of a file before it is taken in. */
const SAMPLE = 20;
const FAULTS = 100;

/** Reads a file of statements; keeps them, where that is asked and nothing is wrong with any row. */
export function importBank(
  workspace: Workspace,
  { file, apply }: ParsedInput<'bank.import'>,
): Promise<Result<BankImport, AppError>> {
  return withSmallFile<BankImport>(workspace, file, LARGEST, async (bytes) => {
    const read = readBankCsv(decodeText(bytes), unknownPartIn(workspace));
    if (!read.ok) return err({ code: 'bank-file-refused', reason: read.error });
    return inTransaction<BankImport, AppError>(workspace.db, () => {
      const plan = planOf(read.value, readBank(workspace.db));
      if (plan.total > BANK_LIMIT) return err({ code: 'bank-full', most: BANK_LIMIT });
      const applied = apply && read.value.faults.length === 0;
      if (applied) {
        for (const one of plan.added) insertStatement(workspace.db, newStatement(one, 'own'));
        for (const one of plan.extended) updateStatement(workspace.db, one);
      }
      return ok(viewOf(read.value, plan, applied));
    });
  });
}

type Plan = {
  readonly added: readonly NewStatement[];
  readonly extended: readonly BankStatement[];
  readonly unchanged: number;
  readonly total: number;
};

/** A statement that is here already gains the file's places; one that fits anywhere stays so. */
function planOf({ statements }: BankFile, bank: readonly BankStatement[]): Plan {
  const here = new Map(bank.map((one) => [`${one.kind}\0${one.text}`, one]));
  const added: NewStatement[] = [];
  const extended: BankStatement[] = [];
  for (const one of statements) {
    const known = here.get(`${one.kind}\0${one.text}`);
    if (!known) added.push(one);
    else if (gains(known, one)) extended.push({ ...known, places: merged(known, one) });
  }
  const unchanged = statements.length - added.length - extended.length;
  return { added, extended, unchanged, total: bank.length + added.length };
}

function gains(known: BankStatement, { places }: NewStatement): boolean {
  if (known.places.length === 0) return false;
  const has = new Set(known.places.map(placeKey));
  return places.length === 0 || places.some((place) => !has.has(placeKey(place)));
}

function merged(known: BankStatement, { places }: NewStatement) {
  return places.length === 0 ? [] : orderedPlaces([...known.places, ...places]);
}

function viewOf({ rows, faults, ignored }: BankFile, plan: Plan, applied: boolean): BankImport {
  return {
    rows,
    added: plan.added.length,
    extended: plan.extended.length,
    unchanged: plan.unchanged,
    sample: plan.added.slice(0, SAMPLE),
    ignored,
    faults: faults.slice(0, FAULTS),
    faultCount: faults.length,
    applied,
  };
}
