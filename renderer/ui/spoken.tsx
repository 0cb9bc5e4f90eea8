import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** Text for a screen reader only. */
export function Spoken({ children }: { readonly children: ReactNode }) {
  return <VisuallyHidden component="span">{children}</VisuallyHidden>;
}

/** Reads out what changed without moving the focus. Keep it mounted and change its text. */
export function Announce({ children }: { readonly children: ReactNode }) {
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {children}
    </VisuallyHidden>
  );
}
