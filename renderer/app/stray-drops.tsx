import { useEffect, useState } from 'react';
import { useRoute } from '../store/route.ts';
import { useVerify } from '../store/verify.ts';
import { useWorkspace } from '../store/workspace.ts';
import styles from './stray-drops.module.css';

/** A file that hangs over the window says so several times a second; after so many milliseconds of silence it left. */
const GONE = 800;

/**
 * A file dropped where nothing takes it is verified, which changes nothing anywhere; what takes files handles the drop
 * before this. In front of a dialog, or of a locked workspace, it is refused. It never replaces the window.
 */
export function StrayDrops() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (shown: boolean) => {
      clearTimeout(timer);
      setOver(shown);
      if (shown) timer = setTimeout(() => setOver(false), GONE);
    };
    const hang = (event: DragEvent) => {
      show(!event.defaultPrevented && takes(event));
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = takes(event) ? 'copy' : 'none';
    };
    const drop = (event: DragEvent) => {
      show(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (!takes(event)) return;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      useRoute.getState().go({ screen: 'verify' });
      useVerify.getState().add(files);
    };
    window.addEventListener('dragover', hang);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', hang);
      window.removeEventListener('drop', drop);
      clearTimeout(timer);
    };
  }, []);
  return (
    over && (
      <p className={styles.hint} aria-hidden="true">
        Drop to verify: nothing is taken in
      </p>
    )
  );
}

function takes(event: DragEvent): boolean {
  return (
    (event.dataTransfer?.types.includes('Files') ?? false) &&
    useWorkspace.getState().status?.state === 'open' &&
    document.querySelector('[role="dialog"][aria-modal="true"]') === null
  );
}
