import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** The id of the place in the title bar that a screen may put its own buttons in. */
export const TITLE_ACTIONS = 'title-actions';

/** Puts a screen's buttons (previous, next) at the end of the title bar. */
export function TitleActions({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(TITLE_ACTIONS)), []);
  return place ? createPortal(children, place) : null;
}
