import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly children: ReactNode;
  /** Read out when it changes. */
  readonly live?: boolean;
};

/** Text for a screen reader only. */
export function Spoken({ children, live = false }: Props) {
  return (
    <VisuallyHidden component="span" {...(live ? { role: 'status' } : {})}>
      {children}
    </VisuallyHidden>
  );
}
