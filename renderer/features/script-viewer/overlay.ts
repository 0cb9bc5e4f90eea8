import { createContext, type ReactNode, useContext } from 'react';
import type { Anchor } from '../../../shared/model/highlight.ts';

/** A rectangle on screen in CSS pixels, from the top left of what it lies in. */
export type ViewBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What is selected in a file, in the document's own coordinates. A region of a page has no words. */
export type ScriptSelection = { readonly anchor: Anchor; readonly words: string };

/** A layer over one page, or over a whole document that has no pages of its own (`page` null). */
export type LayerPlace = {
  readonly page: number | null;
  /** Where an anchor lies in this layer as it is drawn now, a box for each line; none where it lies elsewhere. */
  readonly boxesOf: (anchor: Anchor) => readonly ViewBox[];
  /** Hears of clicks on what lies below, by their place in the layer; selecting words is no click. Gives the way to stop. */
  readonly onPress: (hear: (x: number, y: number) => void) => () => void;
};

/** What an owner draws over a file: the reader knows places in documents, and not what they mean. Keep it stable. */
export type ReaderOverlay = {
  readonly layer: (place: LayerPlace) => ReactNode;
  /** Stands at what is selected. */
  readonly toolbar: (selection: ScriptSelection) => ReactNode;
  /** Stands in the bar. */
  readonly bar: ReactNode;
};

const OverlayContext = createContext<ReaderOverlay | null>(null);
export const OverlayProvider = OverlayContext.Provider;

/** What is drawn over the file; null where nothing is. */
export function useOverlay(): ReaderOverlay | null {
  return useContext(OverlayContext);
}
