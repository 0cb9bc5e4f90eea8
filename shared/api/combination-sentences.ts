import { assertNever } from '../lib/assert-never.ts';
import type { Unit } from '../model/pack.ts';
import { unitNameIn } from '../model/unit-name.ts';
import type { CombinationVerdict, ConditionVerdict } from '../rules/combination.ts';
import { count, number } from './amounts.ts';

/** A condition as it stands, in words with figures. */
export type ConditionView = {
  readonly id: string;
  /** The source's own words. */
  readonly wording: string;
  /** `impossible`: no further units can make it hold while those chosen stay. */
  readonly status: 'holds' | 'open' | 'impossible';
  readonly sentence: string;
};

/** An award judged on a set of units. */
export type CombinationView = Omit<CombinationVerdict, 'conditions'> & {
  readonly conditions: readonly ConditionView[];
};

type Named = readonly Pick<Unit, 'code' | 'number'>[];

/** A verdict with its sentences, in which units go by their printed numbers. */
export function combinationView(verdict: CombinationVerdict, units: Named): CombinationView {
  return { ...verdict, conditions: verdict.conditions.map((one) => conditionView(one, units)) };
}

function conditionView(condition: ConditionVerdict, units: Named): ConditionView {
  const { id, wording, holds, possible } = condition;
  return {
    id,
    wording,
    status: holds ? 'holds' : possible ? 'open' : 'impossible',
    sentence: measureSentence(condition.measure, units),
  };
}

function measureSentence(measure: ConditionVerdict['measure'], units: Named): string {
  const named = (codes: readonly string[]) => list(codes.map((code) => unitNameIn(units, code)));
  switch (measure.kind) {
    case 'units':
      return measure.missing.length === 0 ? 'Every unit asked for' : `Without ${named(measure.missing)}`;
    case 'credits':
      return `${number(measure.have)} of ${count(measure.need, 'credit', 'credits')}${toGo(measure)}`;
    case 'hours':
      return `${number(measure.have)} of ${count(measure.need, 'hour', 'hours')} of total unit time${toGo(measure)}`;
    case 'share':
      return `${shareOf(measure)}, more than ${shown(measure.share * 100)} % needed`;
    case 'twice':
      return measure.units.length === 0 ? 'No unit counts twice' : `Counted twice: ${named(measure.units)}`;
    default:
      return assertNever(measure);
  }
}

function toGo({ have, need }: { readonly have: number; readonly need: number }): string {
  return have < need ? `, ${number(need - have)} to go` : '';
}

function shareOf({ have, total }: { readonly have: number; readonly total: number }): string {
  if (total === 0) return 'No credits yet';
  return `${number(have)} of ${count(total, 'credit', 'credits')}: ${shown((have / total) * 100)} %`;
}

/** One decimal where there is one, cut off rather than rounded up to a share that is not reached. */
function shown(value: number): string {
  return String(Math.floor(value * 10 + 1e-9) / 10);
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
