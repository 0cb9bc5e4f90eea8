import { expect, it } from 'vitest';
import { linkChanges, portfolioCells } from '../../../../renderer/screens/portfolio/portfolio-cells.ts';
import { register } from '../../../support/desk.ts';
import { added, link, portfolio, portfolioOf } from '../../../support/portfolios.ts';
import { answer } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

async function opened() {
  const workspace = (await temporaryWorkspace()).now();
  const of = portfolioOf(register(workspace).id);
  const [first, second] = [added(workspace, of), added(workspace, of)];
  answer(link(workspace, of, first.id, ['1.1', '1.2'], { place: 'p 4' }));
  answer(link(workspace, of, second.id, ['1.1']));
  return { view: portfolio(workspace, of), first, second };
}

it('counts a criterion once, however much evidence it has', async () => {
  const { view } = await opened();
  const cells = portfolioCells(view);
  expect(cells.summary).toBe(`2 of ${view.criteria.length} criteria have evidence, 0 achieved`);
  expect(cells.unitSummary('ML51')).toBe('2 of 15 with evidence, 0 achieved');
  expect(cells.columns.map((one) => one.short)).toEqual(['E1', 'E2']);
  expect(cells.evidenced('ML51', '1.2')).toBe(true);
  expect(cells.evidenced('ML51', '1.3')).toBe(false);
});

it('says the matrix’s changes as links of the items that there are', async () => {
  const { view, second } = await opened();
  const cell = { unit: 'ML51', criterion: '1.3', on: true };
  expect(
    linkChanges(
      [
        { ...cell, column: second.id, place: 'p 1' },
        { ...cell, column: 'gone' },
      ],
      view.items,
    ),
  ).toEqual([{ evidence: second.id, unit: 'ML51', criterion: '1.3', linked: true, place: 'p 1' }]);
});
