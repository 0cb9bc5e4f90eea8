import { Modal } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { type Command, useCommandStore } from '../store/commands.ts';
import { useRoute } from '../store/route.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { Name } from '../ui/name.tsx';
import styles from './palette.module.css';
import { useFound } from './use-found.ts';

const GROUP = { actionsGroup: styles.group };

/** Opens everything: every command that can be done now, and learners and attempts by name or number. */
export function Palette() {
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.content }}
      maxHeight={420}
      scrollable
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.2, blur: 0 }}
    >
      <Modal.Title className={styles.title}>Open anything</Modal.Title>
      <Spotlight.Search placeholder="A command, a learner, a registration number" aria-label="Open anything" />
      <Results query={query} />
    </Spotlight.Root>
  );
}

function Results({ query }: { readonly query: string }) {
  const registered = useCommandStore((state) => state.registered);
  const go = useRoute((state) => state.go);
  const found = useFound(query);
  const groups = byGroup(registered.filter((command) => matches(command, query) && (command.when?.() ?? true)));
  const nothing = groups.length === 0 && found.attempts.length === 0 && found.learners.length === 0;
  return (
    <Spotlight.ActionsList className={styles.list}>
      {found.attempts.length > 0 && (
        <Spotlight.ActionsGroup classNames={GROUP} label="Attempts">
          {found.attempts.map((row) => (
            <Spotlight.Action
              key={row.attempt}
              className={styles.action}
              onClick={() => go({ screen: 'marking', attempt: row.attempt })}
            >
              <Name>{row.learnerName}</Name>
              <span className={styles.quiet}>
                {row.assessmentTitle}, attempt {row.number}
              </span>
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      )}
      {found.learners.length > 0 && (
        <Spotlight.ActionsGroup classNames={GROUP} label="Learners">
          {found.learners.map((row) => (
            <Spotlight.Action
              key={row.id}
              className={styles.action}
              onClick={() => go({ screen: 'learners', learner: row.id })}
            >
              <Name>{row.name}</Name>
              <span className={styles.quiet}>{row.registrationNumber}</span>
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      )}
      {groups.map(([group, commands]) => (
        <Spotlight.ActionsGroup classNames={GROUP} key={group} label={group}>
          {commands.map((command) => (
            <Spotlight.Action key={command.id} className={styles.action} onClick={command.perform}>
              <span>{command.name}</span>
              {command.keys?.[0] && <KeyHint keys={command.keys[0]} />}
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {nothing && <Spotlight.Empty>Nothing by that name. Try part of a name or a number.</Spotlight.Empty>}
    </Spotlight.ActionsList>
  );
}

function matches(command: Command, query: string): boolean {
  const text = `${command.name} ${command.group}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function byGroup(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  return [...Map.groupBy(commands, (command) => command.group)];
}
