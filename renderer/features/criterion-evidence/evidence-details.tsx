import { Button, Modal } from '@mantine/core';
import { evidenceDetails, evidenceNumber, SIMULATED } from '../../../shared/documents/evidence-words.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import { EVIDENCE_FORM_NAMES } from '../../../shared/model/evidence-form-names.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './evidence-details.module.css';

type Props = {
  readonly item: EvidenceItem;
  /** A signed sheet is built on it, so it stays as it is. */
  readonly locked: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
};

/** One piece of evidence with everything that is recorded of it. */
export function EvidenceDetails({ item, locked, onEdit, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <>
          {evidenceNumber(item.number)} <bdi dir="auto">{item.title}</bdi>
        </>
      }
      size="36rem"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Facts>
        <Fact label="Type">{item.kind.text}</Fact>
        <Fact label="Recorded as">{EVIDENCE_FORM_NAMES[item.record.form]}</Fact>
        {evidenceDetails(item.record).map(({ label, value }) => (
          <Fact key={label} label={label.replace(/:$/, '')}>
            <span className={styles.words} dir="auto">
              {value}
            </span>
          </Fact>
        ))}
        {item.simulated && <Fact label="Simulation">{SIMULATED}</Fact>}
        <Fact label="Added">{showDate(item.addedOn)}</Fact>
      </Facts>
      {locked && (
        <p className={styles.locked}>A signed sheet is built on it, so it stays as it is. New evidence can be added.</p>
      )}
      <div className={styles.actions}>
        {!locked && (
          <Button variant="default" onClick={onEdit}>
            Edit
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </div>
    </Modal>
  );
}
