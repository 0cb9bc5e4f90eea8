import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { evidenceNumber } from '../../../shared/documents/evidence-words.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { saveBeforeLeaving } from '../../api/flush.ts';
import styles from './evidence-line.module.css';

/** Longest place that is stored, in characters. */
const LONGEST = 400;

type Props = {
  readonly item: EvidenceItem;
  readonly place: string;
  /** The criterion's words. */
  readonly of: string;
  readonly frozen: boolean;
  /** Linked just now, so that its place is what comes next. */
  readonly fresh: boolean;
  readonly onOpen: () => void;
  readonly onPlace: (place: string) => void;
  readonly onUnlink: () => void;
};

/** One piece of evidence under a criterion: its number and title open it; where in it is typed; a cross unlinks it. */
export function EvidenceLine({ item, place, of, frozen, fresh, onOpen, onPlace, onUnlink }: Props) {
  const name = evidenceNumber(item.number);
  return (
    <li className={styles.line}>
      <button
        type="button"
        className={styles.open}
        aria-label={`${name} ${item.title}, ${item.kind.text}`}
        title={`${item.title}\n${item.kind.text}`}
        onClick={onOpen}
      >
        <strong>{name}</strong> <bdi dir="auto">{item.title}</bdi>
      </button>
      {frozen ? (
        <span className={styles.place} dir="auto">
          {place}
        </span>
      ) : (
        <>
          <PlaceField label={`Place in ${name}, ${of}`} place={place} fresh={fresh} onPlace={onPlace} />
          <button
            type="button"
            className={styles.unlink}
            aria-label={`Unlink ${name}, ${of}`}
            title={`Unlink ${name}`}
            onClick={onUnlink}
          >
            <IconX size="0.75rem" stroke={2} aria-hidden="true" />
          </button>
        </>
      )}
    </li>
  );
}

type FieldProps = {
  readonly label: string;
  readonly place: string;
  readonly fresh: boolean;
  readonly onPlace: (place: string) => void;
};

/** What is typed is sent when the keyboard leaves, by Enter, and before the window closes or another sheet is opened. */
function PlaceField({ label, place, fresh, onPlace }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const send = () => {
    if (typed !== null && typed.trim() !== place) onPlace(typed.trim());
    setTyped(null);
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const release = saveBeforeLeaving(async () => latest.current());
    return () => {
      release();
      latest.current();
    };
  }, []);
  useEffect(() => {
    if (fresh) field.current?.focus();
  }, [fresh]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    send();
  };
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={label}
      placeholder="where in it"
      autoComplete="off"
      dir="auto"
      maxLength={LONGEST}
      value={typed ?? place}
      title={typed ?? place}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={send}
    />
  );
}
