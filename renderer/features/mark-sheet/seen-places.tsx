import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import { criterionEntry } from '../../store/marking-field.ts';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import styles from './seen-places.module.css';
import { useEntry, useField } from './use-field.ts';

/** Longest place that is stored, in characters. */
const LONGEST = 80;

type Props = {
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion;
  readonly current: boolean;
  readonly locked: boolean;
  /** Whether more places can be given; otherwise those that are there can only be taken away. */
  readonly open: boolean;
};

/** Where in the script a criterion was seen. Places are taken from the page being read, or typed; a click removes one. */
export function SeenPlaces({ section, criterion, current, locked, open }: Props) {
  const [typed, setTyped] = useState('');
  const of = { kind: 'seen', section: section.id, criterion: criterion.id } as const;
  const field = useField<readonly string[]>({
    typed: (edit) => (edit.kind === 'seen' ? edit.seen : undefined),
    stored: criterionEntry(useEntry(section.id), criterion.id).seen,
    edit: (seen) => ({ ...of, seen: [...seen] }),
  });
  const places = field.value;
  const takesMore = open && current && !locked;
  const add = () => {
    const place = typed.trim();
    setTyped('');
    if (place !== '' && !places.includes(place)) field.put([...places, place]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles.places} data-current={current} {...fieldAttribute(of)}>
      {places.map((place) =>
        locked ? (
          <span key={place} className={styles.place}>
            <bdi>{place}</bdi>
          </span>
        ) : (
          <button
            key={place}
            type="button"
            className={styles.place}
            tabIndex={current ? 0 : -1}
            aria-label={`Remove ${place}, ${criterion.text}`}
            title={`Remove ${place}`}
            onClick={() => field.put(places.filter((one) => one !== place))}
          >
            <bdi>{place}</bdi>
            <IconX size={11} stroke={2} aria-hidden="true" className={styles.cross} />
          </button>
        ),
      )}
      {places.length === 0 && !takesMore && <span className={styles.none}>{locked ? 'not recorded' : 'none yet'}</span>}
      {takesMore && (
        <input
          data-seen
          className={styles.input}
          aria-label={`Seen at, ${criterion.text}`}
          placeholder="p …"
          autoComplete="off"
          dir="auto"
          maxLength={LONGEST}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      )}
    </div>
  );
}
