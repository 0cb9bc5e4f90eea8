import { Button, FileButton } from '@mantine/core';
import { type ReactNode, type Ref, useRef } from 'react';

type Props = {
  /** The verb: "Choose files". */
  readonly children: string;
  /** The file input's label: "Files to verify". */
  readonly inputLabel: string;
  readonly accept: string;
  readonly variant?: 'filled' | 'default';
  readonly icon?: ReactNode;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  /** The input, so that a command can open the dialog too. */
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A button that opens the system's dialog for one or many files. The same file may be chosen twice in a row. */
export function ChooseFiles(props: Props) {
  const { children, inputLabel, accept, variant = 'default', icon, loading = false, disabled = false } = props;
  const reset = useRef<() => void>(null);
  return (
    <FileButton
      ref={props.inputRef ?? null}
      resetRef={reset}
      onChange={(files) => {
        if (files.length > 0) props.onFiles(files);
        reset.current?.();
      }}
      accept={accept}
      multiple
      inputProps={{ 'aria-label': inputLabel, autoComplete: 'off' }}
    >
      {(button) => (
        <Button {...button} variant={variant} leftSection={icon} loading={loading} disabled={disabled}>
          {children}
        </Button>
      )}
    </FileButton>
  );
}
