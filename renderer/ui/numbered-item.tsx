import { ActionIcon } from '@mantine/core';
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './numbered-item.module.css';

type ListProps = { readonly label: string; readonly children: ReactNode };

/** A list of things that go by their numbers. */
export function NumberedList({ label, children }: ListProps) {
  return (
    <ol className={styles.list} aria-label={label}>
      {children}
    </ol>
  );
}

type ItemProps = {
  /** What it goes by: "E1". */
  readonly name: string;
  readonly title: string;
  /** What is to be said of it, a line each. */
  readonly facts: readonly string[];
  /** Its type in the source's words, on one line. */
  readonly kind: string;
  /** Why it stays as it is; null where it can be changed. */
  readonly lock: string | null;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

/** One of them, with what changes and removes it. The title opens it, locked or not. */
export function NumberedItem({ name, title, facts, kind, lock, onEdit, onRemove }: ItemProps) {
  return (
    <li className={styles.item}>
      <span className={styles.number}>{name}</span>
      <div className={styles.about}>
        <button type="button" className={styles.title} dir="auto" onClick={onEdit}>
          {title}
        </button>
        {facts.map((fact) => (
          <p key={fact} className={styles.quiet}>
            {fact}
          </p>
        ))}
        <p className={styles.kind} dir="auto" title={kind}>
          {kind}
        </p>
      </div>
      {lock !== null ? (
        <span className={styles.locked} title={`${lock}, so it stays as it is`}>
          <IconLock size="1rem" stroke={1.75} role="img" aria-label={`Locked: ${lock.toLowerCase()}`} />
        </span>
      ) : (
        <span className={styles.actions}>
          <ActionIcon aria-label={`Edit ${name}`} onClick={onEdit}>
            <IconPencil size="1rem" stroke={1.75} />
          </ActionIcon>
          <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconTrash size="1rem" stroke={1.75} />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
