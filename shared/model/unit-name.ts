import type { Unit } from './pack.ts';

/** What people call a unit: the number that its source prints, or the app's own code where it prints none. */
export function unitName({ number, code }: Pick<Unit, 'number' | 'code'>): string {
  return number ?? code;
}

/** The name of a unit by its code; the code itself where it is none of `units`. */
export function unitNameIn(units: readonly Pick<Unit, 'number' | 'code'>[], code: string): string {
  const unit = units.find((one) => one.code === code);
  return unit ? unitName(unit) : code;
}
