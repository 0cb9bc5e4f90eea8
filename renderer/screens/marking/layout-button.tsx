import { IconLayoutColumns, IconLayoutRows } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '../../store/commands.ts';
import { useSettings } from '../../store/settings.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { LAYOUT_NAMES, otherLayout } from './desk-layout.ts';

const ICONS = { beside: IconLayoutColumns, above: IconLayoutRows } as const;

/** Changes between the two layouts, by button, keys and palette; it is named after the one that it changes to. */
export function LayoutButton() {
  const now = useSettings((state) => state.layout) ?? 'beside';
  const change = useSettings((state) => state.change);
  const to = otherLayout(now);
  const command = useMemo<Command>(
    () => ({
      id: 'desk.layout',
      name: `Layout: ${LAYOUT_NAMES[to].toLowerCase()}`,
      group: 'Window',
      keys: ['Alt+T', 'Shift+F6'],
      perform: () => change({ layout: to }),
    }),
    [to, change],
  );
  useCommands(useMemo(() => [command], [command]));
  const Icon = ICONS[to];
  return <CommandButton command={command} icon={<Icon size={17} stroke={1.5} />} iconOnly />;
}
