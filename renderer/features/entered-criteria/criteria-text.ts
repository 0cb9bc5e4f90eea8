import { ENTERED_LIMITS } from '../../../shared/api/limits.ts';
import { countCharacters } from '../../../shared/lib/blank.ts';
import { LOST, type Unit } from '../../../shared/model/pack.ts';
import type { EnteredOutcome } from '../../../shared/rules/entered-criteria.ts';
import { unfitText } from '../../../shared/rules/pack-checks/size-and-text.ts';

/** What is not right in a line, counted from 1. */
export type LineFault = { readonly line: number; readonly message: string };
export type ReadCriteria = { readonly outcomes: readonly EnteredOutcome[]; readonly faults: readonly LineFault[] };

/** A line that begins with a number, and the lines without one that go on with it. */
type Row = {
  readonly line: number;
  readonly outcome: number;
  /** Null in the row of an outcome. */
  readonly criterion: number | null;
  readonly text: string;
};

const CRITERION = /^(?:(?:AC|(?:assessment )?criterion)\s*)?(\d{1,3})\.(\d{1,3})[.):]?(?:\s+(.*))?$/i;
const OUTCOME = /^(?:(?:LO|(?:learning )?outcome)\s*)?(\d{1,3})[.):]?(?:\s+(.*))?$/i;

/** Outcomes and criteria out of lines as a specification prints them; a line that begins with no number goes on with the one before. */
export function readCriteria(text: string): ReadCriteria {
  const rows: Row[] = [];
  const faults: LineFault[] = [];
  for (const [at, typed] of text.split('\n').entries()) {
    const words = typed.replace(/\s+/g, ' ').trim();
    if (words === '') continue;
    const row = rowOf(words, at + 1);
    const before = rows.at(-1);
    if (row) rows.push(row);
    else if (before) rows[rows.length - 1] = { ...before, text: `${before.text} ${words}`.trim() };
    else faults.push({ line: at + 1, message: 'Begins with no number. Begin with 1 and the first learning outcome.' });
  }
  // The number that stands ready for the next row says nothing yet.
  if (rows.at(-1)?.text === '') rows.pop();
  return gathered(rows, faults);
}

function rowOf(words: string, line: number): Row | null {
  const criterion = CRITERION.exec(words);
  if (criterion) {
    return { line, outcome: Number(criterion[1]), criterion: Number(criterion[2]), text: criterion[3] ?? '' };
  }
  const outcome = OUTCOME.exec(words);
  return outcome ? { line, outcome: Number(outcome[1]), criterion: null, text: outcome[2] ?? '' } : null;
}

function gathered(rows: readonly Row[], before: readonly LineFault[]): ReadCriteria {
  const outcomes: { readonly line: number; readonly text: string; readonly criteria: string[] }[] = [];
  const faults = [...before];
  for (const row of rows) {
    const current = outcomes.at(-1);
    const due = row.criterion === null ? `${outcomes.length + 1}` : dueCriterion(outcomes);
    const typed = row.criterion === null ? `${row.outcome}` : `${row.outcome}.${row.criterion}`;
    const message = typed === due ? faultOf(row.text) : `Begins with ${typed} where ${due} is next.`;
    if (message) faults.push({ line: row.line, message });
    if (row.criterion === null) outcomes.push({ line: row.line, text: row.text, criteria: [] });
    else current?.criteria.push(row.text);
  }
  for (const { line, criteria } of outcomes) {
    if (criteria.length === 0) faults.push({ line, message: 'Has no criterion yet.' });
    if (criteria.length > ENTERED_LIMITS.criteria) {
      faults.push({ line, message: `Has more than ${ENTERED_LIMITS.criteria} criteria.` });
    }
  }
  const over = outcomes[ENTERED_LIMITS.outcomes];
  if (over) faults.push({ line: over.line, message: `More than ${ENTERED_LIMITS.outcomes} outcomes.` });
  return {
    outcomes: outcomes.map(({ text, criteria }) => ({ text, criteria })),
    faults: faults.toSorted((one, other) => one.line - other.line),
  };
}

function dueCriterion(outcomes: readonly { readonly criteria: readonly string[] }[]): string {
  return outcomes.length === 0 ? '1' : `${outcomes.length}.${(outcomes.at(-1)?.criteria.length ?? 0) + 1}`;
}

function faultOf(text: string): string | null {
  if (text === '') return 'Has a number and no words.';
  if (countCharacters(text) > ENTERED_LIMITS.text) {
    return `Is longer than ${ENTERED_LIMITS.text.toLocaleString('en-GB')} characters.`;
  }
  return text.includes(LOST) ? `${LOST} marks words that a source lost; enter the words.` : unfitText(text);
}

/** The lines that stand for what is entered already. */
export function criteriaText(outcomes: Unit['outcomes']): string {
  return outcomes
    .flatMap((outcome) => [outcome, ...outcome.criteria])
    .map(({ number, text }) => `${number} ${text}`)
    .join('\n');
}

/** The same rows with the numbers of their places. */
export function numberedAnew(text: string): string {
  let outcome = 0;
  let criterion = 0;
  return text
    .split('\n')
    .map((typed) => {
      const row = rowOf(typed.replace(/\s+/g, ' ').trim(), 0);
      if (!row) return typed;
      if (row.criterion === null || outcome === 0) {
        outcome += 1;
        criterion = 0;
        return `${outcome} ${row.text}`;
      }
      criterion += 1;
      return `${outcome}.${criterion} ${row.text}`;
    })
    .join('\n');
}

/**
 * What Enter puts in at the end of a line: the number of the next criterion. In a row that has a number and no words it
 * makes it the next outcome's. Null where Enter is a line feed and no more.
 */
export function onEnter(text: string, caret: number): { readonly from: number; readonly insert: string } | null {
  const end = text.indexOf('\n', caret);
  if (text.slice(caret, end < 0 ? undefined : end).trim() !== '') return null;
  const begin = text.lastIndexOf('\n', caret - 1) + 1;
  const lines = text.slice(0, caret).split('\n');
  if (lines.at(-1)?.trim() === '') return null;
  const at = lines.findLastIndex((line) => rowOf(line.trim(), 0) !== null);
  const row = rowOf(lines[at]?.trim() ?? '', 0);
  if (!row) return null;
  if (row.text === '' && at === lines.length - 1) {
    return row.criterion === null ? null : { from: begin, insert: `${row.outcome + 1} ` };
  }
  return { from: caret, insert: `\n${row.outcome}.${(row.criterion ?? 0) + 1} ` };
}
