import { IconAlertTriangle } from '@tabler/icons-react';
import { wordCountSentence } from '../../../shared/api/decision-sentences.ts';
import type { WordCountVerdict } from '../../../shared/model/submission.ts';
import styles from './word-count.module.css';

/** The script's words against the brief, outside its range by shape and words as well as colour. */
export function WordCount({ verdict, files }: { readonly verdict: WordCountVerdict; readonly files: number }) {
  const outside = verdict.kind === 'under' || verdict.kind === 'over';
  const sentence = wordCountSentence(verdict);
  const whole = files > 1 ? `${sentence} (all ${files} files together)` : sentence;
  return (
    <span className={outside ? styles.outside : styles.words} title={whole}>
      {outside && <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" className={styles.shape} />}
      <span className={styles.text}>{sentence}</span>
    </span>
  );
}
