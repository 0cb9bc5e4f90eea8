import { useEffect, useState } from 'react';
import { useRoute } from '../store/route.ts';
import { useVerify } from '../store/verify.ts';
import { useWorkspace } from '../store/workspace.ts';
import styles from './stray-drops.module.css';

/**
 * A file dropped where nothing takes it is verified, which changes nothing anywhere; what takes files handles the drop
 * before this. In front of a dialog, or of a locked workspace, it is refused. It never replaces the window.
 */
export function StrayDrops() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hang = (event: DragEvent) => {
      setOver(!event.defaultPrevented && takes(event));
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = takes(event) ? 'copy' : 'none';
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (!takes(event)) return;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      useRoute.getState().go({ screen: 'verify' });
      useVerify.getState().add(files);
    };
    const leave = (event: DragEvent) => {
      // Only where the pointer left the window does nothing follow.
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', hang);
    window.addEventListener('drop', drop);
    window.addEventListener('dragleave', leave);
    return () => {
      window.removeEventListener('dragover', hang);
      window.removeEventListener('drop', drop);
      window.removeEventListener('dragleave', leave);
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
