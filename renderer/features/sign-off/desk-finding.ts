import { sentenceForFinding } from '../../../shared/api/finding-sentences.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import type { RehearsalFinding } from '../../../shared/rules/rehearsal-finding.ts';
import { sentenceForUnsaved, type Unsaved } from '../../store/marking-unsaved.ts';

/**
 * What is to be seen to before signing: what the rehearsal found on the sheet as it is stored, and what the desk shows
 * beside it that is not stored. The sheet's outcome does not count the latter, so it always blocks.
 */
export type DeskFinding = RehearsalFinding | UnsavedFinding;
export type UnsavedFinding = { readonly code: 'not-saved'; readonly severity: 'error'; readonly unsaved: Unsaved };

/** What is not saved comes first: it may change what the rehearsal finds. Null where nothing is known yet. */
export function deskFindings(
  unsaved: readonly Unsaved[],
  found: readonly RehearsalFinding[] | null,
): readonly DeskFinding[] | null {
  if (found === null && unsaved.length === 0) return null;
  const notSaved = unsaved.map((one): UnsavedFinding => ({ code: 'not-saved', severity: 'error', unsaved: one }));
  return [...notSaved, ...(found ?? [])];
}

export function sentenceForDeskFinding(finding: DeskFinding, scheme: Scheme): string {
  return finding.code === 'not-saved'
    ? sentenceForUnsaved(finding.unsaved, scheme)
    : sentenceForFinding(finding, scheme);
}
