import {
  criteriaFor,
  type EvidenceDetail,
  evidenceDetails,
  evidenceNumber,
  SIMULATED,
} from '../../../shared/documents/evidence-words.ts';
import { placeName } from '../../../shared/documents/mark-sheet-places.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import { EVIDENCE_FORM_NAMES } from '../../../shared/model/evidence-form-names.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './checked-evidence.module.css';
import { evidencePlace } from './evidence-place.ts';

/** Every piece of evidence that the sheet points at, with all that the assessor recorded of it. */
export function CheckedEvidence({ sheet }: { readonly sheet: SignedSheet }) {
  const { evidence } = sheet;
  if (evidence === undefined) return null;
  return (
    <section className={styles.evidence} aria-labelledby="check-evidence">
      <h3 id="check-evidence" className={styles.heading}>
        Evidence
      </h3>
      {evidence.length === 0 ? (
        <p className={styles.quiet}>No criterion of this sheet points at any evidence.</p>
      ) : (
        <ol className={styles.items}>
          {evidence.map((item) => (
            <Item key={item.id} item={item} sheet={sheet} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Item({ item, sheet }: { readonly item: EvidenceItem; readonly sheet: SignedSheet }) {
  const { number, title, kind, record, simulated, addedOn } = item;
  const criteria = criteriaFor(sheet, item);
  return (
    <li id={evidencePlace(number)} className={styles.item} tabIndex={-1}>
      <h4 className={styles.title}>
        {evidenceNumber(number)} <bdi dir="auto">{title}</bdi>
      </h4>
      {simulated && <p className={styles.simulated}>{SIMULATED}</p>}
      <Facts>
        <Fact label="Type">
          <bdi dir="auto">{kind.text}</bdi>, recorded as {EVIDENCE_FORM_NAMES[record.form].toLowerCase()} on{' '}
          {showDate(addedOn)}
        </Fact>
        {evidenceDetails(record).map((detail) => (
          <Fact key={detail.label} label={placeName(detail.label)}>
            <Value of={detail} />
          </Fact>
        ))}
        <Fact label="For criteria">{criteria.length === 0 ? 'None' : criteria.join(', ')}</Fact>
      </Facts>
    </li>
  );
}

function Value({ of: { value, long } }: { readonly of: EvidenceDetail }) {
  if (!long) return <bdi dir="auto">{value}</bdi>;
  return (
    <p className={styles.text} dir="auto">
      {value}
    </p>
  );
}
