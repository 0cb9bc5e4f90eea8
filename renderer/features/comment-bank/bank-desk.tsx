import { useEffect, useMemo, useState } from 'react';
import { type Command, useCommands } from '../../store/commands.ts';
import { KEEP_KEYS, OPEN_KEYS } from './bank-keys.ts';
import { type BankField, fieldAtHand } from './field-at-hand.ts';
import { KeepDialog } from './keep-dialog.tsx';
import { phraseAt } from './phrase-at.ts';

type Keeping = { readonly field: BankField; readonly phrase: string };

/** The bank's commands at a desk, and the dialog that keeps a phrase. */
export function BankDesk({ onKeepBank }: { readonly onKeepBank: () => void }) {
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'bank.insert',
        name: 'Insert from the comment bank',
        group: 'Comment bank',
        keys: OPEN_KEYS,
        when: () => fieldAtHand()?.locked === false,
        perform: () => fieldAtHand()?.open(),
      },
      {
        id: 'bank.keep',
        name: 'Keep these words in the comment bank',
        group: 'Comment bank',
        keys: KEEP_KEYS,
        when: () => fieldAtHand() !== undefined,
        perform: () => {
          const field = fieldAtHand();
          const element = field?.element();
          if (!field || !element) return;
          setKeeping({ field, phrase: phraseAt(element.value, element.selectionStart, element.selectionEnd) });
        },
      },
    ],
    [],
  );
  useCommands(commands);

  const element = keeping?.field.element();
  useEffect(() => {
    // The caret is where it was when the dialog is gone.
    if (!element) return;
    return () => {
      requestAnimationFrame(() => element.focus());
    };
  }, [element]);

  return (
    keeping && (
      <KeepDialog
        {...keeping}
        onClose={() => setKeeping(null)}
        onKeepBank={() => {
          setKeeping(null);
          onKeepBank();
        }}
      />
    )
  );
}
