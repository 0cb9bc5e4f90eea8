import { describe, expect, it } from 'vitest';
import { starters } from '../../electron/services/bank/starter.ts';
import { builtInPacks } from '../../electron/services/packs/built-in-packs.ts';
import { placeKey } from '../../shared/model/comment-bank.ts';
import { packSchema } from '../../shared/model/pack.ts';
import { PLACEHOLDERS } from '../../shared/rules/bank-placeholders.ts';

const statements = starters().flatMap((one) => one.statements);
const packs = builtInPacks().map((stored) => packSchema.parse(JSON.parse(stored.content)));
/** The keys of every assessment, section and criterion of the shipped packs. */
const places = packs.flatMap((pack) =>
  pack.assessments.flatMap(({ id: assessment, scheme }) => {
    const whole = { pack: pack.code, assessment, section: null, criterion: null };
    return [
      placeKey(whole),
      ...scheme.sections.flatMap(({ id: section, criteria }) => [
        placeKey({ ...whole, section }),
        ...criteria.map((criterion) => placeKey({ ...whole, section, criterion: criterion.id })),
      ]),
    ];
  }),
);

describe('the starter statements', () => {
  it('stand at places that the packs have', () => {
    const known = new Set(places);
    const keys = statements.flatMap((one) => one.places.map(placeKey));
    expect(keys.length).toBeGreaterThan(300);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(['strengths', 'improvements'] as const)(
    'name %s for every criterion of every sheet with section minima',
    (kind) => {
      const said = new Set(statements.filter((one) => one.kind === kind).flatMap((one) => one.places.map(placeKey)));
      const criteria = packs
        .filter((pack) => pack.assessments.some((one) => one.scheme.rule.kind === 'section-minimum'))
        .flatMap((pack) => places.filter((key) => key.startsWith(`${pack.code}/`) && /\/[^/]+\/[^/]+$/.test(key)))
        .filter((key) => key.split('/').every((part) => part !== ''));
      expect(criteria).toHaveLength(89);
      expect(criteria.filter((key) => !said.has(key))).toEqual([]);
    },
  );

  it('are each there once, and some fit anywhere', () => {
    const texts = statements.map((one) => `${one.kind} ${one.text}`);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
    expect(statements.filter((one) => one.places.length === 0).length).toBeGreaterThan(10);
  });

  it('have no placeholder that nothing fills, and are sentences', () => {
    const braces = statements.flatMap((one) => one.text.match(/\{[^}]*\}/g) ?? []);
    expect([...new Set(braces)].sort()).toEqual(PLACEHOLDERS.filter((one) => one !== '{learner}').toSorted());
    expect(statements.filter((one) => !/^[A-Z{].*[.?]$/.test(one.text)).map((one) => one.text)).toEqual([]);
  });
});
