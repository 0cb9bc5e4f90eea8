import { describe, expect, it } from 'vitest';
import type { EvidenceRules } from '../../../shared/model/pack.ts';
import { evidenceKind } from '../../../shared/rules/evidence-kind.ts';

const rules = (open: boolean): EvidenceRules => ({
  kinds: [
    { code: 'witness', text: 'witness testimony' },
    { code: 'products', text: 'physical products of work (such as reports etc)' },
  ],
  open,
  rules: [],
});

describe('the type of a piece of evidence', () => {
  it('is in the source’s words where its list has it', () => {
    const witness = { code: 'witness', text: 'witness testimony' };
    expect(evidenceKind(rules(false), { code: 'witness' })).toEqual(witness);
    expect(evidenceKind(rules(true), { code: 'witness' })).toEqual(witness);
  });

  it('is in a person’s own words where the list is open, or where there is none', () => {
    const own = { code: null, text: 'a recorded call' };
    expect(evidenceKind(rules(true), { text: 'a recorded call' })).toEqual(own);
    expect(evidenceKind(null, { text: 'a recorded call' })).toEqual(own);
  });

  it('is refused where a closed list has it not, and as a code that no list has', () => {
    expect(evidenceKind(rules(false), { text: 'a recorded call' })).toBeNull();
    expect(evidenceKind(rules(false), { code: 'call' })).toBeNull();
    expect(evidenceKind(rules(true), { code: 'call' })).toBeNull();
    expect(evidenceKind(null, { code: 'call' })).toBeNull();
  });

  it('is the list’s own where a person types the list’s words', () => {
    const witness = { code: 'witness', text: 'witness testimony' };
    expect(evidenceKind(rules(false), { text: ' Witness  Testimony' })).toEqual(witness);
    expect(evidenceKind(rules(true), { text: 'WITNESS TESTIMONY' })).toEqual(witness);
  });
});
