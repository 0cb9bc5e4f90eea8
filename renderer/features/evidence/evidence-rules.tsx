import type { ReactNode } from 'react';
import type { EvidenceRules as Rules } from '../../../shared/model/pack.ts';
import styles from './evidence-rules.module.css';

type Props = {
  /** What the source says of evidence; null where it says nothing. */
  readonly rules: Rules | null;
  /** Draws a run of the source's text. */
  readonly blocks: (blocks: Rules['rules']) => ReactNode;
};

/** What counts as evidence, in the source's own words. */
export function EvidenceRules({ rules, blocks }: Props) {
  if (!rules) {
    return (
      <p className={styles.rules}>
        The source of this qualification has no list of evidence, so each piece is named in your own words.
      </p>
    );
  }
  return (
    <div className={styles.rules}>
      <h3 className={styles.heading}>{rules.open ? 'Evidence such as' : 'What counts as evidence'}</h3>
      <ul className={styles.kinds}>
        {rules.kinds.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      {rules.rules.length > 0 && (
        <>
          <h3 className={styles.heading}>What the source asks of it</h3>
          {blocks(rules.rules)}
        </>
      )}
      {rules.simulation && (
        <>
          <h3 className={styles.heading}>Simulation</h3>
          <p>{rules.simulation.wording}</p>
        </>
      )}
    </div>
  );
}
