import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { EvidenceItem, EvidenceLink } from '../../../shared/model/portfolio.ts';
import { emptySection } from '../../../shared/rules/carry-forward.ts';
import { evidenceFor, evidenceNumbers, evidencePointedAt } from '../../../shared/rules/criterion-evidence.ts';

const id = (number: number) => `evidence-${number}` as EvidenceId;
const item = (number: number): EvidenceItem => ({
  id: id(number),
  number,
  title: `Piece ${number}`,
  kind: { code: null, text: 'Report' },
  record: { form: 'product', description: 'A report', place: 'Drive' },
  simulated: false,
  addedOn: '2026-11-22' as CivilDate,
});
const link = (number: number, criterion: string, place = '', unit = 'u1'): EvidenceLink => ({
  evidence: id(number),
  unit,
  criterion,
  place,
});
const answering = (...criteria: readonly string[]) => ({
  answers: criteria.map((criterion) => ({ unit: 'u1', criterion })),
});

describe('the evidence for a criterion of a sheet', () => {
  const held = {
    items: [item(2), item(1), item(10)],
    links: [
      link(10, '1.1', 'p 9'),
      link(2, '1.1', 'p 3'),
      link(2, '1.2', ' p 5 '),
      link(1, '1.2'),
      link(1, '1.1', '', 'u2'),
      link(2, '1.10'),
    ],
  };

  it('is what is linked to a criterion that it answers, by number', () => {
    expect(evidenceFor(answering('1.1'), held)).toEqual([
      { evidence: id(2), place: 'p 3' },
      { evidence: id(10), place: 'p 9' },
    ]);
  });

  it('names a piece once for several criteria, with all its places', () => {
    expect(evidenceFor(answering('1.1', '1.2'), held)).toEqual([
      { evidence: id(1), place: '' },
      { evidence: id(2), place: 'p 3; p 5' },
      { evidence: id(10), place: 'p 9' },
    ]);
    const twice = { items: [item(1)], links: [link(1, '1.1', 'p 3'), link(1, '1.2', 'p 3')] };
    expect(evidenceFor(answering('1.1', '1.2'), twice)).toEqual([{ evidence: id(1), place: 'p 3' }]);
  });

  it('is none for a criterion that nothing is linked to, or that answers none', () => {
    expect(evidenceFor(answering('2.1'), held)).toEqual([]);
    expect(evidenceFor(answering(), held)).toEqual([]);
  });

  it('counts what is in the portfolio alone', () => {
    expect(evidenceFor(answering('1.1'), { ...held, items: [item(2)] })).toEqual([{ evidence: id(2), place: 'p 3' }]);
  });
});

it('a sheet points at each piece once, and names pieces by their numbers', () => {
  const references = [
    { evidence: id(2), place: 'p 3' },
    { evidence: id(1), place: '' },
  ];
  const criterion = (name: string) => ({ criterion: name, mark: null, met: null, seen: [], evidence: references });
  const section = { ...emptySection('s1'), criteria: [criterion('c1'), criterion('c2')] };
  expect(evidencePointedAt([section, emptySection('s2')])).toEqual([id(2), id(1)]);
  expect(evidenceNumbers(references, [item(1), item(2)])).toEqual([2, 1]);
});
