import type { Reading } from '../../../shared/model/pack.ts';
import styles from './page.module.css';

/** How a wording was read where the source does not have it as it stands here: both texts, one below the other. */
export function ReadingNote({ reading }: { readonly reading: Reading | undefined }) {
  const words = reading ? wordsFor(reading) : '';
  return words === '' ? null : <span className={styles.reading}>{words}</span>;
}

function wordsFor({ found, number, wording }: Reading): string {
  const place = number === 'given' ? 'Numbered by its place.' : '';
  if (wording === 'found') return place;
  const source = found.length === 0 ? 'Nothing is left of it.' : `The source has ${found.map(quoted).join(' and ')}.`;
  const how = wording === 'mended' ? 'Mended.' : 'Words are lost in the source.';
  return [how, source, place].filter((part) => part !== '').join(' ');
}

function quoted(words: string): string {
  return `“${words}”`;
}
