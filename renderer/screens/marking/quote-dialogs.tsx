import { useState } from 'react';
import type { Highlight } from '../../../shared/model/highlight.ts';
import type { HighlightId, SheetId } from '../../../shared/model/ids.ts';
import { NotesDrawer } from '../../features/highlights/notes-drawer.tsx';
import { removeHighlight, removeQuotation } from '../../features/highlights/quoting.ts';
import { RemoveDialog, type Removing } from '../../features/highlights/remove-dialog.tsx';
import { Spoken } from '../../ui/spoken.tsx';

/** What stands over the desk: the notes, with the one that was just made, or a removal that is asked about. */
export type QuotesOnShow = {
  readonly notes: { readonly fresh: HighlightId | null } | null;
  readonly removing: Removing | null;
};

type Props = {
  readonly sheet: SheetId;
  readonly shown: QuotesOnShow;
  /** What just happened on the other side of the desk, for those who cannot see it. */
  readonly said: string;
  readonly onShow: (change: Partial<QuotesOnShow>) => void;
  readonly onGo: (note: Highlight) => void;
  readonly onRemoveNote: (note: Highlight) => void;
};

/** The private notes, and the question before a quotation or a highlight goes. */
export function QuoteDialogs({ sheet, shown, said, onShow, onGo, onRemoveNote }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const { notes, removing } = shown;
  const close = () => {
    setTrouble(null);
    onShow({ removing: null });
  };
  const remove = async ({ number, side, only }: Removing, both: boolean) => {
    if (side !== 'quotation' || (both && !only)) {
      const refused = await removeHighlight(sheet, number);
      if (refused) return setTrouble(refused);
    }
    if (side === 'quotation' || (both && !only)) removeQuotation(sheet, number);
    close();
  };
  return (
    <>
      <Spoken live>{said}</Spoken>
      <NotesDrawer
        sheet={sheet}
        opened={notes !== null}
        fresh={notes?.fresh ?? null}
        onGo={onGo}
        onRemove={onRemoveNote}
        onClose={() => onShow({ notes: null })}
      />
      {removing && (
        <RemoveDialog
          removing={removing}
          trouble={trouble}
          onRemove={(both) => void remove(removing, both)}
          onClose={close}
        />
      )}
    </>
  );
}
