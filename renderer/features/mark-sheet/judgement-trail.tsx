import { judgementWords } from '../../../shared/documents/evidence-words.ts';
import type { CarriedFrom, Judgement } from '../../../shared/model/mark-sheet.ts';
import styles from './judgement-trail.module.css';

type Props = { readonly judged: readonly Judgement[]; readonly carried: CarriedFrom | undefined };

/** How a judgement was reached: each step with its day, its attempt and the evidence it was made on, the last in sight. */
export function JudgementTrail({ judged, carried }: Props) {
  const last = judged.at(-1);
  if (!last) return null;
  const kept = carried && (
    <span className={styles.kept} title={`Signed sheet of attempt ${carried.attempt}, SHA-256 ${carried.digest}`}>
      . Kept, signed sheet {carried.digest.slice(0, 8)}…
    </span>
  );
  if (judged.length === 1) {
    return (
      <p className={styles.trail}>
        {judgementWords(last)}
        {kept}
      </p>
    );
  }
  return (
    <details className={styles.trail}>
      <summary className={styles.last}>
        {judgementWords(last)} ({judged.length} judgements){kept}
      </summary>
      <ol className={styles.steps} aria-label="How the judgement was reached">
        {judged.map((one) => (
          <li key={`${one.at} ${one.met}`}>{judgementWords(one)}</li>
        ))}
      </ol>
    </details>
  );
}
