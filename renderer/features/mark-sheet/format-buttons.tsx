import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBold, IconList } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { Hint } from '../../ui/hint.tsx';
import { ariaKeys } from '../../ui/shortcut.ts';
import { change, FORMATS } from './feedback-at-hand.ts';
import styles from './format-buttons.module.css';

const ICONS = { 'feedback.bold': IconBold, 'feedback.bullet': IconList } as const;

type Props = { readonly field: RefObject<HTMLTextAreaElement | null>; readonly of: string };

/** Bold and bullets for one field. They are not on the way of Tab: the keyboard has their shortcuts. */
export function FormatButtons({ field, of }: Props) {
  return (
    <span className={styles.buttons}>
      {FORMATS.map(({ id, name, keys, change: how }) => {
        const Icon = ICONS[id];
        return (
          <Tooltip key={id} label={<Hint name={name} keys={keys[0]} />}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              tabIndex={-1}
              aria-label={`${name}, ${of.toLowerCase()}`}
              aria-keyshortcuts={ariaKeys(keys[0])}
              // The field keeps its caret and what is selected.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => change(field.current, how)}
            >
              <Icon size={14} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </span>
  );
}
