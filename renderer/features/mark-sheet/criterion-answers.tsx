import { useEffect } from 'react';
import type { Pack, SchemeCriterion } from '../../../shared/model/pack.ts';
import { usePacks } from '../../store/packs.ts';
import styles from './criteria-list.module.css';
import { useSheet } from './sheet-context.ts';

type Answers = SchemeCriterion['answers'];

/** The assessment criteria that a criterion of the sheet answers, in the unit's own words. */
export function CriterionAnswers({ answers }: { readonly answers: Answers }) {
  const digest = useSheet((open) => open.view.attempt.pack);
  const pack = usePacks((state) => state.packs[digest]);
  const open = usePacks((state) => state.open);
  useEffect(() => void open(digest), [open, digest]);
  return (
    <ul className={styles.answers} aria-label="Assessment criteria answered">
      {answers.map((answer) => (
        <li key={`${answer.unit} ${answer.criterion}`}>
          <b>
            {answer.unit} AC {answer.criterion}
          </b>{' '}
          {wording(pack, answer)}
        </li>
      ))}
    </ul>
  );
}

function wording(pack: Pack | undefined, { unit, criterion }: Answers[number]): string {
  const outcomes = pack?.units.find((one) => one.code === unit)?.outcomes ?? [];
  return outcomes.flatMap((outcome) => outcome.criteria).find((one) => one.number === criterion)?.text ?? '';
}
