import { useEffect, useState } from 'react';
import type { FileSource } from '../file-source.ts';
import { type FileTrouble, FileTroubleError } from '../file-trouble.ts';
import { useViewer } from '../viewer-state.ts';
import { openPdf, type Pdf } from './open-pdf.ts';
import type { PageSize } from './page-column.ts';
import { PdfColumn } from './pdf-column.tsx';

type Opened = { readonly pdf: Pdf; readonly first: PageSize };

/** Opens a PDF and shows its pages; the viewer's state says when it is ready or why it is not. */
export function PdfSurface({ source, label }: { readonly source: FileSource; readonly label: string }) {
  const viewer = useViewer();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { url, size } = source;

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const fail = (cause: unknown) => {
      if (signal.aborted) return;
      if (!(cause instanceof FileTroubleError)) console.error(cause);
      const trouble: FileTrouble = cause instanceof FileTroubleError ? cause.trouble : { kind: 'damaged' };
      viewer.setState({ phase: { kind: 'failed', trouble } });
    };
    viewer.setState({ phase: { kind: 'loading' }, pages: null, page: 1 });
    const open = async () => {
      const pdf = await openPdf({ url, size }, signal);
      pdf.failed.catch(fail);
      const page = await Promise.race([pdf.document.getPage(1), pdf.failed]);
      signal.throwIfAborted();
      const { width, height } = page.getViewport({ scale: 1 });
      setOpened({ pdf, first: { width, height } });
      viewer.setState({ phase: { kind: 'ready' }, pages: pdf.document.numPages });
    };
    open().catch(fail);
    return () => {
      leaving.abort();
      setOpened(null);
    };
  }, [viewer, url, size]);

  return opened && <PdfColumn pdf={opened.pdf} first={opened.first} label={label} />;
}
