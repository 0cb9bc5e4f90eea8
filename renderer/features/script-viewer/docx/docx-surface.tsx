import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { contentUrls } from '../../../../shared/api/content-urls.ts';
import { type FileSource, readWhole } from '../file-source.ts';
import { type FileTrouble, FileTroubleError } from '../file-trouble.ts';
import { GAP, heightOf, pointAt, readingPage } from '../reading-place.ts';
import { useViewer, useViewerState } from '../viewer-state.ts';
import { fitScale } from '../zoom.ts';
import { createDocxControls } from './docx-controls.ts';
import { DocxFind } from './docx-find.ts';
import { DocxLayer } from './docx-layer.tsx';
import { hasPages, pageElements, pageExtents } from './docx-pages.ts';
import { DocxParagraphs } from './docx-paragraphs.ts';
import styles from './docx-surface.module.css';
import { drawDocx } from './draw-docx.ts';
import { bridgeFrame } from './frame-events.ts';
import { useDocxSelection } from './use-docx-selection.ts';

/** The title of `frame/document.html`, by which that page is told from an error's. */
const FRAME_TITLE = 'Document';

/** Draws a DOCX in a frame that has its own policy and no script: nothing in the file can run, load or lead away. */
export function DocxSurface({ source, label }: { readonly source: FileSource; readonly label: string }) {
  const viewer = useViewer();
  const frame = useRef<HTMLIFrameElement>(null);
  const [drawn, setDrawn] = useState<Document | null>(null);
  const { url, size } = source;
  const scheme = useComputedColorScheme();
  const paragraphs = useMemo(() => drawn && new DocxParagraphs(drawn), [drawn]);

  const look = useCallback(() => {
    const inside = frame.current?.contentDocument;
    if (!inside) return;
    const { scrollTop, clientHeight } = inside.documentElement;
    const page = readingPage(pageExtents(inside), scrollTop, clientHeight);
    viewer.setState(({ moved }) => ({ page, moved: moved + 1 }));
  }, [viewer]);

  const begin = useCallback(() => {
    const element = frame.current;
    const inside = element?.contentDocument;
    if (!element || !inside || inside.URL === 'about:blank') return;
    const draw = async () => {
      // Any other page would come without the frame's policy, and nothing is drawn without it.
      if (inside.title !== FRAME_TITLE) throw new FileTroubleError({ kind: 'unreadable' });
      const bytes = await readWhole({ url, size }, AbortSignal.timeout(120_000));
      await drawDocx(bytes, inside);
      // The frame was taken away, or shows another file by now.
      if (frame.current !== element || element.contentDocument !== inside) return;
      bridgeFrame(element, inside, viewer, look);
      const pages = hasPages(inside) ? pageElements(inside).length : null;
      setDrawn(inside);
      viewer.setState({ phase: { kind: 'ready' }, pages, page: 1 });
    };
    draw().catch((cause: unknown) => {
      if (frame.current !== element) return;
      const trouble: FileTrouble = cause instanceof FileTroubleError ? cause.trouble : { kind: 'unreadable' };
      viewer.setState({ phase: { kind: 'failed', trouble } });
    });
  }, [viewer, url, size, look]);

  useEffect(() => {
    viewer.setState({ phase: { kind: 'loading' }, pages: null, page: 1 });
    return () => {
      setDrawn(null);
      viewer.setState({ surface: null });
    };
  }, [viewer]);

  useScale(frame, drawn, look);
  useDocxSelection(drawn, paragraphs);

  useEffect(() => {
    const window = drawn?.defaultView;
    const element = frame.current;
    if (!drawn || !paragraphs || !window || !element) return;
    const find = new DocxFind(drawn, window);
    viewer.setState({ surface: createDocxControls({ frame: element, drawn, find, paragraphs, viewer }) });
  }, [viewer, drawn, paragraphs]);

  useEffect(() => {
    if (drawn) drawn.documentElement.style.colorScheme = scheme;
  }, [drawn, scheme]);

  return (
    <>
      <iframe
        ref={frame}
        title={label}
        className={styles.frame}
        data-scheme={scheme}
        src={contentUrls.documentFrame}
        // Without allow-scripts Chromium crashes on a mouse move over the frame; the frame's own policy allows none.
        sandbox="allow-same-origin allow-scripts"
        onLoad={begin}
      />
      {drawn && paragraphs && <DocxLayer drawn={drawn} paragraphs={paragraphs} />}
    </>
  );
}

/** Zooms the drawn pages, keeping the line at the top where it is. */
function useScale(frame: React.RefObject<HTMLIFrameElement | null>, drawn: Document | null, look: () => void): void {
  const viewer = useViewer();
  const zoom = useViewerState((state) => state.zoom);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);

  useLayoutEffect(() => {
    const wrapper = drawn?.querySelector('.docx-wrapper');
    if (!wrapper) return;
    // Also where a picture or a font that came late moves the lines.
    const observer = new ResizeObserver(() => viewer.setState(({ laid }) => ({ laid: laid + 1 })));
    for (const part of [wrapper, ...wrapper.children]) observer.observe(part);
    return () => observer.disconnect();
  }, [viewer, drawn]);

  useLayoutEffect(() => {
    const wrapper = drawn?.querySelector<HTMLElement>('.docx-wrapper');
    if (!drawn || !wrapper || width === 0) return;
    const root = drawn.documentElement;
    const paper = pageElements(drawn)[0]?.offsetWidth ?? 794;
    const scale = zoom.kind === 'scale' ? zoom.scale : fitScale(root.clientWidth, paper, GAP);
    const place = pointAt(pageExtents(drawn), root.scrollTop);
    wrapper.style.zoom = String(scale);
    root.scrollTop = heightOf(pageExtents(drawn), place);
    viewer.setState(({ laid }) => ({ scale, laid: laid + 1 }));
    look();
  }, [viewer, drawn, zoom, width, look]);
}
