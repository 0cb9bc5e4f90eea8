import type { StaleSection } from '../../../shared/api/contract.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import { readSheet } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Carried sections whose sheet was opened again, or signed again, since they were carried. */
export function staleSections(workspace: Workspace, sections: readonly SectionEntry[]): readonly StaleSection[] {
  return sections.flatMap(({ section, carried }): readonly StaleSection[] => {
    if (!carried) return [];
    const { attempt, revision } = carried;
    const latest = revisionsOf(workspace.db, carried.sheet).at(-1);
    const state = readSheet(workspace.db, carried.sheet)?.state;
    if (state !== undefined && state !== 'signed') return [{ section, attempt, revision, now: { state: 'reopened' } }];
    if (!latest || latest.digest === carried.digest) return [];
    return [{ section, attempt, revision, now: { state: 'superseded', revision: latest.revision } }];
  });
}
