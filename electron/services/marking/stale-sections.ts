import type { StaleSection } from '../../../shared/api/contract.ts';
import type { CarriedFrom, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Stale } from '../../../shared/rules/rehearsal-finding.ts';
import { readSheet } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Carried sections whose sheet was opened again, or signed again, since they were carried. */
export function staleSections(workspace: Workspace, sections: readonly SectionEntry[]): readonly StaleSection[] {
  return sections.flatMap(({ section, carried }): readonly StaleSection[] => {
    const now = carried && originNow(workspace, carried);
    return carried && now ? [{ section, attempt: carried.attempt, revision: carried.revision, now }] : [];
  });
}

/** The same of criteria that were carried forward within a section. */
export function staleCriteria(workspace: Workspace, sections: readonly SectionEntry[]): readonly Stale[] {
  return sections.flatMap(({ section, criteria }) =>
    criteria.flatMap(({ criterion, carried }): readonly Stale[] => {
      const now = carried && originNow(workspace, carried);
      return now ? [{ section, criterion, state: now.state }] : [];
    }),
  );
}

/** What became of the sheet that something was carried from; null where it stands as it was signed then. */
function originNow(workspace: Workspace, carried: CarriedFrom): StaleSection['now'] | null {
  const latest = revisionsOf(workspace.db, carried.sheet).at(-1);
  const state = readSheet(workspace.db, carried.sheet)?.state;
  if (state !== undefined && state !== 'signed') return { state: 'reopened' };
  return !latest || latest.digest === carried.digest ? null : { state: 'superseded', revision: latest.revision };
}
