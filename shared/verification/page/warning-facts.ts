import type { SignedSheet } from '../../model/mark-sheet.ts';
import { warningName } from '../../model/warning.ts';
import type { PageSearch } from './page-search.ts';

const SEEN = 'Warnings seen by the assessor before signing:';
/** How much of another list is quoted. */
const QUOTED = 120;

/** Holds the warnings that the assessor had seen against the record at the sheet's end: those, and no other. */
export function compareWarnings(search: PageSearch, sheet: SignedSheet): void {
  const { acknowledged } = sheet;
  const fact = 'the warnings that the assessor had seen';
  const start = search.next(SEEN);
  if (acknowledged === undefined) {
    if (start >= 0) search.disagree(fact, 'none', SEEN);
    return;
  }
  const listed = acknowledged.map(({ code, section, criterion }) => {
    const place = placeOf(sheet, section, criterion);
    return warningName(code) + (place === null ? '' : ` (${place})`);
  });
  const expected = `${SEEN} ${listed.join('; ')}`;
  if (search.nextWhole(expected) >= 0) search.agree();
  else search.disagree(fact, expected, start < 0 ? 'none' : search.between(start, start + QUOTED));
}

function placeOf({ scheme }: SignedSheet, id: string | null, criterion: string | undefined): string | null {
  const section = scheme.sections.find((one) => one.id === id);
  if (!section) return id;
  return section.criteria.find((one) => one.id === criterion)?.text ?? section.heading;
}
