import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Highlight } from '../../../shared/model/highlight.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { saveBeforeLeaving } from '../../api/flush.ts';
import { useHighlights } from '../../store/highlights.ts';
import styles from './notes-drawer.module.css';

/** Milliseconds that typing rests before a note is saved. */
const REST = 400;
/** Characters that a note holds. */
const LONGEST = 20_000;

type Props = {
  readonly sheet: SheetId;
  readonly note: Highlight;
  readonly place: string;
  readonly onGo: () => void;
  readonly onRemove: () => void;
  /** Takes the keyboard when it appears. */
  readonly fresh: boolean;
};

/** One private note: where it is, the script's words, and the assessor's own, saved as they are typed. */
export function NoteItem({ sheet, note, place, onGo, onRemove, fresh }: Props) {
  const [typed, setTyped] = useState(note.note);
  const [trouble, setTrouble] = useState<string | null>(null);
  const stored = useRef(note.note);

  const save = useEffectEvent(async () => {
    const text = typed.toWellFormed();
    if (text === stored.current) return;
    const error = await useHighlights
      .getState()
      .edit(sheet, { highlight: note.id, kind: 'note', section: note.section, note: text });
    if (!error) stored.current = text;
    setTrouble(error && sentenceFor(error));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the rest anew
  useEffect(() => {
    const timer = setTimeout(() => void save(), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const stop = saveBeforeLeaving(() => save());
    return () => {
      stop();
      void save();
    };
  }, []);

  return (
    <li className={styles.note}>
      <div className={styles.head}>
        <Button size="compact-xs" variant="default" onClick={onGo} aria-label={`Show note ${note.number}, ${place}`}>
          {place}
        </Button>
        <ActionIcon aria-label={`Remove note ${note.number}, ${place}`} onClick={onRemove}>
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </div>
      {note.words !== '' && <p className={styles.words}>“{note.words}”</p>}
      <Textarea
        aria-label={`Note ${note.number}, ${place}`}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={LONGEST}
        value={typed}
        error={trouble}
        lang="en-GB"
        dir="auto"
        {...(fresh ? { 'data-autofocus': true } : {})}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
      />
    </li>
  );
}
