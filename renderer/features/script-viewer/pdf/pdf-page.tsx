import type { PDFPageProxy } from 'pdfjs-dist';
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { Extent } from '../reading-place.ts';
import { CSS_UNIT, drawPage } from './draw-page.ts';
import type { Pdf } from './open-pdf.ts';
import type { PageSize } from './page-column.ts';
import { PageLayer } from './page-layer.tsx';
import styles from './pdf-page.module.css';
import { TEXT_LAYER } from './pdf-selection.ts';
import type { PdfText } from './pdf-text.ts';
import { keepSelectionWithText } from './selection-end.ts';

type Props = {
  readonly pdf: Pdf;
  readonly text: PdfText;
  readonly number: number;
  readonly extent: Extent;
  readonly left: number;
  readonly scale: number;
  /** The scale to draw at, which follows `scale` once it rests. */
  readonly drawnAt: number;
  readonly onSize: (number: number, size: PageSize) => void;
  readonly onText: (number: number, elements: readonly HTMLElement[] | null) => void;
  /** The page is there to be measured, or (null) no longer on screen. */
  readonly onPage: (number: number, page: PDFPageProxy | null) => void;
};

/** One page: its drawing, and its text laid over. Mounted only while it is near the pane. */
export const PdfPage = memo(function PdfPage(props: Props) {
  const { pdf, text, number, extent, left, scale, drawnAt, onSize, onText, onPage } = props;
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    pdf.document.getPage(number).then(
      (got) => {
        if (gone) return;
        const { width, height } = got.getViewport({ scale: 1 });
        onSize(number, { width, height });
        onPage(number, got);
        setPage(got);
      },
      () => !gone && setUnreadable(true),
    );
    return () => {
      gone = true;
      onPage(number, null);
    };
  }, [pdf, number, onSize, onPage]);

  useDrawing(paper, page, drawnAt, setUnreadable);
  useTextLayer(layer, pdf, text, page, onText);
  useEffect(() => {
    layer.current?.style.setProperty('--total-scale-factor', String(scale * CSS_UNIT * (page?.userUnit ?? 1)));
  }, [scale, page]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a page is a group of text, not a fieldset
    <div
      ref={whole}
      className={styles.page}
      role="group"
      aria-label={`Page ${number}`}
      style={{ top: extent.top, left, width: extent.width, height: extent.height }}
    >
      <div ref={paper} className={styles.paper} />
      {unreadable && <p className={styles.trouble}>This page cannot be drawn. The others are not affected.</p>}
      <div ref={layer} className={styles.text} {...{ [TEXT_LAYER]: number }} />
      {page && <PageLayer page={page} scale={scale} under={whole} />}
    </div>
  );
});

function useDrawing(
  paper: RefObject<HTMLDivElement | null>,
  page: PDFPageProxy | null,
  scale: number,
  onTrouble: (unreadable: boolean) => void,
): void {
  useEffect(() => {
    if (!page) return;
    const drawing = drawPage(page, scale, window.devicePixelRatio);
    let gone = false;
    drawing.done.then(
      // The drawing before stays, stretched, until the sharp one is ready: no page ever blinks.
      () => !gone && paper.current?.replaceChildren(drawing.canvas),
      () => !gone && onTrouble(true),
    );
    return () => {
      gone = true;
      drawing.cancel();
    };
  }, [paper, page, scale, onTrouble]);
}

function useTextLayer(
  layer: RefObject<HTMLDivElement | null>,
  pdf: Pdf,
  text: PdfText,
  page: PDFPageProxy | null,
  onText: Props['onText'],
): void {
  useEffect(() => {
    const container = layer.current;
    if (!page || !container) return;
    let gone = false;
    let release = () => {};
    const lay = async () => {
      const { content } = await text.page(page.pageNumber);
      if (gone) return;
      const laid = new pdf.TextLayer({
        textContentSource: content,
        container,
        viewport: page.getViewport({ scale: CSS_UNIT }),
      });
      await laid.render();
      if (gone) return;
      onText(page.pageNumber, laid.textDivs);
      release = keepSelectionWithText(container);
    };
    // A page whose text cannot be read is still shown.
    lay().catch(() => undefined);
    return () => {
      gone = true;
      release();
      container.replaceChildren();
      onText(page.pageNumber, null);
    };
  }, [layer, pdf, text, page, onText]);
}
