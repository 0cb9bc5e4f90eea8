import { type CivilDate, dayNumber, showDate, weekday } from '../lib/dates.ts';
import type { DueDate } from '../model/due-dates.ts';
import { count } from './amounts.ts';

/** The days of the week in order, Monday first. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** How a due date came about: "42 days from receipt (source); moved from Sat 2 Jan to Thu 31 Dec". */
export function dueDateSentence({ date, days, by, skipped, movedFrom }: DueDate): string {
  const parts = [`${count(days, 'day', 'days')} from receipt (${by === 'source' ? 'source' : 'the centre’s own'})`];
  if (skipped > 0) parts.push(`${count(skipped, 'day', 'days')} of closure not counted`);
  if (movedFrom) parts.push(`moved from ${dayOfWeek(movedFrom)} to ${dayOfWeek(date)}`);
  return parts.join('; ');
}

/** A due date as seen from a day: "2 days overdue", "today", "in 3 days". */
export function dueWords(due: CivilDate, today: CivilDate): string {
  const days = dayNumber(due) - dayNumber(today);
  if (days < 0) return `${count(-days, 'day', 'days')} overdue`;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${count(days, 'day', 'days')}`;
}

/** "Sat 2 Jan"; the year stands beside it already. */
function dayOfWeek(date: CivilDate): string {
  return `${WEEKDAYS[weekday(dayNumber(date)) - 1]?.slice(0, 3)} ${showDate(date).slice(0, -5)}`;
}
