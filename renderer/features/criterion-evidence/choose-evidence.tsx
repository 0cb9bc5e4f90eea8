import { Select } from '@mantine/core';
import { evidenceNumber } from '../../../shared/documents/evidence-words.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import styles from './criterion-evidence.module.css';

/** Pieces that the list shows at once; typing narrows it. */
const MOST = 50;

type Props = {
  /** The criterion's words. */
  readonly of: string;
  /** What is in the portfolio and not linked yet. */
  readonly items: readonly EvidenceItem[];
  /** Nothing is in the portfolio at all. */
  readonly none: boolean;
  readonly onChoose: (evidence: EvidenceId) => void;
};

/** Takes a piece that is in the portfolio already, by its number, its title or its type. */
export function ChooseEvidence({ of, items, none, onChoose }: Props) {
  return (
    <Select
      // The way to the evidence by keyboard ends here.
      data-part="evidence"
      className={styles.choose ?? ''}
      size="xs"
      aria-label={`Evidence in the portfolio, ${of}`}
      placeholder={none ? 'Nothing in the portfolio yet' : 'From the portfolio'}
      searchable
      selectFirstOptionOnChange
      limit={MOST}
      value={null}
      data={items.map(({ id, number, title, kind }) => ({
        value: id,
        label: `${evidenceNumber(number)} ${title}, ${kind.text}`,
      }))}
      filter={({ options, search }) => {
        const words = search.toLowerCase().split(/\s+/u);
        return options.filter((one) => 'label' in one && words.every((word) => one.label.toLowerCase().includes(word)));
      }}
      nothingFoundMessage={
        none ? 'Add the first piece with “Add evidence”' : 'Nothing like it: add it with “Add evidence”'
      }
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onChange={(chosen) => {
        const item = items.find((one) => one.id === chosen);
        if (item) onChoose(item.id);
      }}
    />
  );
}
