import { IconLock } from '@tabler/icons-react';
import styles from './carried-note.module.css';
import { useEntry } from './use-field.ts';

/** Where a carried section comes from; nothing for one that is marked in this attempt. */
export function CarriedNote({ section }: { readonly section: string }) {
  const carried = useEntry(section)?.carried ?? null;
  if (!carried) return null;
  return (
    <p className={styles.note}>
      <IconLock size={14} stroke={1.75} aria-hidden="true" className={styles.shape} />
      <span>
        Passed in attempt {carried.attempt} and carried forward as it was signed, so it is locked here. Signed sheet{' '}
        <code title={`SHA-256 ${carried.digest}`}>{carried.digest.slice(0, 12)}…</code>
        {carried.revision > 1 && `, revision ${carried.revision}`}.
      </span>
    </p>
  );
}
