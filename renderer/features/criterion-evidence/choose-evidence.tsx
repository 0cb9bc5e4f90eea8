import { Select } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
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
  const [search, setSearch] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    // Typed and entered faster than the list opens: the first that fits is taken, as it would be from the list.
    const pointedAt = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || pointedAt || search.trim() === '') return;
    const first = items.find((item) => isLike(labelOf(item), search));
    if (!first) return;
    event.preventDefault();
    onChoose(first.id);
  };
  return (
    <Select
      // The way to the evidence by keyboard ends here.
      data-part="evidence"
      className={styles.choose ?? ''}
      size="xs"
      aria-label={`Evidence in the portfolio, ${of}`}
      placeholder={none ? 'Nothing in the portfolio yet' : 'From the portfolio'}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      selectFirstOptionOnChange
      limit={MOST}
      value={null}
      data={items.map((item) => ({ value: item.id, label: labelOf(item) }))}
      filter={({ options, search: sought }) => options.filter((one) => 'label' in one && isLike(one.label, sought))}
      nothingFoundMessage={
        none ? 'Add the first piece with “Add evidence”' : 'Nothing like it: add it with “Add evidence”'
      }
      comboboxProps={{ width: '28rem', position: 'bottom-start' }}
      onKeyDown={onKeyDown}
      onChange={(chosen) => {
        const item = items.find((one) => one.id === chosen);
        if (item) onChoose(item.id);
      }}
    />
  );
}

function labelOf({ number, title, kind }: EvidenceItem): string {
  return `${evidenceNumber(number)} ${title}, ${kind.text}`;
}

/** Whether every word that is sought stands in the text. */
function isLike(text: string, sought: string): boolean {
  const within = text.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => within.includes(word));
}
