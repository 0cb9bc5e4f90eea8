import { create } from 'zustand';

/** A word about something that happened elsewhere than where the person looks. */
type Toast = { readonly id: number; readonly tone: 'info' | 'error'; readonly text: string };

type Toasts = {
  readonly toasts: readonly Toast[];
  readonly tell: (tone: Toast['tone'], text: string) => void;
  readonly dismiss: (id: number) => void;
};

let next = 1;

export const useToasts = create<Toasts>((set) => ({
  toasts: [],
  tell: (tone, text) => {
    const toast = { id: next, tone, text };
    next += 1;
    set((state) => ({ toasts: [...state.toasts.slice(-2), toast] }));
  },
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((one) => one.id !== id) })),
}));
