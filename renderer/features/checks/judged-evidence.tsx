import { count } from '../../../shared/api/amounts.ts';
import { evidenceNumber, judgementWords } from '../../../shared/documents/evidence-words.ts';
import type { CriterionEntry, EvidenceReference, Judgement } from '../../../shared/model/mark-sheet.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { FeedbackText } from '../../ui/feedback-text.tsx';
import { showEvidence } from './evidence-place.ts';
import styles from './judged-evidence.module.css';

type Props = { readonly entry: CriterionEntry; readonly items: readonly EvidenceItem[] };

/** What a criterion was judged on, why, and how the judgement was reached; nothing on a sheet that holds none of it. */
export function JudgedEvidence({ entry, items }: Props) {
  const { evidence, judgement = '', judged = [], carried } = entry;
  return (
    <div className={styles.judged}>
      {evidence && <References references={evidence} items={items} />}
      {judgement.trim() !== '' && (
        <>
          <h4 className={styles.label}>Judgement</h4>
          <FeedbackText className={styles.text ?? ''} text={judgement} />
        </>
      )}
      {carried && (
        <p className={styles.quiet}>
          Achieved in attempt {carried.attempt}, revision {carried.revision}
        </p>
      )}
      <Trail judged={judged} />
    </div>
  );
}

/** The last judgement; the way to it opens where there was more than one. */
function Trail({ judged }: { readonly judged: readonly Judgement[] }) {
  const last = judged.at(-1);
  if (!last) return null;
  if (judged.length === 1) return <p className={styles.quiet}>{judgementWords(last)}</p>;
  return (
    <details className={styles.quiet}>
      <summary>
        {judgementWords(last)} ({count(judged.length, 'judgement', 'judgements')})
      </summary>
      <ol className={styles.steps} aria-label="How the judgement was reached">
        {judged.map((step) => (
          <li key={`${step.at} ${step.attempt} ${step.met}`}>{judgementWords(step)}</li>
        ))}
      </ol>
    </details>
  );
}

type ReferencesProps = { readonly references: readonly EvidenceReference[]; readonly items: readonly EvidenceItem[] };

/** Each piece of evidence with its place in it; pressing one goes to it in the list below. */
function References({ references, items }: ReferencesProps) {
  if (references.length === 0) return <p className={styles.quiet}>No evidence</p>;
  return (
    <ul className={styles.references} aria-label="Evidence">
      {references.map(({ evidence, place }) => {
        const item = items.find((one) => one.id === evidence);
        return (
          <li key={`${evidence} ${place}`}>
            {item ? (
              <button type="button" className={styles.reference} onClick={() => showEvidence(item.number)}>
                {evidenceNumber(item.number)} <bdi dir="auto">{item.title}</bdi>
              </button>
            ) : (
              'Not in the list of evidence'
            )}
            {place.trim() !== '' && (
              <span className={styles.quiet}>
                , <bdi dir="auto">{place}</bdi>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
