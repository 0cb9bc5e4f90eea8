import type { PDFPageProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { GAP, readingPage } from '../reading-place.ts';
import { useViewer, useViewerState } from '../viewer-state.ts';
import { fitScale } from '../zoom.ts';
import { CSS_UNIT } from './draw-page.ts';
import type { Pdf } from './open-pdf.ts';
import { columnHeight, columnOf, leftOf, nearPages, type PageSize } from './page-column.ts';
import styles from './pdf-column.module.css';
import { createPdfControls } from './pdf-controls.ts';
import { PdfFind } from './pdf-find.ts';
import { PdfPage } from './pdf-page.tsx';
import { PdfText } from './pdf-text.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { usePaneSize } from './use-pane-size.ts';
import { usePdfSelection } from './use-pdf-selection.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';

/** Milliseconds that the scale must rest before pages are drawn anew. */
const REST = 140;

/** The pages of an open PDF in one scrolled column. Only those near the pane exist. */
export function PdfColumn(props: { readonly pdf: Pdf; readonly first: PageSize; readonly label: string }) {
  const { pdf, first, label } = props;
  const viewer = useViewer();
  const zoom = useViewerState((state) => state.zoom);
  const pane = useRef<HTMLElement>(null);
  const { width, height } = usePaneSize(pane);
  const [sizes, setSizes] = useState<readonly PageSize[]>(() => Array(pdf.document.numPages).fill(first));
  const text = useMemo(() => new PdfText(pdf.document), [pdf]);
  const find = useMemo(() => new PdfFind(text), [text]);
  const [pages] = useState(() => new Map<number, PDFPageProxy>());
  useEffect(() => () => find.clear(), [find]);

  const scale = zoom.kind === 'scale' ? zoom.scale : fitScale(width || 1, first.width * CSS_UNIT, GAP);
  const drawnAt = useRested(scale, width > 0);
  const extents = useMemo(() => columnOf(sizes, scale), [sizes, scale]);
  useLayoutEffect(() => viewer.setState({ scale }), [viewer, scale]);
  usePdfSelection(pane, pages, scale);

  const hold = useKeptPlace(pane, extents);
  useWheelZoom(pane, hold);
  const [near, setNear] = useState({ first: 0, last: 0 });
  const pinned = useRef<{ readonly page: number; readonly scrollTop: number } | null>(null);

  const look = useCallback(() => {
    const element = pane.current;
    if (!element) return;
    const { scrollTop } = element;
    const next = nearPages(extents, scrollTop, height, height);
    setNear((now) => (now.first === next.first && now.last === next.last ? now : next));
    viewer.setState(({ moved }) => ({ moved: moved + 1 }));
    const pin = pinned.current;
    // A page that was asked for keeps its number, also where the column ends before it reaches the top.
    if (pin && Math.abs(pin.scrollTop - scrollTop) < 2) viewer.setState({ page: pin.page });
    else viewer.setState({ page: readingPage(extents, scrollTop, height) });
  }, [extents, height, viewer]);
  useLayoutEffect(look, [look]);

  useEffect(() => {
    const controls = createPdfControls({ pane, extents, scale, document: pdf.document, pages, find, viewer, pinned });
    viewer.setState({ surface: controls });
  }, [extents, scale, pdf, pages, find, viewer]);
  useEffect(() => () => viewer.setState({ surface: null }), [viewer]);

  const onSize = useCallback((number: number, size: PageSize) => {
    setSizes((now) => {
      const known = now[number - 1];
      return known && known.width === size.width && known.height === size.height ? now : now.with(number - 1, size);
    });
  }, []);
  const onPage = useCallback(
    (number: number, page: PDFPageProxy | null) => void (page ? pages.set(number, page) : pages.delete(number)),
    [pages],
  );
  const onText = useCallback(
    (page: number, elements: readonly HTMLElement[] | null) => find.laidOut(page, elements),
    [find],
  );

  const shown =
    width === 0
      ? []
      : extents.slice(near.first, near.last + 1).map((extent, index) => ({ number: near.first + index + 1, extent }));
  const widest = extents.reduce((most, extent) => Math.max(most, extent.width), 0);
  return (
    <section
      ref={pane}
      className={styles.pane}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard to be scrolled
      tabIndex={0}
      onScroll={look}
    >
      <div className={styles.column} style={{ height: columnHeight(extents), minWidth: widest + 2 * GAP }}>
        {shown.map(({ number, extent }) => (
          <PdfPage
            key={number}
            pdf={pdf}
            text={text}
            number={number}
            extent={extent}
            left={leftOf(extent, width)}
            scale={scale}
            drawnAt={drawnAt}
            onSize={onSize}
            onText={onText}
            onPage={onPage}
          />
        ))}
      </div>
    </section>
  );
}

/** The scale once it rests; the first that is known at once, so that no page is drawn twice when it opens. */
function useRested(scale: number, known: boolean): number {
  const [rested, setRested] = useState<number | null>(null);
  useEffect(() => {
    if (!known) return;
    if (rested === null) return setRested(scale);
    const timer = setTimeout(() => setRested(scale), REST);
    return () => clearTimeout(timer);
  }, [scale, known, rested]);
  return rested ?? scale;
}
