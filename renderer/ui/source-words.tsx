import { Fragment } from 'react';
import { LOST } from '../../shared/model/pack.ts';
import styles from './source-words.module.css';

/** A wording of the source; each stretch that the source lost is set apart from the words that are there. */
export function SourceWords({ text }: { readonly text: string }) {
  const [first, ...rest] = text.split(LOST);
  return (
    <>
      {first}
      {rest.map((words, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place
        <Fragment key={index}>
          <span className={styles.lost}>{LOST}</span>
          {words}
        </Fragment>
      ))}
    </>
  );
}
