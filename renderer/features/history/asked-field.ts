import { create } from 'zustand';
import type { SheetField } from '../../../shared/api/inputs.ts';

type Asked = {
  /** The field whose history is on show. */
  readonly field: SheetField | null;
  readonly ask: (field: SheetField | null) => void;
};

/** A field's history is asked for at the field, and stands over the desk. */
export const useAskedField = create<Asked>((set) => ({ field: null, ask: (field) => set({ field }) }));
