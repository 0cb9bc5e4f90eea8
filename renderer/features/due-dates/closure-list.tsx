import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import styles from './closure-list.module.css';
import { type ClosureDraft, closureFault } from './draft.ts';

type Props = {
  readonly closures: readonly ClosureDraft[];
  readonly onChange: (closures: readonly ClosureDraft[]) => void;
};

/** The days on which the centre is closed, each closure with its first and last day. */
export function ClosureList({ closures, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const added = useRef<number | null>(null);
  // Whoever adds a closure goes on typing in it.
  useEffect(() => {
    if (added.current === null) return;
    const row = list.current?.querySelector(`[data-key="${added.current}"] input`);
    if (row instanceof HTMLElement) row.focus();
    added.current = null;
  });

  function append(): void {
    const key = Math.max(-1, ...closures.map((one) => one.key)) + 1;
    added.current = key;
    onChange([...closures, { key, from: null, to: null, title: '' }]);
  }

  function put(key: number, to: Partial<ClosureDraft>): void {
    onChange(closures.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }

  return (
    <fieldset className={styles.closures}>
      <legend className={styles.legend}>Closures</legend>
      {closures.length === 0 && (
        <p className={styles.quiet}>None. Add the days on which the centre is closed, such as those around New Year.</p>
      )}
      <ul ref={list} className={styles.list} aria-label="Closures" hidden={closures.length === 0}>
        {closures.map((one, at) => (
          <li key={one.key} data-key={one.key}>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
            <div role="group" aria-label={`Closure ${at + 1}`} className={styles.closure}>
              <DateField label="First day" value={one.from} onChange={(from) => put(one.key, { from })} />
              <DateField label="Last day" value={one.to} onChange={(to) => put(one.key, { to })} />
              <TextInput
                className={styles.title}
                label="What for"
                maxLength={120}
                dir="auto"
                value={one.title}
                onChange={(event) => put(one.key, { title: event.currentTarget.value })}
              />
              <ActionIcon
                className={styles.remove}
                variant="subtle"
                size="lg"
                aria-label={`Remove closure ${at + 1}`}
                onClick={() => {
                  onChange(closures.filter((other) => other.key !== one.key));
                  add.current?.focus();
                }}
              >
                <IconTrash size="1rem" stroke={1.75} aria-hidden="true" />
              </ActionIcon>
            </div>
            {closureFault(one) && (
              <p className={styles.fault} role="alert">
                {closureFault(one)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button ref={add} variant="default" onClick={append}>
          Add a closure
        </Button>
      </div>
    </fieldset>
  );
}
