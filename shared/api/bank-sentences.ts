import { assertNever } from '../lib/assert-never.ts';
import { STATEMENT_LIMIT } from '../model/comment-bank.ts';
import type { BankFileFault, BankRowFault } from '../rules/bank-csv.ts';
import { count } from './amounts.ts';
import type { AppError } from './errors.ts';

type BankError = Extract<
  AppError,
  { code: 'statement-unknown' | 'statement-exists' | 'bank-full' | 'bank-place-unknown' | 'bank-file-refused' }
>;

/** What happened with the comment bank, what is safe, and what to do next. */
export function bankSentence(error: BankError): string {
  switch (error.code) {
    case 'statement-unknown':
      return 'That statement is no longer in the bank. No sheet was changed. Add it again if you still want it.';
    case 'statement-exists':
      return 'The bank has a statement with these words already. Nothing was changed. Search for it, and say there where it fits.';
    case 'bank-full':
      return `The bank is full: it holds ${error.most.toLocaleString('en-GB')} statements. Nothing was changed. Remove some that are not used, and try again.`;
    case 'bank-place-unknown':
      return `No pack here has the ${error.part} “${error.name}”. Nothing was changed. Choose where the statement fits again.`;
    case 'bank-file-refused':
      return `${FILE_FAULTS[error.reason]} Nothing was changed. Export the bank to see how a file should look.`;
    default:
      return assertNever(error);
  }
}

const FILE_FAULTS: Readonly<Record<BankFileFault, string>> = {
  'not-text': 'This file is not text, so it was not read. Save it as CSV.',
  'no-head': 'The first line has no columns “kind” and “text”.',
  'no-rows': 'The file has a first line and no statement under it.',
  'too-many-rows': 'The file has more rows than a bank can hold.',
  unclosed: 'A quotation mark is opened and never closed, so it cannot be told where a cell ends.',
};

/** What is wrong with one row of a file, and where it stands. */
export function bankFaultSentence({ line, column, reason }: BankRowFault): string {
  return `Line ${line}: ${faultWords(reason, column ?? '')}.`;
}

function faultWords(reason: BankRowFault['reason'], column: string): string {
  switch (reason) {
    case 'kind':
      return '“kind” must be strengths or improvements';
    case 'text-empty':
      return 'the text is empty';
    case 'text-too-long':
      return `the text is longer than ${count(STATEMENT_LIMIT, 'character', 'characters')}`;
    case 'text-control-character':
      return 'the text holds a control character';
    case 'unknown':
      return `no pack here has this ${column}`;
    case 'missing':
      return `the ${column} is missing`;
    case 'doubled':
      return 'the same as a row before';
    case 'too-many-cells':
      return 'more cells than the first line has columns';
    default:
      return assertNever(reason);
  }
}
