import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A field for a passphrase, with the button that shows it named. */
export function PassphraseInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed', 'aria-hidden': false, tabIndex: 0 }}
      spellCheck={false}
      {...props}
    />
  );
}
