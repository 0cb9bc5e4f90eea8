import type { DraftSheet } from '../model/mark-sheet.ts';
import { fileSafe, firstCharacter, notReserved, shortened, utf8Length } from './file-safe.ts';

/** A whole name is at most this long, its ending included: in UTF-16 code units, and in bytes of UTF-8. */
export const NAME_LIMIT = { units: 150, bytes: 240 } as const;

export type NamedSheet = Pick<DraftSheet, 'learner' | 'centre' | 'pack' | 'assessment' | 'attempt' | 'revision'>;

/**
 * `R Jones-ABC123-012345-8316-602(1)`: the learner's initial and surname, registration number, centre number,
 * qualification, units ("602+604" where integrated), attempt in parentheses. The awarding organisation gives the
 * pattern by example only; which number stands where, "+" between units and " rev 2" after a sheet that was reopened
 * are conventions of this app, as is what was `added` to the file since (" checked"). Without an ending; see `exportName`.
 */
export function exportBaseName(sheet: NamedSheet, added = ''): string {
  const { qualification, units } = unitCodes(sheet);
  const revision = sheet.revision > 1 ? ` rev ${sheet.revision}` : '';
  const tail = [
    part(sheet.learner.registrationNumber, 32),
    part(sheet.centre.number, 20),
    part(qualification, 20),
    `${part(units, 28)}(${sheet.attempt.number})${revision}${added}`,
  ].join('-');
  const room = `-${tail}${LONGEST_ENDING}`;
  const learner = shortened(
    fileSafe(initialAndSurname(fileSafe(sheet.learner.name))),
    NAME_LIMIT.units - room.length,
    NAME_LIMIT.bytes - utf8Length(room),
  );
  return notReserved(`${learner === '' ? '_' : learner}-${tail}`);
}

/** The base name with its ending. */
export function exportName(sheet: NamedSheet, ending: 'pdf' | 'docx'): string {
  return `${exportBaseName(sheet)}.${ending}`;
}

/** The longest ending, and the underscore before a reserved name. */
const LONGEST_ENDING = '_.docx';

/** "Rhys Jones" as "R Jones"; a remark in parentheses is no part of the name; a name of one word stays whole. */
function initialAndSurname(name: string): string {
  const plain = name.replace(/\([^()]*\)/gu, ' ').trim();
  const words = (plain === '' ? name : plain).split(/\s+/u).filter(Boolean);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length === 1) return first ?? '';
  return `${firstCharacter(first)} ${last}`;
}

/** "8316" and "602+604" out of the numbers that the source prints ("8316-602"); the pack's code where they name none. */
function unitCodes(sheet: NamedSheet): { readonly qualification: string; readonly units: string } {
  const prefixes = new Set(
    sheet.assessment.units.map((unit) =>
      unit.number.endsWith(`-${unit.code}`) ? unit.number.slice(0, -unit.code.length - 1) : '',
    ),
  );
  const [only] = prefixes;
  const shared = prefixes.size === 1 && only !== undefined && only !== '';
  return {
    qualification: shared ? only : sheet.pack.code,
    units: sheet.assessment.units.map((unit) => unit.code).join('+'),
  };
}

/** Letters, digits, dot, plus and underscore: hyphens part the name and parentheses hold the attempt. */
function part(text: string, limit: number): string {
  const safe = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}.+_]/gu, '_');
  const short = shortened(safe, limit, limit);
  return short === '' ? '_' : short;
}
