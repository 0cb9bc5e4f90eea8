import { ActionIcon, Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Hint } from './hint.tsx';
import { ariaKeys } from './shortcut.ts';

/** What a button needs of a command; `store/commands.ts` has the whole of it. */
type Offered = {
  readonly name: string;
  readonly keys?: readonly string[];
  readonly when?: () => boolean;
  readonly perform: () => void;
};

type Props = {
  readonly command: Offered;
  readonly icon?: ReactNode;
  /** Only the icon is drawn; the name is the label and stands in the hint. */
  readonly iconOnly?: boolean;
  readonly variant?: 'filled' | 'default' | 'subtle';
  readonly loading?: boolean;
};

/** A button that does a command and shows its keys on hover and focus. */
export function CommandButton({ command, icon, iconOnly = false, variant = 'default', loading = false }: Props) {
  const keys = command.keys?.[0];
  const shared = {
    onClick: command.perform,
    disabled: command.when ? !command.when() : false,
    loading,
    ...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {}),
  };
  const button = iconOnly ? (
    <ActionIcon {...shared} aria-label={command.name}>
      {icon}
    </ActionIcon>
  ) : (
    <Button {...shared} variant={variant} leftSection={icon} color={variant === 'filled' ? 'accent' : 'gray'}>
      {command.name}
    </Button>
  );
  if (!keys && !iconOnly) return button;
  return (
    <Tooltip events={{ hover: true, focus: true, touch: false }} label={<Hint name={command.name} keys={keys} />}>
      {button}
    </Tooltip>
  );
}
