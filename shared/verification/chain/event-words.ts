import type { EventKind } from '../../model/audit.ts';

/** What an act is called in a sentence. An extract may come from a newer program that knows more of them. */
export function eventWords(kind: EventKind): string {
  return kind.replaceAll('-', ' ');
}
