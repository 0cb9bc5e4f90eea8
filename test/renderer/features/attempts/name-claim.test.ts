import { describe, expect, it } from 'vitest';
import { claimedNumber, claimOf, oneSubmission } from '../../../../renderer/features/attempts/name-claim.ts';
import type { PackSummary } from '../../../../shared/api/contract.ts';
import type { CentreId, Digest, LearnerId } from '../../../../shared/model/ids.ts';
import type { Learner } from '../../../../shared/model/learner.ts';

const learner: Learner = {
  id: crypto.randomUUID() as LearnerId,
  centre: crypto.randomUUID() as CentreId,
  name: 'Amira Okafor (demo)',
  registrationNumber: 'FHD1042',
  cohort: '',
  aliases: [],
};
const digest = 'd'.repeat(64) as Digest;
const pack: PackSummary = {
  digest,
  code: 'org-9999',
  version: '1',
  title: 'Management (demo)',
  organisation: 'Example (demo)',
  builtIn: false,
  qualifications: [{ code: 'diploma', title: 'Diploma', number: '1' }],
  assessments: [
    { id: 'one', title: 'One: 603', qualification: 'diploma', units: ['603'] },
    { id: 'both', title: 'Both: 604 and 605', qualification: 'diploma', units: ['604', '605'] },
  ],
};
const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const claim = (...names: readonly string[]) => claimOf(named(...names), [pack], learner);

describe('what a file’s name claims', () => {
  it('fills in the assessment that a pack has for its units', () => {
    expect(claim('A Okafor-FHD1042-012345-9999-603(1).pdf')).toEqual({
      assessment: { pack: digest, qualification: 'diploma', assessment: 'one' },
      warning: null,
    });
  });

  it('knows units in whatever order they are written', () => {
    expect(claim('A Okafor-FHD1042-012345-9999-605+604(1).pdf').assessment?.assessment).toBe('both');
  });

  it('is nothing for a name of another form, or for what no pack has', () => {
    expect(claim('essay final (2).pdf')).toEqual({ assessment: null, warning: null });
    expect(claim('A Okafor-FHD1042-012345-7777-603(1).pdf').assessment).toBeNull();
    expect(claim('A Okafor-FHD1042-012345-9999-604(1).pdf').assessment).toBeNull();
    expect(claim()).toEqual({ assessment: null, warning: null });
  });

  it('warns where any of the names is another learner’s', () => {
    const { warning } = claim('A Okafor-FHD1042-012345-9999-603(1).pdf', 'T Bielak-FHA2217-012345-9999-603(1).pdf');
    expect(warning).toMatch(/T Bielak.*FHA2217.*FHD1042/);
  });
});

describe('files that came together', () => {
  const mine = 'A Okafor-FHD1042-012345-9999-603(1).pdf';
  const hers = 'T Bielak-FHA2217-012345-9999-603(1).pdf';

  it('are named for the learner whom the first of them names', () => {
    expect(claimedNumber(named('appendix.pdf', mine, hers))).toBe('FHD1042');
    expect(claimedNumber(named('appendix.pdf'))).toBeNull();
  });

  it.each([
    { what: 'names say nothing', files: ['a.pdf', 'b.pdf'], one: ['a.pdf', 'b.pdf'] },
    { what: 'one learner is named', files: ['a.pdf', mine], one: ['a.pdf', mine] },
    { what: 'two learners are named', files: ['a.pdf', hers, mine], one: [hers] },
    { what: 'there are none', files: [], one: [] },
  ])('are one submission by their names where $what', ({ files, one }) => {
    expect(oneSubmission(named(...files))).toEqual(named(...one));
  });
});
