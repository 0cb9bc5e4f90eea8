import { useState } from 'react';
import styles from './pack-outline.module.css';
import { type OutlineGroup, type Place, placeName } from './places.ts';

type Props = {
  readonly groups: readonly OutlineGroup[];
  readonly current: string;
  /** How often each place holds what is looked for; null where nothing is looked for. */
  readonly found: ReadonlyMap<string, number> | null;
  readonly onOpen: (place: Place) => void;
};

/** Every page of the pack. While something is looked for, only the pages that hold it. */
export function PackOutline({ groups, current, found, onOpen }: Props) {
  const shown = groups
    .map((group) => ({ ...group, places: found ? group.places.filter((place) => found.has(place.id)) : group.places }))
    .filter((group) => group.places.length > 0);
  if (shown.length === 0) return <p className={styles.nothing}>No page of the pack holds these words.</p>;
  return (
    <nav aria-label="Contents of the pack" className={styles.outline}>
      {shown.map((group) => (
        <Group key={group.heading} group={group} current={current} found={found} onOpen={onOpen} />
      ))}
    </nav>
  );
}

function Group({ group, current, found, onOpen }: Omit<Props, 'groups'> & { readonly group: OutlineGroup }) {
  const [opened, setOpened] = useState(true);
  return (
    <details open={opened || found !== null} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={styles.heading}>{group.heading}</summary>
      <ul className={styles.list}>
        {group.places.map((place, index) => (
          <li key={place.id}>
            {place.kind !== group.places[index - 1]?.kind && SUBHEADINGS[place.kind] && (
              <span className={styles.kind}>{SUBHEADINGS[place.kind]}</span>
            )}
            <button
              type="button"
              className={styles.place}
              onClick={() => onOpen(place)}
              {...(place.id === current ? { 'aria-current': 'page' as const } : {})}
            >
              <span>{placeName(place)}</span>
              {found && <span className={styles.times}>{found.get(place.id)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const SUBHEADINGS: Readonly<Record<Place['kind'], string | null>> = {
  pack: null,
  qualification: null,
  unit: 'Units',
  assessment: 'Assessments',
};
