import type { OpenSheet } from './marking.ts';
import { keyOf } from './marking-field.ts';

type Kind = 'strengths' | 'improvements';

/** What a feedback field holds: what was typed while it is on its way, otherwise what is stored. */
export function feedbackOf(open: OpenSheet, section: string, kind: Kind): string {
  const waiting = open.drafts.get(keyOf({ kind, section, text: '' }))?.edit;
  if (waiting?.kind === kind) return waiting.text;
  return open.view.sections.find((one) => one.section === section)?.[kind] ?? '';
}

/** Everything that stands in a sheet's feedback fields. */
export function feedbackTexts(open: OpenSheet): readonly string[] {
  return open.view.sections.flatMap(({ section }) => [
    feedbackOf(open, section, 'strengths'),
    feedbackOf(open, section, 'improvements'),
  ]);
}
