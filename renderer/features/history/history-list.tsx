import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import type { SheetField } from '../../../shared/api/inputs.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { useMarking } from '../../store/marking.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { ComparedText } from './compared-text.tsx';
import { heldWords } from './field-words.ts';
import styles from './history-list.module.css';
import { useVersions } from './use-versions.ts';
import { VersionChoice } from './version-choice.tsx';

type Props = {
  readonly view: SheetView;
  readonly field: SheetField;
  /** A version was put back. */
  readonly onRestored: () => void;
};

/** The versions of a field by their times, the chosen one compared with what the field holds now. */
export function HistoryList({ view, field, onRestored }: Props) {
  const { history, error, more } = useVersions(view.sheet, field);
  const [chosen, setChosen] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { scheme } = view.assessment;
  if (error) return <Notice tone="error">{sentenceFor(error)}</Notice>;
  if (!history) return <Waiting label="Reading the history" />;
  if (history.versions.length === 0) {
    return (
      <EmptyState heading="Nothing was entered here yet" icon={<IconHistory size={28} stroke={1.5} />}>
        From the first entry on, everything that this field held is kept with its time, and any of it can be put back.
      </EmptyState>
    );
  }
  const now = heldWords(history.now, scheme);
  const isNow = (one: (typeof history.versions)[number]) => JSON.stringify(one.value) === JSON.stringify(history.now);
  // To begin with, the last that the field held before what it holds now.
  const version =
    history.versions.find((one) => one.version === chosen) ??
    history.versions.find((one) => !isNow(one)) ??
    history.versions[0];
  if (!version) return null;
  const words = heldWords(version.value, scheme);
  const locked = lockedBecause(view, field);
  const restore = async () => {
    setBusy(true);
    const failed = await useMarking.getState().restore(view.sheet, field, version.version);
    setBusy(false);
    setRefused(failed && sentenceFor(failed));
    if (!failed) onRestored();
  };
  return (
    <div className={styles.history}>
      <VersionChoice
        history={history}
        scheme={scheme}
        chosen={version.version}
        isNow={isNow}
        onChoose={setChosen}
        onMore={more}
      />
      <div className={styles.version}>
        <ComparedText now={now} then={words} />
        {isNow(version) && <Notice tone="info">This is what the field holds now.</Notice>}
        {!isNow(version) && words === now && (
          <Notice tone="info">The words are the same. They are set in another way.</Notice>
        )}
        {locked && <Notice tone="info">{locked}</Notice>}
        {refused && <Notice tone="error">{refused}</Notice>}
        <div className={styles.actions}>
          <Button
            disabled={isNow(version) || locked !== null}
            loading={busy}
            onClick={() => void restore()}
            title="Undo takes it back"
          >
            Restore this version
          </Button>
        </div>
      </div>
    </div>
  );
}

function lockedBecause({ state, sections }: SheetView, field: SheetField): string | null {
  if (state !== 'draft') return 'The sheet is signed. To put a version back, reopen the sheet first.';
  const section = field.kind === 'redo' ? undefined : sections.find((one) => one.section === field.section);
  return section?.carried ? 'The section is carried forward. To put a version back, open the section first.' : null;
}
