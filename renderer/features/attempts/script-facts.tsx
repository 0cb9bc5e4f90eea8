import { count, sizeText } from '../../../shared/api/amounts.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Script, WordsRead } from '../../../shared/model/submission.ts';
import { Name } from '../../ui/name.tsx';
import styles from './script-facts.module.css';

/** The files of a submission, as they were taken in. */
export function ScriptFacts({ scripts }: { readonly scripts: readonly Script[] }) {
  if (scripts.length === 0) return <p className={styles.quiet}>No file has been taken in.</p>;
  return (
    <ul className={styles.list} aria-label="Files">
      {scripts.map((script) => (
        <li key={script.id}>
          <Name file>{script.name}</Name>
          <span className={styles.quiet}>
            {[
              sizeText(script.size),
              ...(script.pages === null ? [] : [count(script.pages, 'page', 'pages')]),
              wordsText(script.words),
            ].join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function wordsText(words: WordsRead): string {
  if (words.kind === 'counted') return count(words.words, 'word', 'words');
  switch (words.why) {
    case 'no-text':
      return 'no text to count (a scan or picture)';
    case 'type-not-read':
      return 'words not counted in this type';
    case 'limit':
      return 'too long to count';
    case 'damaged':
      return 'text could not be read';
    default:
      return assertNever(words.why);
  }
}
