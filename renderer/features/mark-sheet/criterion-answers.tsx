import { SourceWords } from '../../ui/source-words.tsx';
import styles from './criteria-list.module.css';
import type { OtherWording } from './source-wording.ts';

/** The assessment criteria that a criterion of the sheet answers in other words, in the unit's own. */
export function CriterionAnswers({ answers }: { readonly answers: readonly OtherWording[] }) {
  if (answers.length === 0) return null;
  return (
    <ul className={styles.answers} aria-label="Assessment criteria answered">
      {answers.map(({ answer: { unit, criterion }, text }) => (
        <li key={`${unit} ${criterion}`}>
          <b>
            {unit} AC {criterion}
          </b>{' '}
          <SourceWords text={text} />
        </li>
      ))}
    </ul>
  );
}
