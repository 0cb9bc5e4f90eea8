import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import { evidenceNumber } from '../../../shared/documents/evidence-words.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { CriterionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeCriterion } from '../../../shared/model/pack.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import type { LinkChange } from '../../store/portfolio-links.ts';
import { ChooseEvidence } from './choose-evidence.tsx';
import styles from './criterion-evidence.module.css';
import { type HeldPiece, heldPieces, isLocked, linkTo, placeIn, unlinkFrom } from './criterion-links.ts';
import { EvidenceLine } from './evidence-line.tsx';

type Props = {
  readonly criterion: SchemeCriterion;
  readonly entry: CriterionEntry;
  /** In full; otherwise the numbers in one line. */
  readonly current: boolean;
  /** The sheet is signed, or the section is carried. */
  readonly locked: boolean;
  /** Null until it is read. */
  readonly portfolio: PortfolioView | null;
  /** Why the last act was refused. */
  readonly trouble: string | null;
  readonly onLink: (changes: readonly LinkChange[]) => void;
  /** Another criterion is looked at: what was refused here is read. Keep it stable. */
  readonly onSettled: () => void;
  readonly onAdd: () => void;
  readonly onOpen: (item: EvidenceItem) => void;
};

/** What a criterion is judged on: each piece by its number, and where in it; more is linked, added, or taken away. */
export function CriterionEvidence(props: Props) {
  const { criterion, entry, current, locked, portfolio, trouble } = props;
  if (!portfolio) {
    const waiting = trouble ?? 'Reading the evidence';
    return <span className={styles.none}>{current ? waiting : '…'}</span>;
  }
  const signed = locked || entry.carried !== undefined;
  const held = heldPieces(criterion, entry, signed, portfolio);
  if (current) return <InFull {...props} held={held} portfolio={portfolio} />;
  const numbers = held.map(({ item }) => evidenceNumber(item.number)).join(', ');
  if (numbers === '') return <span className={styles.none}>{locked ? 'none' : 'none yet'}</span>;
  const said = entry.carried ? `Kept from attempt ${entry.carried.attempt}, ${numbers}` : numbers;
  return (
    <span className={styles.numbers} title={said}>
      {entry.carried && 'kept, '}
      {numbers}
    </span>
  );
}

type FullProps = Props & { readonly held: readonly HeldPiece[]; readonly portfolio: PortfolioView };

function InFull({ criterion, entry, locked, portfolio, trouble, held, onLink, onSettled, onAdd, onOpen }: FullProps) {
  const [fresh, setFresh] = useState<EvidenceId | null>(null);
  const frozen = locked || isLocked(criterion, portfolio);
  useEffect(() => onSettled, [onSettled]);
  const choose = (evidence: EvidenceId) => {
    setFresh(evidence);
    onLink(linkTo(criterion, evidence));
  };
  return (
    <div className={styles.evidence}>
      <span className={styles.label}>Evidence</span>
      <div className={styles.held}>
        {held.length > 0 && (
          <ul className={styles.list} aria-label={`Evidence, ${criterion.text}`}>
            {held.map(({ item, place }) => (
              <EvidenceLine
                key={item.id}
                item={item}
                place={place}
                of={criterion.text}
                frozen={frozen}
                fresh={item.id === fresh}
                onOpen={() => onOpen(item)}
                onPlace={(to) => onLink(placeIn(criterion, item.id, to, portfolio))}
                onUnlink={() => onLink(unlinkFrom(criterion, item.id, portfolio))}
              />
            ))}
          </ul>
        )}
        {held.length === 0 && frozen && <span className={styles.none}>None was recorded</span>}
        {held.length === 0 && !locked && entry.met === 'achieved' && (
          <p className={styles.trouble}>
            Judged achieved, but nothing proves it any more, so the sheet cannot be signed.
          </p>
        )}
        {!locked && frozen && (
          <p className={styles.note}>Achieved on a signed sheet, so its evidence stays as it was signed.</p>
        )}
        {!frozen && (
          <div className={styles.actions}>
            <ChooseEvidence
              // A new one for the next choice: nothing of the last stands in it.
              key={held.length}
              of={criterion.text}
              items={portfolio.items.filter((item) => held.every((one) => one.item.id !== item.id))}
              none={portfolio.items.length === 0}
              onChoose={choose}
            />
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconPlus size="0.8125rem" stroke={2} aria-hidden="true" />}
              onClick={onAdd}
            >
              Add evidence
            </Button>
          </div>
        )}
        {trouble && (
          <p className={styles.trouble} role="alert">
            {trouble}
          </p>
        )}
      </div>
    </div>
  );
}
