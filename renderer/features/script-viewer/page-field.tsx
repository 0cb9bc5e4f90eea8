import { type KeyboardEvent, useState } from 'react';
import styles from './viewer-bar.module.css';
import { useViewer, useViewerState } from './viewer-state.ts';

/** "p 4 of 17": the page being read, which can be typed over. */
export function PageField() {
  const viewer = useViewer();
  const pages = useViewerState((state) => state.pages);
  const page = useViewerState((state) => state.page);
  const [typed, setTyped] = useState<string | null>(null);
  if (pages === null) return null;

  const go = () => {
    const wanted = Number(typed);
    setTyped(null);
    if (typed === null || !Number.isInteger(wanted)) return;
    viewer.getState().surface?.goToPage(Math.max(1, Math.min(pages, wanted)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      go();
      viewer.getState().surface?.focus();
    } else if (event.key === 'Escape') setTyped(null);
    else return;
    event.preventDefault();
  };

  return (
    <label className={styles.page}>
      p
      <input
        className={styles.number}
        aria-label={`Page, of ${pages}`}
        inputMode="numeric"
        autoComplete="off"
        size={Math.max(2, String(pages).length)}
        value={typed ?? page}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ''))}
        onBlur={go}
        onKeyDown={onKeyDown}
        data-mantine-stop-propagation="true"
      />
      of {pages}
    </label>
  );
}
