import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { referredText } from '../../../../renderer/screens/marking/decision-text.ts';
import type { ReferredSection } from '../../../../shared/model/mark-sheet.ts';
import { packSchema } from '../../../../shared/model/pack.ts';
import { present } from '../../../support/result.ts';

const FIXTURE = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'packs', 'criterion-levels.json');
const { scheme } = present(packSchema.parse(JSON.parse(readFileSync(FIXTURE, 'utf8'))).assessments[0]);
const below = (section: string, ...criteria: readonly string[]): ReferredSection => ({
  section,
  reason: 'criterion-below-minimum',
  criteria,
});
const referral = (referred: readonly ReferredSection[], totalShort: { total: number; needed: number } | null = null) =>
  referredText({ outcome: 'referral', total: 86, referred, totalShort }, scheme);

it('says beside a referral which sections, and which criteria of them are below their minimum', () => {
  expect(referral([below('s1', 's1-c2')])).toBe(': section 1 (criterion 2 below its minimum)');
  expect(referral([below('s1', 's1-c1', 's1-c3'), below('s2', 's2-c2')])).toBe(
    ': sections 1 (criteria 1 and 3 below their minimum) and 2 (criterion 2 below its minimum)',
  );
  expect(referral([{ section: 's2', reason: 'criterion-not-met', criteria: ['s2-c1'] }])).toBe(': section 2');
  expect(referral([], { total: 40, needed: 50 })).toBe(': total under 50');
  expect(referredText({ outcome: 'pass', total: 86 }, scheme)).toBe('');
});
