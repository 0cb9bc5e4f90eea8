import { describe, expect, it } from 'vitest';
import { bankRows, NO_FILTER } from '../../../../renderer/features/comment-bank/bank-rows.ts';
import { placeOptions, placesText } from '../../../../renderer/features/comment-bank/place-options.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import { type BankStatement, placeKey } from '../../../../shared/model/comment-bank.ts';
import type { StatementId } from '../../../../shared/model/ids.ts';
import { packSchema } from '../../../../shared/model/pack.ts';
import { indexStatement } from '../../../../shared/rules/bank-search.ts';
import { shippedPack } from '../../../support/desk.ts';
import { present } from '../../../support/result.ts';

const options = placeOptions([packSchema.parse(JSON.parse(shippedPack().content))]);
const place = (assessment: string, section: string | null = null, criterion: string | null = null) => ({
  pack: 'ilm-8316',
  assessment,
  section,
  criterion,
});
const label = (...of: Parameters<typeof place>) => present(options.get(placeKey(place(...of)))).label;

describe('the places of a pack', () => {
  it('are named by title, heading and words, with their numbers', () => {
    expect(label('diploma-603', 's1')).toBe('Work-Based Assignment: 603 › 1 Context');
    expect(label('diploma-603', 's1', 's1-c1')).toBe(
      'Work-Based Assignment: 603 › 1 Context › 1.1 Context of assignment is provided',
    );
  });

  it('are told apart by their qualification where two have the same title', () => {
    expect([label('award-602'), label('diploma-602')]).toEqual([
      'Reflective Review: 602 (Level 6 Award in Management)',
      'Reflective Review: 602 (Level 6 Diploma in Management)',
    ]);
  });

  it('stand in one line of a table, by their ids where no pack has them any more', () => {
    expect(placesText([], options)).toBe('Anywhere');
    expect(placesText([place('diploma-603', 's2', 's2-c3'), place('diploma-605')], options)).toBe(
      '603 › 2.3 and 1 more',
    );
    expect(placesText([{ ...place('gone'), pack: 'p' }], options)).toBe('p/gone//');
  });
});

describe('the rows of the bank', () => {
  const statement = (text: string, more: Partial<BankStatement>) =>
    indexStatement({
      ...{ id: text as StatementId, kind: 'strengths', text, places: [], origin: 'own', uses: 0, lastUsed: null },
      ...more,
    });
  const bank = [
    statement('Clear plan', {}),
    statement('Cost the plan', { kind: 'improvements', places: [place('diploma-603', 's2')] }),
    statement('Plan early', {
      origin: 'starter',
      places: [place('diploma-603')],
      uses: 3,
      lastUsed: '2026-11-21T09:00:00.000Z' as Instant,
    }),
  ];
  const texts = (filter: Partial<typeof NO_FILTER>) =>
    bankRows(bank, { ...NO_FILTER, ...filter }, '2026-11-22T09:00:00.000Z' as Instant).map((one) => one.text);

  it.each([
    { filter: {}, rows: ['Clear plan', 'Cost the plan', 'Plan early'] },
    { filter: { kind: 'improvements' as const }, rows: ['Cost the plan'] },
    { filter: { origin: 'starter' as const }, rows: ['Plan early'] },
    { filter: { where: 'anywhere' }, rows: ['Clear plan'] },
    { filter: { where: 'ilm-8316/diploma-603' }, rows: ['Cost the plan', 'Plan early'] },
    { filter: { search: ' plan ' }, rows: ['Plan early', 'Clear plan', 'Cost the plan'] },
    { filter: { search: 'plan', kind: 'strengths' as const, where: 'ilm-8316/diploma-603' }, rows: ['Plan early'] },
    { filter: { search: 'nothing' }, rows: [] },
  ])('are those of $filter', ({ filter, rows }) => {
    expect(texts(filter)).toEqual(rows);
  });
});
