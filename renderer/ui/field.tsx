import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** The id of the control inside, so that the label belongs to it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly children: ReactNode;
};

/** Label, control, hint and error of a control that does not bring them itself. */
export function Field({ id, label, hint, error, required = false, children }: Props) {
  return (
    <Input.Wrapper id={id} label={label} description={hint} error={error} withAsterisk={required} size="xs">
      {children}
    </Input.Wrapper>
  );
}
