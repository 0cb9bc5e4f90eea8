import { civilDateOf } from '../lib/dates.ts';
import { NAME_LIMIT } from './export-name.ts';
import { fileSafe, notReserved, shortened, utf8Length } from './file-safe.ts';
import type { PlanPrint } from './plan-print.ts';

/** The longest ending, and the underscore before a reserved name. */
const ROOM = '_.docx';
const PART = 40;

/**
 * `Assessment plan 012345 601_1234_5 Autumn 2026 2026-11-22`: centre, qualification, programme and day, without an ending.
 * A convention of this app.
 */
export function planExportName({ centre, pack, qualification, plan, madeAt }: PlanPrint): string {
  const number = qualification.number ?? `${pack.code} ${qualification.code}`;
  const parts = ['Assessment plan', centre.number, number, plan.programme].map((part) =>
    shortened(fileSafe(part), PART, PART),
  );
  const day = ` ${civilDateOf(madeAt)}`;
  const base = shortened(
    parts.filter((part) => part !== '').join(' '),
    NAME_LIMIT.units - day.length - ROOM.length,
    NAME_LIMIT.bytes - day.length - utf8Length(ROOM),
  );
  return notReserved(`${base}${day}`);
}
