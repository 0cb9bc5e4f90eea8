import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { FieldHistory, FieldVersion } from '../../../shared/api/contract.ts';
import { showInstant } from '../../../shared/lib/dates.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { heldAmount } from './field-words.ts';
import { timeAgo } from './time-ago.ts';
import styles from './version-choice.module.css';

type Props = {
  readonly history: FieldHistory;
  readonly scheme: Scheme;
  readonly chosen: number;
  readonly isNow: (version: FieldVersion) => boolean;
  readonly onChoose: (version: number) => void;
  readonly onMore: () => void;
};

/** The versions, the newest first; the arrow keys move along them. */
export function VersionChoice({ history, scheme, chosen, isNow, onChoose, onMore }: Props) {
  const name = useId();
  const [opened] = useState(() => Date.now());
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset className={styles.versions}>
      <legend className={styles.legend}>
        Versions <span className={styles.who}>by {history.assessor}</span>
      </legend>
      {history.versions.map((one) => (
        <label key={one.version} className={styles.version} data-chosen={one.version === chosen}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={one.version === chosen}
            ref={one.version === chosen ? first : undefined}
            onChange={() => onChoose(one.version)}
          />
          <span className={styles.ago}>{timeAgo(one.to, opened)}</span>
          <span className={styles.amount} dir="auto">
            {isNow(one) ? 'as it is now' : heldAmount(one.value, scheme)}
          </span>
          <span className={styles.facts}>
            {showInstant(one.to)}, revision {one.revision}
          </span>
        </label>
      ))}
      {history.more && (
        <Button variant="subtle" size="compact-xs" onClick={onMore}>
          Show older versions
        </Button>
      )}
    </fieldset>
  );
}
