import { criterionPlace, MET_OPTIONS, qaMarkField, qaMarkOwner } from '../../../shared/documents/mark-sheet-places.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { type CivilDate, isCivilDate, showDate } from '../../../shared/lib/dates.ts';
import type { CheckedMark, SignedCheck } from '../../../shared/model/evidence.ts';
import type { SectionEntry, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { readMark } from '../../../shared/rules/mark.ts';

/** What the IQA found: what a check says beside who signed it. */
export type QaRecord = Pick<SignedCheck, 'marks' | 'decision' | 'checkDate'>;

/** Reads back what this app wrote into its own encrypted store. */
export function parseQaRecord(content: string): QaRecord {
  return JSON.parse(content) as QaRecord;
}

/** Sections that hold these marks and nothing else, for the rule to decide on. */
export function entriesOf(scheme: Scheme, marks: readonly CheckedMark[]): readonly SectionEntry[] {
  return scheme.sections.map(({ id }) => {
    const own = marks.filter((one) => one.section === id);
    const mark = own.find((one) => one.criterion === null)?.mark;
    return {
      section: id,
      strengths: '',
      improvements: '',
      mark: typeof mark === 'number' ? mark : null,
      criteria: own.flatMap(({ criterion, mark: found }) =>
        criterion === null
          ? []
          : {
              criterion,
              mark: typeof found === 'number' ? found : null,
              met: typeof found === 'number' ? null : found,
              seen: [],
            },
      ),
      carried: null,
    };
  });
}

/** The marks that stand in a signed form, decided by the sheet's own rule; null where they are not all there. */
export function qaRecordInForm(
  sheet: SignedSheet,
  fields: ReadonlyMap<string, string>,
  signedOn: CivilDate | null,
): QaRecord | null {
  const owner = qaMarkOwner(sheet.form);
  if (owner === null) return null;
  const marks = marksInForm(sheet.scheme, fields);
  const decision = decide(sheet.scheme, entriesOf(sheet.scheme, marks), sheet.redo);
  const checkDate = dateShown(fields.get(`${owner}.check-date`) ?? '') ?? signedOn;
  if (decision.outcome === 'incomplete' || checkDate === null) return null;
  return { marks, decision, checkDate };
}

function marksInForm(scheme: Scheme, fields: ReadonlyMap<string, string>): readonly CheckedMark[] {
  return scheme.sections.flatMap(({ id: section, available, criteria }): readonly CheckedMark[] => {
    const markAt = (place: string, most: number | null) => {
      const read = readMark(fields.get(qaMarkField(place)) ?? '', most ?? 0);
      return read.ok ? read.value : null;
    };
    switch (scheme.rule.kind) {
      case 'section-minimum': {
        const mark = markAt(section, available);
        return mark === null ? [] : [{ section, criterion: null, mark }];
      }
      case 'criterion-minimum':
        return criteria.flatMap((one) => {
          const mark = markAt(criterionPlace(section, one.id), one.available);
          return mark === null ? [] : { section, criterion: one.id, mark };
        });
      case 'criteria-met':
        return criteria.flatMap((one) => {
          const shown = fields.get(qaMarkField(criterionPlace(section, one.id)));
          const [achieved, notYet] = MET_OPTIONS;
          if (shown !== achieved && shown !== notYet) return [];
          return { section, criterion: one.id, mark: shown === achieved ? 'achieved' : 'not-yet' };
        });
      default:
        return assertNever(scheme.rule);
    }
  });
}

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/** "22 Nov 2026" as the date that a form shows so. */
function dateShown(text: string): CivilDate | null {
  const parts = /^(\d{1,2}) [A-Z][a-z]{2} (\d{4})$/.exec(text);
  if (!parts) return null;
  const days = MONTHS.map((month) => `${parts[2]}-${month}-${parts[1]?.padStart(2, '0')}`).filter(isCivilDate);
  return days.find((day) => showDate(day) === text) ?? null;
}
