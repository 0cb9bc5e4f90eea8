import type { PortfolioView } from '../../../../shared/api/contract.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { Digest, EvidenceId, LearnerId, ScriptId } from '../../../../shared/model/ids.ts';
import type { SchemeCriterion } from '../../../../shared/model/pack.ts';

export const FIRST = 'e-first' as EvidenceId;
export const SECOND = 'e-second' as EvidenceId;
/** The script that the first piece is. */
export const SCRIPT = 's-first' as ScriptId;
const DIGEST = 'ab'.repeat(32) as Digest;

/** A portfolio of two pieces, a script and a plan kept elsewhere, the later one first. */
export function aPortfolio(more: Partial<PortfolioView> = {}): PortfolioView {
  const piece = {
    kind: { code: 'reports', text: 'reports' },
    simulated: false,
    addedOn: '2026-11-20' as CivilDate,
    lock: null,
  };
  return {
    learner: 'l-1' as LearnerId,
    pack: DIGEST,
    qualification: 'q1',
    rules: null,
    items: [
      {
        ...piece,
        id: SECOND,
        number: 2,
        title: 'Plan',
        record: { form: 'document', file: null, place: 'shared drive' },
      },
      {
        ...piece,
        id: FIRST,
        number: 1,
        title: 'Report',
        record: { form: 'document', file: { script: SCRIPT, name: 'report.pdf', sha256: DIGEST }, place: '' },
      },
    ],
    links: [],
    units: [],
    criteria: [],
    scripts: [],
    ...more,
  };
}

/** A criterion of a sheet that answers criteria of unit U1. */
export function criterionOf(...numbers: readonly string[]): SchemeCriterion {
  const answers = numbers.map((criterion) => ({ unit: 'U1', criterion }));
  return { id: 'c1', text: 'Shows it', answers, available: null, minimum: null };
}
