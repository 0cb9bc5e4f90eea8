import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInPacks } from '../../../electron/services/packs/built-in-packs.ts';
import { type Assessment, packSchema, type Scheme } from '../../../shared/model/pack.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { marked } from '../../support/schemes.ts';

const packs = builtInPacks().map((stored) => packSchema.parse(JSON.parse(stored.content)));
const sheets = packs.flatMap((pack) => (pack.code === 'ilm-8316' ? pack.assessments : []));

type Verdict = { readonly outcome: string; readonly total: number; readonly short: readonly string[] };

/** "Total 50 + overall, AND minimum in each section", said a second time, without the rule's own code. */
function byHand(scheme: Scheme, marks: readonly (number | null)[]): Verdict {
  let total = 0;
  let missing = false;
  const short: string[] = [];
  for (let at = 0; at < scheme.sections.length; at += 1) {
    const mark = marks[at];
    const section = scheme.sections[at];
    if (mark === null || mark === undefined) missing = true;
    else {
      total += mark;
      if (section?.minimum != null && mark < section.minimum) short.push(section.id);
    }
  }
  if (missing) return { outcome: 'incomplete', total, short: [] };
  return { outcome: total >= 50 && short.length === 0 ? 'pass' : 'referral', total, short };
}

function marksFor(scheme: Scheme) {
  return fc.tuple(
    ...scheme.sections.map(({ available, minimum }) => {
      const [most, least] = [available ?? 0, minimum ?? 0];
      const edges = [0, least - 1, least, least + 1, most].filter((mark) => mark >= 0 && mark <= most);
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...edges) },
        { weight: 3, arbitrary: fc.integer({ min: 0, max: most }) },
        { weight: 1, arbitrary: fc.constant(null) },
      );
    }),
  );
}

const minimaOf = ({ scheme }: Assessment) => scheme.sections.map((section) => section.minimum ?? 0);

it('ships all 16 mark sheets of source 003', () => {
  expect(sheets.map((one) => one.id).sort()).toEqual([
    'award-602',
    'award-602-604',
    'award-604',
    'diploma-507',
    'diploma-530',
    'diploma-602',
    'diploma-602-604',
    'diploma-603',
    'diploma-604',
    'diploma-605',
    'diploma-607',
    'diploma-608',
    'diploma-609',
    'diploma-610',
    'diploma-700',
    'diploma-701',
  ]);
});

describe.each(sheets)('sheet $id', (sheet) => {
  const { scheme } = sheet;
  const judge = (marks: readonly (number | null)[]) => decide(scheme, marked(scheme, marks));

  it('passes with 50 when every section has its minimum', () => {
    expect(judge(minimaOf(sheet))).toEqual({ outcome: 'pass', total: 50 });
  });

  it('refers each section on its own when it alone is one below its minimum and all else is full', () => {
    const full = scheme.sections.map((section) => section.available ?? 0);
    for (const [at, section] of scheme.sections.entries()) {
      const minimum = section.minimum ?? 0;
      expect(judge(full.with(at, minimum - 1))).toMatchObject({
        outcome: 'referral',
        referred: [{ section: section.id, reason: 'below-minimum', mark: minimum - 1, minimum }],
      });
      expect(judge(full.with(at, minimum))).toMatchObject({ outcome: 'pass' });
    }
  });

  it('says what the rule says by hand, whatever the marks', () => {
    fc.assert(
      fc.property(marksFor(scheme), (marks) => {
        const decision = judge(marks);
        const expected = byHand(scheme, marks);
        const short = decision.outcome === 'referral' ? decision.referred.map((one) => one.section) : [];
        expect({ outcome: decision.outcome, total: decision.total, short }).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
