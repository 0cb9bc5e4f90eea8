import { count } from '../../../shared/api/amounts.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CombinationCondition, Qualification } from '../../../shared/model/pack.ts';

/** A rule of combination as the app checks it, beside the source's own wording. */
export function conditionSentence(condition: CombinationCondition, qualification: Qualification): string {
  const group = (code: string) => qualification.groups.find((one) => one.code === code)?.title ?? code;
  switch (condition.kind) {
    case 'all-units':
      return `${condition.units.length === 1 ? 'unit' : 'every one of units'} ${list(condition.units)} is claimed`;
    case 'minimum-credits': {
      const where = condition.group === null ? 'together' : `from ${group(condition.group)}`;
      return `at least ${creditsAndHours(condition)} ${where}`;
    }
    case 'one-group-per-unit':
      return `no unit counts in more than one of ${list(condition.groups.map(group))}`;
    case 'credit-share-above':
      return `more than ${Math.round(condition.share * 100)} % of the claimed credits are at Level ${condition.level}`;
    case 'minimum-credits-at-level':
      return `at least ${creditsAndHours(condition)} at Level ${condition.level}`;
    default:
      return assertNever(condition);
  }
}

function creditsAndHours(asked: { readonly credits: number; readonly totalUnitTime?: number | undefined }): string {
  const credits = count(asked.credits, 'credit', 'credits');
  if (asked.totalUnitTime === undefined) return credits;
  return `${credits} and ${count(asked.totalUnitTime, 'hour', 'hours')} of total unit time`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
