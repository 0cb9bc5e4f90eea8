import { IconNotes } from '@tabler/icons-react';
import { count } from '../../../shared/api/amounts.ts';
import type { PackNote } from '../../../shared/model/pack.ts';
import styles from './pack-notes.module.css';

const KINDS: Readonly<Record<PackNote['kind'], string>> = {
  contradiction: 'The source contradicts itself',
  wording: 'The source’s wording is kept',
  addition: 'Added to the source',
  convention: 'A convention of the app',
  mended: 'Mended where the source was cut up',
  lost: 'Lost in the source',
};

/** Where the source is at odds with itself or the app chose something: one line at the head of the page that opens. */
export function PackNotes({ notes }: { readonly notes: readonly PackNote[] }) {
  if (notes.length === 0) return null;
  return (
    <details className={styles.notes}>
      <summary className={styles.summary}>
        <IconNotes size="0.9375rem" stroke={1.75} aria-hidden="true" className={styles.shape} />
        {count(notes.length, 'note', 'notes')} on the source
      </summary>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <p>
              <strong>{KINDS[note.kind]}</strong>: {note.place}
            </p>
            <dl className={styles.body}>
              <dt>Found</dt>
              <dd>{note.found}</dd>
              <dt>Choice</dt>
              <dd>{note.choice}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </details>
  );
}
