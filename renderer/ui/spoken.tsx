import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** Text for a screen reader only. */
export function Spoken({ children }: { readonly children: ReactNode }) {
  return <VisuallyHidden component="span">{children}</VisuallyHidden>;
}
