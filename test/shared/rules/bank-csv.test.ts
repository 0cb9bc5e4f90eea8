import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BankPlace,
  orderedPlaces,
  readStatementText,
  STATEMENT_KINDS,
} from '../../../shared/model/comment-bank.ts';
import { bankCsv, type NewStatement, readBankCsv, type UnknownPart } from '../../../shared/rules/bank-csv.ts';
import { answer, refusal } from '../../support/result.ts';

/** One assessment "a" with section "s1" and criterion "c1". */
const known: UnknownPart = ({ pack, assessment, section, criterion }) => {
  if (pack !== 'p') return 'pack';
  if (assessment !== 'a') return 'assessment';
  if (section !== null && section !== 's1') return 'section';
  return criterion !== null && criterion !== 'c1' ? 'criterion' : null;
};
const read = (text: string) => readBankCsv(text, known);
const HEAD = 'kind,text,pack,assessment,section,criterion';
const rows = (...lines: readonly string[]) => [HEAD, ...lines].join('\n');

describe('a bank as a file', () => {
  it.each([
    { separator: ',', text: 'kind,text,pack,assessment\nstrengths,"Clear, and costed",p,a' },
    { separator: ';', text: '\uFEFFText;Kind;Pack;Assessment\r\nClear, and costed;STRENGTH;p;a\r\n' },
    { separator: 'tab', text: ' kind \ttext\tassessment\tpack\nstrength\tClear, and costed\ta\tp' },
  ])('is read with a $separator between its cells', ({ text }) => {
    const place = { pack: 'p', assessment: 'a', section: null, criterion: null };
    expect(answer(read(text)).statements).toEqual([{ kind: 'strengths', text: 'Clear, and costed', places: [place] }]);
  });

  it('is one statement for all rows with the same words, and fits anywhere where one of them says so', () => {
    const text = rows('strengths,One,p,a,s1,c1', 'strengths,One,p,a,,', 'strengths,Two,p,a,,', 'strengths,Two,,,,');
    const { statements, faults } = answer(read(text));
    expect(faults).toEqual([]);
    expect(statements.map((one) => [one.text, one.places.length])).toEqual([
      ['One', 2],
      ['Two', 0],
    ]);
  });

  it('names what is wrong with a row by its line and column, and reads the others', () => {
    const text = rows(
      'strengths,Fine,p,a,s1,c1',
      'praise,x,,,,',
      'strengths,"  ",,,,',
      `strengths,${'x'.repeat(2001)},,,,`,
      'strengths,a\u0007b,,,,',
      'strengths,"two\nlines",q,a,,',
      'strengths,x,p,b,,',
      'strengths,x,p,a,s9,',
      'strengths,x,p,a,s1,c9',
      'strengths,x,p,a,,c1',
      'strengths,x,,a,,',
      'strengths,x,p,,,',
      'strengths,Fine,p,a,s1,c1',
      'strengths,x,,,,,more',
    );
    const { statements, faults } = answer(read(text));
    expect(statements.map((one) => one.text)).toEqual(['Fine']);
    expect(faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
      '3 kind kind',
      '4 text text-empty',
      '5 text text-too-long',
      '6 text text-control-character',
      '7 pack unknown',
      '9 assessment unknown',
      '10 section unknown',
      '11 criterion unknown',
      '12 section missing',
      '13 pack missing',
      '14 assessment missing',
      '15 null doubled',
      '16 null too-many-cells',
    ]);
  });

  it('takes formulas for text, and says which columns it did not read', () => {
    const file = answer(read("kind,text,note\nimprovements,=1+1,x\nimprovements,'-2,y"));
    expect(file.statements.map((one) => one.text)).toEqual(['=1+1', '-2']);
    expect(file.ignored).toEqual(['note']);
  });

  it.each([
    { what: 'that is not text', text: 'kind,text\0', reason: 'not-text' },
    { what: 'without the columns', text: 'a,b\nc,d', reason: 'no-head' },
    { what: 'that is empty', text: '', reason: 'no-head' },
    { what: 'of a head alone', text: HEAD, reason: 'no-rows' },
    { what: 'with a mark that nothing closes', text: rows('strengths,"open,,,,'), reason: 'unclosed' },
    { what: 'of 50,000 rows', text: rows(...Array(50_000).fill('strengths,x,,,,')), reason: 'too-many-rows' },
  ])('is refused $what', ({ text, reason }) => {
    expect(refusal(read(text))).toBe(reason);
  });

  it.each([
    { what: 'separators', sign: ',', faults: ['null too-many-cells'] },
    { what: 'quotation marks', sign: '""', faults: ['kind kind'] },
    { what: 'letters', sign: 'ab', faults: ['kind kind'] },
  ])('names the row that is a million $what and more', ({ sign, faults }) => {
    const file = answer(read(rows('strengths,Fine,,,,', `${sign.repeat(2_000_000)}${sign === ',' ? 'x' : ''}`)));
    expect(file.faults.map(({ column, reason }) => `${column} ${reason}`)).toEqual(faults);
  });

  it('is refused where it is nothing but lines in one cell that never ends', () => {
    expect(refusal(read(rows(`"${'\n'.repeat(4_000_000)}`)))).toBe('unclosed');
    const closed = answer(read(rows(`strengths,"${'\n'.repeat(4_000_000)}x"`, 'praise,x')));
    expect(closed.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['2 text-too-long', '4000003 kind']);
  });

  it('comes back exactly as it was written, whatever the words', () => {
    const place: fc.Arbitrary<BankPlace> = fc.constantFrom(
      { pack: 'p', assessment: 'a', section: null, criterion: null },
      { pack: 'p', assessment: 'a', section: 's1', criterion: null },
      { pack: 'p', assessment: 'a', section: 's1', criterion: 'c1' },
    );
    const words = fc
      .string({ unit: fc.constantFrom("'", '=', '-', '"', ',', ';', '\n', ' ', 'a', 'é', '{', '😀'), maxLength: 30 })
      .map((text) => readStatementText(text))
      .filter((text) => text.ok)
      .map((text) => answer(text));
    const statement: fc.Arbitrary<NewStatement> = fc.record({
      kind: fc.constantFrom(...STATEMENT_KINDS),
      text: words,
      places: fc.array(place, { maxLength: 3 }).map(orderedPlaces),
    });
    const bank = fc.uniqueArray(statement, {
      selector: (one) => `${one.kind} ${one.text}`,
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(bank, (statements) => {
        expect(answer(read(bankCsv(statements)))).toMatchObject({ statements, faults: [] });
      }),
    );
  });
});
