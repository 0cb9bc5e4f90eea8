import { Button } from '@mantine/core';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { useMarking } from '../../store/marking.ts';
import { type Saving, savingOf } from '../../store/marking-saving.ts';
import { unsavedPlace } from '../../store/marking-unsaved.ts';
import styles from './saving-status.module.css';

/** Whether everything typed is stored, in the same place always; read out when it changes. */
export function SavingStatus({ sheet, scheme }: { readonly sheet: SheetId; readonly scheme: Scheme }) {
  const drafts = useMarking((state) => state.sheets.get(sheet)?.drafts);
  const savedAt = useMarking((state) => state.sheets.get(sheet)?.view.savedAt ?? null);
  const save = useMarking((state) => state.save);
  const saving = savingOf([...(drafts?.values() ?? [])], savedAt);
  const said = words(saving, scheme);
  return (
    <>
      <span className={styles[saving.kind]} role="status">
        {said}
      </span>
      {saving.kind === 'not-saved' && saving.again && (
        <Button size="compact-xs" variant="default" onClick={() => void save(sheet)}>
          Save again
        </Button>
      )}
    </>
  );
}

function words(saving: Saving, scheme: Scheme): string {
  switch (saving.kind) {
    case 'untouched':
      return 'Nothing entered yet';
    case 'saved':
      return `Saved ${saving.at.slice(11, 16)}`;
    case 'saving':
      return 'Saving';
    case 'not-saved':
      return `Not saved, ${unsavedPlace(saving.unsaved, scheme)}${saving.others > 0 ? ` and ${saving.others} more` : ''}: ${sentenceFor(saving.unsaved.error)}`;
    default:
      return assertNever(saving);
  }
}
