import { describe, expect, it } from 'vitest';
import { fillPlaceholders, firstName, namePlaceholders } from '../../../shared/rules/bank-placeholders.ts';

describe('the name to speak to a learner by', () => {
  it.each([
    ['Amira Okafor', 'Amira'],
    ['Amira Okafor (demo)', 'Amira'],
    ['Okafor, Amira', 'Amira'],
    ['Okafor, Dr Amira J.', 'Amira'],
    ['Dr. Amira Okafor', 'Amira'],
    ['Amira', 'Amira'],
    ['Łukasz  Żak', 'Łukasz'],
    ['Jean-Luc Petit', 'Jean-Luc'],
    ["D'Arcy Wren", "D'Arcy"],
    ['王小明', '王小明'],
    ['أميرة حسن', 'أميرة'],
    ['R Jones', 'R Jones'],
    ['J. R. Smith (demo)', 'J. R. Smith'],
    ['J.R. Smith', 'J.R. Smith'],
    ['Ng', 'Ng'],
    ['Dr', 'Dr'],
    ['(demo)', '(demo)'],
  ])('is of %s: %s', (name, first) => {
    expect(firstName(name)).toBe(first);
  });
});

describe('placeholders', () => {
  const values = { learner: 'Amira Okafor (demo)', units: ['602', '604'] };

  it('are filled in whatever case they are written, and braces that are none stay', () => {
    expect(fillPlaceholders('{First name}, unit {unit}: {learner}, {other} {}', values)).toBe(
      'Amira, unit 602 and 604: Amira Okafor (demo), {other} {}',
    );
  });

  it('take a name as data, whatever signs it holds', () => {
    expect(fillPlaceholders('{first name}!', { learner: '$& Okafor', units: [] })).toBe('$&!');
  });

  it('take the place of the learner’s name in a phrase, as whole words only', () => {
    expect(namePlaceholders('Amira, Amiras and Amira Okafor: well done, Amira.', 'Amira Okafor (demo)')).toBe(
      '{first name}, Amiras and {learner}: well done, {first name}.',
    );
    expect(namePlaceholders('The mark is fair.', 'Mark Bell')).toBe('The mark is fair.');
    expect(namePlaceholders('Ana.* and Ana', 'Ana.* Silva')).toBe('{first name} and Ana');
    expect(namePlaceholders('Well done.', '(demo)')).toBe('Well done.');
  });
});
