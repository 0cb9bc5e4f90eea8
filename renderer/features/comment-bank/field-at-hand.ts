import { create } from 'zustand';
import type { BankPlace, StatementKind } from '../../../shared/model/comment-bank.ts';
import type { PlaceholderValues } from '../../../shared/rules/bank-placeholders.ts';

/** A feedback field that the bank's commands can act on. */
export type BankField = {
  readonly kind: StatementKind;
  readonly at: BankPlace;
  readonly values: PlaceholderValues;
  readonly locked: boolean;
  readonly element: () => HTMLTextAreaElement | null;
  /** Opens the bank at the caret. */
  readonly open: () => void;
};

type Fields = {
  readonly fields: readonly BankField[];
  /** The kind of field that had the keyboard last. */
  readonly last: StatementKind;
  readonly reached: (kind: StatementKind) => void;
  readonly add: (field: BankField) => () => void;
};

/** The feedback fields on show. */
export const useFields = create<Fields>((set) => ({
  fields: [],
  last: 'strengths',
  reached: (last) => set({ last }),
  add: (field) => {
    set(({ fields }) => ({ fields: [...fields, field] }));
    return () => set(({ fields }) => ({ fields: fields.filter((one) => one !== field) }));
  },
}));

/** The field that a command is for: the one that has the keyboard, or had it last. */
export function fieldAtHand(): BankField | undefined {
  const { fields, last } = useFields.getState();
  const held = fields.find((one) => one.element() === document.activeElement);
  return held ?? fields.findLast((one) => one.kind === last) ?? fields.at(-1);
}
