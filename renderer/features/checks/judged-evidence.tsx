import { count } from '../../../shared/api/amounts.ts';
import { evidenceNumber, judgementWords } from '../../../shared/documents/evidence-words.ts';
import type { CriterionEntry, EvidenceReference } from '../../../shared/model/mark-sheet.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { showEvidence } from './evidence-place.ts';
import styles from './judged-evidence.module.css';

type Props = { readonly entry: CriterionEntry; readonly items: readonly EvidenceItem[] };

/** What a criterion was judged on, why, and how the judgement was reached; nothing on a sheet that holds none of it. */
export function JudgedEvidence({ entry, items }: Props) {
  const { evidence, judgement = '', judged = [], carried } = entry;
  const last = judged.at(-1);
  return (
    <div className={styles.judged}>
      {evidence && <References references={evidence} items={items} />}
      {judgement.trim() !== '' && (
        <p className={styles.text} dir="auto">
          {judgement}
        </p>
      )}
      {carried && (
        <p className={styles.quiet}>
          Achieved in attempt {carried.attempt}, revision {carried.revision}
        </p>
      )}
      {last && (
        <details className={styles.quiet}>
          <summary>
            {judgementWords(last)}
            {judged.length > 1 && ` (${count(judged.length, 'judgement', 'judgements')})`}
          </summary>
          <ol className={styles.steps} aria-label="How the judgement was reached">
            {judged.map((step) => (
              <li key={`${step.at} ${step.attempt} ${step.met}`}>{judgementWords(step)}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
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
