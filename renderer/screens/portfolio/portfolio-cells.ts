import { count } from '../../../shared/api/amounts.ts';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import { type CellChange, type Cells, cellKey, type MatrixColumn } from '../../features/matrix/matrix-lines.ts';
import type { LinkChange } from '../../store/portfolio-links.ts';

type Standing = PortfolioView['criteria'][number];

/** A portfolio as its matrix shows it, with what is counted of it. */
export type PortfolioCells = {
  readonly columns: readonly MatrixColumn[];
  readonly cells: Cells;
  readonly evidenced: (unit: string, criterion: string) => boolean;
  readonly standing: (unit: string, criterion: string) => Standing | undefined;
  /** "7 of 12 with evidence, 3 achieved". */
  readonly unitSummary: (unit: string) => string;
  /** "42 of 261 criteria have evidence, 30 achieved". */
  readonly summary: string;
};

/** Evidence against criteria: what is linked, and how each criterion stands. */
export function portfolioCells({ items, links, criteria }: PortfolioView): PortfolioCells {
  const cells = new Map(links.map((link) => [cellKey(link.evidence, link.unit, link.criterion), link.place]));
  const proved = new Set(links.map((link) => `${link.unit} ${link.criterion}`));
  const evidenced = (unit: string, criterion: string) => proved.has(`${unit} ${criterion}`);
  const standings = new Map(criteria.map((one) => [`${one.unit} ${one.criterion}`, one]));
  const byUnit = Map.groupBy(criteria, (one) => one.unit);
  const figures = (of: readonly Standing[]) => ({
    total: of.length,
    evidenced: of.filter((one) => evidenced(one.unit, one.criterion)).length,
    achieved: of.filter((one) => one.met === 'achieved').length,
  });
  const all = figures(criteria);
  return {
    columns: items.map(({ id, number, title }) => ({ id, short: `E${number}`, title })),
    cells,
    evidenced,
    standing: (unit, criterion) => standings.get(`${unit} ${criterion}`),
    unitSummary: (unit) => {
      const { total, evidenced: with_, achieved } = figures(byUnit.get(unit) ?? []);
      return `${with_} of ${total} with evidence, ${achieved} achieved`;
    },
    summary: `${all.evidenced} of ${count(all.total, 'criterion has', 'criteria have')} evidence, ${all.achieved} achieved`,
  };
}

/** The matrix's changes as links. */
export function linkChanges(changes: readonly CellChange[], items: PortfolioView['items']): readonly LinkChange[] {
  const ids = new Map(items.map(({ id }) => [String(id), id]));
  return changes.flatMap(({ column, unit, criterion, on, place }) => {
    const evidence = ids.get(column);
    return evidence ? [{ evidence, unit, criterion, linked: on, ...(place === undefined ? {} : { place }) }] : [];
  });
}
