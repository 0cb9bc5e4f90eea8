import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportBaseName, exportName, NAME_LIMIT, type NamedSheet } from '../../../shared/documents/export-name.ts';
import { utf8Length } from '../../../shared/documents/file-safe.ts';
import { recogniseExportName } from '../../../shared/documents/recognise-export-name.ts';
import { sheetOf } from './sheets.ts';

function named(
  name: string,
  more: Partial<{ number: string; centre: string; attempt: number; revision: number }> = {},
) {
  const sheet = sheetOf();
  return {
    ...sheet,
    learner: { ...sheet.learner, name, registrationNumber: more.number ?? 'ABC123' },
    centre: { ...sheet.centre, number: more.centre ?? '012345' },
    attempt: { ...sheet.attempt, number: more.attempt ?? 1 },
    revision: more.revision ?? 1,
  } satisfies NamedSheet;
}

function ofUnits(...units: readonly { readonly code: string; readonly number: string }[]): NamedSheet {
  const sheet = named('Rhys Jones');
  return { ...sheet, assessment: { ...sheet.assessment, units: units.map((unit) => ({ ...unit, title: 'T' })) } };
}

describe('the name of an export', () => {
  test.each([
    ['Rhys Jones', 'R Jones'],
    ['Rhys ap Rhydderch Jones', 'R Jones'],
    ['Amira Okafor (demo)', 'A Okafor'],
    ['(demo)', '(demo)'],
    ['Plato', 'Plato'],
    ['Anne Smith-Jones', 'A Smith-Jones'],
    ['Søren Ødegård', 'S Ødegård'],
    ['E\u0301milie Roux', '\u00c9 Roux'],
    ['李 小龙', '李 小龙'],
    ['محمد علي', 'م علي'],
    ['Con', 'Con'],
    ['a/b c:d', 'a c_d'],
    ['.. ..', '_'],
    ['\u202eevil name', 'e name'],
    ['?? ??', '_ __'],
  ])('%s is filed as %s', (name, learner) => {
    expect(exportBaseName(named(name))).toBe(`${learner}-ABC123-012345-8316-602(1)`);
  });

  test("is the awarding organisation's own example for its own example", () => {
    expect(exportName(named('Rhys Jones'), 'pdf')).toBe('R Jones-ABC123-012345-8316-602(1).pdf');
    expect(exportName(named('Rhys Jones', { attempt: 2 }), 'docx')).toBe('R Jones-ABC123-012345-8316-602(2).docx');
  });

  test('tells a reopened sheet from the one that it supersedes, and what was added to it', () => {
    expect(exportBaseName(named('Rhys Jones', { revision: 2 }))).toBe('R Jones-ABC123-012345-8316-602(1) rev 2');
    expect(exportBaseName(named('Rhys Jones', { revision: 2 }), ' checked')).toBe(
      'R Jones-ABC123-012345-8316-602(1) rev 2 checked',
    );
  });

  test('joins integrated units, and falls back on the pack where units name no qualification', () => {
    const both = ofUnits({ code: '602', number: '8316-602' }, { code: '604', number: '8316-604' });
    expect(exportBaseName(both)).toBe('R Jones-ABC123-012345-8316-602+604(1)');
    expect(exportBaseName(ofUnits({ code: '601', number: 'M6.01' }))).toBe('R Jones-ABC123-012345-ilm_8316-601(1)');
  });

  test.each(['CON.x', 'nul.', 'LPT1.a b', 'com9.z'])('the device name %s is made an ordinary one', (name) => {
    const stem = exportBaseName(named(name)).split('.')[0] ?? '';
    expect(stem).not.toMatch(/^(con|nul|lpt1|com9)\s*$/i);
  });

  test('a name of 200 characters is shortened at a whole character', () => {
    const family = '👩‍👩‍👧‍👦';
    const name = exportName(named(`X ${family.repeat(18)}`), 'docx');
    expect(utf8Length(name)).toBeLessThanOrEqual(NAME_LIMIT.bytes);
    expect(name).toMatch(/^X (👩‍👩‍👧‍👦)+-ABC123-012345-8316-602\(1\)\.docx$/u);
    expect(
      exportName(named('Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200)), 'pdf').length,
    ).toBeLessThanOrEqual(NAME_LIMIT.units);
  });
});

describe('recognising a name at intake', () => {
  test.each([
    ['R Jones-ABC123-012345-8316-602(1).pdf', 'R Jones', ['602'], 1, 1],
    ['R Jones-ABC123-012345-8316-602+604(2).docx', 'R Jones', ['602', '604'], 2, 1],
    ['R Jones-ABC123-012345-8316-602(1) rev 3.pdf', 'R Jones', ['602'], 1, 3],
    ['R Jones-ABC123-012345-8316-602(1) (2).pdf', 'R Jones', ['602'], 1, 1],
    ['R Jones-ABC123-012345-8316-602(1) rev 2 checked.pdf', 'R Jones', ['602'], 1, 2],
    ['A Smith-Jones - ABC123 - 012345 - 8316 - 602 (1).PDF', 'A Smith-Jones', ['602'], 1, 1],
  ])('%s', (name, learner, units, attempt, revision) => {
    expect(recogniseExportName(name)).toMatchObject({
      learner,
      registrationNumber: 'ABC123',
      centreNumber: '012345',
      qualification: '8316',
      units,
      attempt,
      revision,
    });
  });

  test.each([
    'assignment final v2.docx',
    'R Jones-ABC123-012345-8316-602.pdf',
    'R Jones-ABC123-012345-602(1).pdf',
    'R Jones-ABC123-012345-8316-602(0).pdf',
    '-ABC123-012345-8316-602(1).pdf',
    '',
    'x'.repeat(300),
  ])('%s is another name', (name) => {
    expect(recogniseExportName(name)).toBeNull();
  });
});

const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom(' ', '.', '-', '/', '\\', ':', '(', ')', 'CON', '\u202e', '\u0000', 'é', '🙂', '\ud800'), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
);

test('whatever the sheet holds, the name is safe, short and recognised again', () => {
  fc.assert(
    fc.property(
      nastyText,
      nastyText,
      nastyText,
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 999 }),
      (name, number, centre, attempt, revision) => {
        const file = exportName(named(name, { number, centre, attempt, revision }), 'docx');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: no such character may be left
        expect(file).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        expect(file).not.toMatch(/^[\s.-]|[\s.]$/u);
        expect(file.split('.')[0]).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*$/i);
        expect(file.isWellFormed()).toBe(true);
        expect(file.normalize('NFC')).toBe(file);
        expect(file.length).toBeLessThanOrEqual(NAME_LIMIT.units);
        expect(utf8Length(file)).toBeLessThanOrEqual(NAME_LIMIT.bytes);
        expect(recogniseExportName(file)).toMatchObject({ qualification: '8316', units: ['602'], attempt, revision });
      },
    ),
    { numRuns: 500 },
  );
});

test('plain numbers come back exactly as they went in', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'ABCXYZ0123456789'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(plain, plain, (number, centre) => {
      const found = recogniseExportName(exportName(named('Rhys Jones', { number, centre }), 'pdf'));
      expect(found).toMatchObject({
        learner: 'R Jones',
        registrationNumber: number,
        centreNumber: centre,
        ending: 'pdf',
      });
    }),
  );
});
