import { Modal } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useCheatSheet } from '../store/cheat-sheet.ts';
import type { Command } from '../store/commands.ts';
import { FindBox } from '../ui/find-box.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { shownKeys } from '../ui/shortcut.ts';
import { Spoken } from '../ui/spoken.tsx';
import styles from './cheat-sheet.module.css';
import { cheatSheetGroups } from './cheat-sheet-lines.ts';

/** Every key that does something here now, read from the commands themselves. */
export function CheatSheet() {
  const commands = useCheatSheet((state) => state.commands);
  const close = useCheatSheet((state) => state.close);
  return (
    <Modal
      opened={commands !== null}
      onClose={close}
      title="Keys"
      size="58rem"
      closeButtonProps={{ 'aria-label': 'Close the list of keys' }}
    >
      {commands && <Lines commands={commands} />}
    </Modal>
  );
}

function Lines({ commands }: { readonly commands: readonly Command[] }) {
  const [query, setQuery] = useState('');
  const groups = cheatSheetGroups(commands, query);
  return (
    <>
      <FindBox
        label="Find a key"
        placeholder="What it does, or the key"
        value={query}
        onFind={setQuery}
        takesKeyboard
      />
      <div className={styles.groups}>
        {groups.map(({ group, commands: of }) => (
          <section key={group} aria-label={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.lines}>
              {of.map((command) => (
                <div key={command.id} className={styles.line}>
                  <dt>{command.name}</dt>
                  <dd className={styles.keys}>
                    <Ways keys={command.keys ?? []} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.foot} role="status">
        {groups.length === 0
          ? 'No key that works here by that name. Open anything lists what has no key of its own.'
          : 'What can be done where you were. Another screen, or another sheet, has keys of its own.'}
      </p>
    </>
  );
}

/** Any one of them does it. */
function Ways({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((way, index) => (
    <Fragment key={way}>
      {index > 0 && <span className={styles.or}> or </span>}
      <KeyHint keys={way} />
      <Spoken>{shownKeys(way).join('+')}</Spoken>
    </Fragment>
  ));
}
