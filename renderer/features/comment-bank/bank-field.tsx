import { Button, Tooltip } from '@mantine/core';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { StatementKind } from '../../../shared/model/comment-bank.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { fillPlaceholders } from '../../../shared/rules/bank-placeholders.ts';
import type { Found } from '../../../shared/rules/bank-search.ts';
import { useBank } from '../../store/bank.ts';
import { Hint } from '../../ui/hint.tsx';
import { ariaKeys } from '../../ui/shortcut.ts';
import { spaced } from './asking.ts';
import { OPEN_KEYS } from './bank-keys.ts';
import { useFields } from './field-at-hand.ts';
import { insertText } from './insert-text.ts';
import { KIND_NAMES } from './kind-names.ts';
import { OfferList } from './offer-list.tsx';
import { useOffer } from './use-offer.ts';
import { useSheetFacts } from './use-sheet-facts.ts';

type Props = {
  readonly sheet: SheetId;
  readonly section: string;
  readonly criterion: string;
  readonly kind: StatementKind;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly locked: boolean;
};

/** The bank at a feedback field: its button, and its list while something is asked. */
export function BankField({ sheet, section, criterion, kind, field, locked }: Props) {
  const { pack, assessment, values } = useSheetFacts(sheet);
  const load = useBank((state) => state.load);
  useEffect(() => {
    if (!useBank.getState().bank) void load();
  }, [load]);
  const at = useMemo(() => ({ pack, assessment, section, criterion }), [pack, assessment, section, criterion]);

  const { offer, open, insert, setActive } = useOffer({
    field,
    kind,
    at,
    onInsert: ({ statement }: Found, from: number) => {
      const element = field.current;
      if (!element) return;
      const before = element.value.slice(0, from);
      insertText(element, from, element.selectionEnd, spaced(fillPlaceholders(statement.text, values), before));
      void useBank.getState().used(statement.id);
    },
  });

  const newest = useRef(open);
  useEffect(() => {
    newest.current = open;
  });
  useEffect(() => {
    const { add, reached } = useFields.getState();
    const element = field.current;
    const onFocus = () => reached(kind);
    element?.addEventListener('focus', onFocus);
    const leave = add({ kind, at, values, locked, element: () => field.current, open: () => newest.current() });
    return () => {
      element?.removeEventListener('focus', onFocus);
      leave();
    };
  }, [field, kind, at, values, locked]);

  if (locked) return null;
  return (
    <>
      <Tooltip label={<Hint name="Insert from the comment bank" keys={OPEN_KEYS[0]} />}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-label={`Bank, ${KIND_NAMES[kind].toLowerCase()}`}
          aria-keyshortcuts={ariaKeys(OPEN_KEYS[0])}
          // The field keeps its caret.
          onMouseDown={(event) => event.preventDefault()}
          onClick={open}
        >
          Bank
        </Button>
      </Tooltip>
      {offer && <OfferList offer={offer} field={field} values={values} onInsert={insert} onActive={setActive} />}
    </>
  );
}
