import { Notice } from './notice.tsx';

/** What an act came to, to be shown beside the button that did it. */
export type Said = { readonly tone: 'done' | 'error'; readonly text: string };

/** The word on the last act; nothing before the first. */
export function SaidNotice({ said }: { readonly said: Said | null }) {
  return said && <Notice tone={said.tone}>{said.text}</Notice>;
}
