import { describe, expect, it } from 'vitest';
import { type LinkChange, stepOf, stepsWithout, withChanges } from '../../../renderer/store/portfolio-links.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { EvidenceLink } from '../../../shared/model/portfolio.ts';

const report = 'report' as EvidenceId;
const statement = 'statement' as EvidenceId;
const link = (evidence: EvidenceId, criterion: string, place = ''): EvidenceLink => ({
  evidence,
  unit: 'U',
  criterion,
  place,
});
const change = (evidence: EvidenceId, criterion: string, linked: boolean, place?: string): LinkChange => ({
  evidence,
  unit: 'U',
  criterion,
  linked,
  ...(place === undefined ? {} : { place }),
});
const links = [link(report, '1.1', 'p 3'), link(statement, '1.2')];

describe('changes that are not answered yet', () => {
  it('show at once, and keep a place where none is given', () => {
    expect(withChanges(links, [change(report, '1.1', true), change(report, '1.2', true, 'p 9')])).toEqual([
      link(report, '1.1', 'p 3'),
      link(statement, '1.2'),
      link(report, '1.2', 'p 9'),
    ]);
    expect(withChanges(links, [change(statement, '1.2', false)])).toEqual([link(report, '1.1', 'p 3')]);
  });

  it('are taken back cell by cell, places included', () => {
    const changes = [
      change(report, '1.1', false),
      change(report, '1.2', true),
      change(statement, '1.2', true, 'minute 4'),
    ];
    const step = stepOf(links, changes);
    const back = withChanges(withChanges(links, step.changes), step.back);
    expect(new Set(back)).toEqual(new Set(links));
  });

  it('are forgotten with the evidence that they were about', () => {
    const both = stepOf(links, [change(report, '2.1', true), change(statement, '2.1', true)]);
    const one = stepOf(links, [change(statement, '2.2', true)]);
    expect(stepsWithout([both, one], statement)).toEqual([stepOf(links, [change(report, '2.1', true)])]);
  });
});
