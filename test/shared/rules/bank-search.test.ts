import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { BankPlace, BankStatement } from '../../../shared/model/comment-bank.ts';
import type { StatementId } from '../../../shared/model/ids.ts';
import { indexStatement, searchBank } from '../../../shared/rules/bank-search.ts';

const NOW = '2026-11-22T09:00:00.000+00:00' as Instant;
const HERE: BankPlace = { pack: 'p', assessment: 'a', section: 's1', criterion: 'c1' };
const DAYS = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString() as Instant;

let made = 0;
function statement(text: string, more: Partial<BankStatement> = {}): BankStatement {
  made += 1;
  const id = String(made) as StatementId;
  return { id, kind: 'strengths', text, places: [HERE], origin: 'own', uses: 0, lastUsed: null, ...more };
}

/** The texts found, best first. */
function found(statements: readonly BankStatement[], typed: string, more: { readonly most?: number } = {}) {
  const question = { typed, kind: 'strengths' as const, at: HERE, now: NOW, most: 50, ...more };
  return searchBank(statements.map(indexStatement), question).map((one) => one.statement.text);
}

describe('what is found', () => {
  const bank = [
    statement('Clear and costed plan'),
    statement('The café’s résumé is clear'),
    statement('Unclear sources'),
  ];

  it.each([
    ['cle', ['Clear and costed plan', 'The café’s résumé is clear']],
    ['CAFE resume', ['The café’s résumé is clear']],
    ['plan cost', ['Clear and costed plan']],
    ['lear', []],
    ['clear nothing', []],
    ['%', ['Clear and costed plan', 'The café’s résumé is clear', 'Unclear sources']],
  ])('by %j: each word begins a word of the statement', (typed, texts) => {
    expect(found(bank, typed).sort()).toEqual([...texts].sort());
  });

  it('is of the kind that was asked for, and of both where none was', () => {
    const mixed = [statement('One'), statement('Two', { kind: 'improvements' })];
    expect(found(mixed, '')).toEqual(['One']);
    const both = { typed: '', kind: null, at: null, now: NOW, most: 9 };
    expect(searchBank(mixed.map(indexStatement), both)).toHaveLength(2);
  });

  it('is no more than was asked for', () => {
    expect(found([statement('One a'), statement('One b'), statement('One c')], 'one', { most: 2 })).toHaveLength(2);
  });
});

describe('the order', () => {
  const other = { ...HERE, assessment: 'b' };
  const places = [
    statement('Elsewhere', { places: [other] }),
    statement('Anywhere', { places: [] }),
    statement('Assessment', { places: [{ ...HERE, section: null, criterion: null }] }),
    statement('Section', { places: [other, { ...HERE, criterion: null }] }),
    statement('Criterion', { places: [other, HERE] }),
    statement('Another criterion', { places: [{ ...HERE, criterion: 'c2' }] }),
  ];

  it('is by how near the place is, and nothing for somewhere else comes before anything is typed', () => {
    expect(found(places, '')).toEqual(['Criterion', 'Section', 'Assessment', 'Anywhere']);
  });

  it('gives what is for somewhere else last, once its words are typed', () => {
    const words = places.map((one) => ({ ...one, text: `${one.text} costs` }));
    expect(found(words, 'cost').slice(-2)).toEqual(['Elsewhere costs', 'Another criterion costs']);
  });

  it('puts whole words before beginnings, and words in the order typed before others', () => {
    expect(found([statement('Costed plan'), statement('A cost')], 'cost')).toEqual(['A cost', 'Costed plan']);
    expect(found([statement('Plan of a good cost'), statement('A good plan')], 'good plan')).toEqual([
      'A good plan',
      'Plan of a good cost',
    ]);
  });

  it('puts what is used more and later first, never before a nearer place', () => {
    const uses = [
      statement('Never'),
      statement('Often, long ago', { uses: 40, lastUsed: DAYS(700) }),
      statement('Twice, lately', { uses: 2, lastUsed: DAYS(1) }),
      statement('Often, lately', { uses: 40, lastUsed: DAYS(1) }),
      statement('Far, often, lately', {
        uses: 4000,
        lastUsed: NOW,
        places: [{ ...HERE, criterion: null }],
      }),
    ];
    expect(found(uses, '')).toEqual([
      'Often, lately',
      'Twice, lately',
      'Often, long ago',
      'Never',
      'Far, often, lately',
    ]);
  });

  it('takes a use that a clock set back puts in the future for one of now', () => {
    const uses = [statement('Used', { uses: 1, lastUsed: DAYS(-30) }), statement('Never')];
    expect(found(uses, '')).toEqual(['Used', 'Never']);
  });
});
