import { describe, expect, it } from 'vitest';
import { pageEvidence } from '../../../../renderer/screens/marking/page-evidence.ts';
import type { ScriptId } from '../../../../shared/model/ids.ts';
import type { EvidenceRules } from '../../../../shared/model/pack.ts';
import { aPortfolio, FIRST, SCRIPT } from '../../features/criterion-evidence/portfolio.ts';

const OTHER = { id: 's-other' as ScriptId, name: 'minutes.pdf' };
const rules = (open: boolean, ...kinds: EvidenceRules['kinds']): EvidenceRules => ({ kinds, open, rules: [] });
const reports: EvidenceRules['kinds'][number] = { code: 'reports', text: 'reports', forms: ['document'] };
const watched: EvidenceRules['kinds'][number] = { code: 'watched', text: 'observed', forms: ['observation'] };
const anything = { code: 'anything', text: 'any evidence' };

describe('a page that is taken as evidence', () => {
  it('is of the piece that its script is already', () => {
    const page = pageEvidence({ id: SCRIPT, name: 'report.pdf' }, aPortfolio());
    expect(page.kind === 'known' && page.item.id).toBe(FIRST);
  });

  it('makes its script a piece of the only type that a document fits', () => {
    expect(pageEvidence(OTHER, aPortfolio({ rules: rules(false, watched, reports) }))).toEqual({
      kind: 'put',
      put: {
        evidence: null,
        title: 'minutes.pdf',
        kind: { code: 'reports' },
        record: { form: 'document', script: OTHER.id, place: '' },
        simulated: false,
      },
    });
  });

  it('asks for the type where several fit, where the list is open, and where there is none', () => {
    const known = { title: 'minutes.pdf', form: 'document', script: OTHER.id };
    const asked = (given: EvidenceRules | null) => pageEvidence(OTHER, aPortfolio({ rules: given }));
    expect(asked(rules(false, reports, anything))).toEqual({ kind: 'ask', initial: known });
    expect(asked(rules(true, watched, reports))).toEqual({ kind: 'ask', initial: { ...known, kind: 'reports' } });
    expect(asked(null)).toEqual({ kind: 'ask', initial: known });
    expect(asked(rules(false, watched))).toEqual({ kind: 'ask', initial: known });
  });
});
