import { create } from 'zustand';
import type { SheetId } from '../../shared/model/ids.ts';
import { warningKey } from '../../shared/rules/acknowledged-warnings.ts';
import { isWarning, type RehearsalFinding, type RehearsalWarning } from '../../shared/rules/rehearsal-finding.ts';

type State = {
  /** Keys of warnings that the assessor has ticked as seen, for as long as the app is open. */
  readonly seen: ReadonlyMap<SheetId, ReadonlySet<string>>;
  readonly see: (sheet: SheetId, key: string, seen: boolean) => void;
};

/** What was acknowledged before a sheet is signed, kept over a visit to another screen. What is signed records it. */
export const useWarningsSeen = create<State>((set) => ({
  seen: new Map(),
  see: (sheet, key, seen) =>
    set((state) => {
      const keys = new Set(state.seen.get(sheet));
      if (seen) keys.add(key);
      else keys.delete(key);
      return { seen: new Map(state.seen).set(sheet, keys) };
    }),
}));

const NONE: ReadonlySet<string> = new Set();

/** The keys of a sheet's warnings that were ticked. */
export function seenOf(state: Pick<State, 'seen'>, sheet: SheetId): ReadonlySet<string> {
  return state.seen.get(sheet) ?? NONE;
}

/** The warnings of a rehearsal that nobody ticked yet. */
export function unseenOf(
  findings: readonly RehearsalFinding[],
  seen: ReadonlySet<string>,
): readonly RehearsalWarning[] {
  return findings.filter(isWarning).filter((one) => !seen.has(warningKey(one)));
}
