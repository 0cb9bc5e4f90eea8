import { describe, expect, it } from 'vitest';
import { auditHead } from '../../../../electron/db/stores/audit-store.ts';
import { linkEvidence } from '../../../../electron/services/portfolio/link-evidence.ts';
import type { EvidenceId } from '../../../../shared/model/ids.ts';
import { register } from '../../../support/desk.ts';
import { added, link, portfolio, portfolioOf } from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

async function began() {
  const workspace = (await temporaryWorkspace()).now();
  const of = portfolioOf(register(workspace).id);
  return { workspace, of, first: added(workspace, of).id, second: added(workspace, of).id };
}

describe('linking evidence', () => {
  it('holds one piece against criteria of several units, each at its place', async () => {
    const { workspace, of, first } = await began();
    answer(link(workspace, of, first, ['1.1', '2.3'], { place: 'p 4' }));
    const view = answer(link(workspace, of, first, ['1.1'], { unit: 'ML46' }));
    expect(view.links).toHaveLength(3);
    expect(view.links).toEqual(
      expect.arrayContaining([
        { evidence: first, unit: 'ML51', criterion: '1.1', place: 'p 4' },
        { evidence: first, unit: 'ML51', criterion: '2.3', place: 'p 4' },
        { evidence: first, unit: 'ML46', criterion: '1.1', place: '' },
      ]),
    );
  });

  it('keeps the place where none is given, changes it where one is, and takes links away', async () => {
    const { workspace, of, first } = await began();
    answer(link(workspace, of, first, ['1.1', '1.2'], { place: "O'Brien’s minute, § 3" }));
    expect(answer(link(workspace, of, first, ['1.1'])).links[0]?.place).toBe("O'Brien’s minute, § 3");
    answer(link(workspace, of, first, ['1.1'], { place: 'p 9' }));
    expect(answer(link(workspace, of, first, ['1.2'], { linked: false })).links).toEqual([
      { evidence: first, unit: 'ML51', criterion: '1.1', place: 'p 9' },
    ]);
  });

  it('makes all changes or none', async () => {
    const { workspace, of, first, second } = await began();
    const change = (evidence: EvidenceId, criterion: string, unit = 'ML51') => ({
      evidence,
      unit,
      criterion,
      linked: true,
    });
    const head = auditHead(workspace.db);
    const good = [change(first, '1.1'), change(second, '1.2')];
    const refusalOf = (bad: ReturnType<typeof change>) =>
      refusal(linkEvidence(workspace, { ...of, changes: [...good, bad] }));
    expect(refusalOf(change(first, '9.9'))).toEqual({ code: 'criterion-unknown', criterion: 'ML51 9.9' });
    expect(refusalOf(change(first, '1.1', 'ML00'))).toEqual({ code: 'criterion-unknown', criterion: 'ML00 1.1' });
    expect(refusalOf(change('00000000-0000-4000-8000-000000000001' as EvidenceId, '1.1')).code).toBe(
      'evidence-unknown',
    );
    const others = added(workspace, portfolioOf(register(workspace).id)).id;
    expect(refusalOf(change(others, '1.1')).code).toBe('evidence-unknown');
    expect(portfolio(workspace, of).links).toEqual([]);
    expect(auditHead(workspace.db).sequence).toBe(head.sequence + 2);
    expect(answer(linkEvidence(workspace, { ...of, changes: good })).links).toHaveLength(2);
  });

  it('records nothing where nothing changes, and the last word on a link counts', async () => {
    const { workspace, of, first } = await began();
    answer(link(workspace, of, first, ['1.1']));
    const head = auditHead(workspace.db);
    answer(link(workspace, of, first, ['1.1']));
    answer(link(workspace, of, first, ['1.2'], { linked: false }));
    const toAndFro = [true, false].map((linked) => ({ evidence: first, unit: 'ML51', criterion: '1.3', linked }));
    expect(answer(linkEvidence(workspace, { ...of, changes: toAndFro })).links).toHaveLength(1);
    expect(auditHead(workspace.db)).toEqual(head);
  });

  it('keeps ten thousand links, and reads and changes them without a wait', async () => {
    const { workspace, of } = await began();
    const criteria = portfolio(workspace, of).criteria.slice(0, 200);
    const pieces = Array.from({ length: 50 }, () => added(workspace, of).id);
    const changes = pieces.flatMap((evidence) =>
      criteria.map(({ unit, criterion }) => ({ evidence, unit, criterion, linked: true, place: 'p 1' })),
    );
    expect(changes).toHaveLength(10_000);
    const began10k = performance.now();
    answer(linkEvidence(workspace, { ...of, changes: changes.slice(0, 5000) }));
    answer(linkEvidence(workspace, { ...of, changes: changes.slice(5000) }));
    const linked = performance.now();
    expect(portfolio(workspace, of).links).toHaveLength(10_000);
    answer(link(workspace, of, present(pieces[0]), ['1.1'], { linked: false }));
    const done = performance.now();
    // Wide, for a machine that others use; a look-up that grew with the square would take minutes.
    expect(linked - began10k).toBeLessThan(8000);
    expect(done - linked).toBeLessThan(2000);
  }, 60_000);
});
