import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { SheetField } from '../../../shared/api/inputs.ts';
import { Hint } from '../../ui/hint.tsx';
import { ariaKeys } from '../../ui/shortcut.ts';
import { useAskedField } from './asked-field.ts';
import styles from './history-button.module.css';
import { HISTORY_KEYS } from './history-keys.ts';

/** Opens a field's history; in sight while the pointer or the keyboard is in the field. */
export function HistoryButton({ field }: { readonly field: SheetField }) {
  return (
    <Tooltip label={<Hint name="History of this field" keys={HISTORY_KEYS[0]} />}>
      <ActionIcon
        className={styles.button}
        size="xs"
        // By its keys from the field itself, so that Tab goes from field to field.
        tabIndex={-1}
        aria-label="History of this field"
        aria-keyshortcuts={ariaKeys(HISTORY_KEYS[0])}
        // The field keeps its caret.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => useAskedField.getState().ask(field)}
      >
        <IconHistory size={14} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
