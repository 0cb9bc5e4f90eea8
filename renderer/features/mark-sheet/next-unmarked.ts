import type { Decision } from '../../../shared/model/mark-sheet.ts';
import type { SchemeSection } from '../../../shared/model/pack.ts';

/**
 * The nearest section after the one on show whose marks or judgements are not complete, from the start again where there
 * is none; nothing where only the one on show is left.
 */
export function nextUnmarked(
  decision: Decision,
  sections: readonly SchemeSection[],
  current: string,
): SchemeSection | undefined {
  if (decision.outcome !== 'incomplete') return undefined;
  const at = sections.findIndex(({ id }) => id === current);
  const around = [...sections.slice(at + 1), ...sections.slice(0, Math.max(0, at))];
  return around.find(({ id }) => decision.unmarked.includes(id));
}
