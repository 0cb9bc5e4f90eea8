import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Started, and not yet given to a file. */
let spare: Worker | null = null;

/** A worker that no other file has or had: the spare one where there is one. Whoever takes it ends it. */
export function takeWorker(): Worker {
  const taken = spare ?? startWorker();
  spare = null;
  return taken;
}

/** Starts a worker for the next file, if none is waiting. It holds nothing of any file. */
export function keepSpareWorker(): void {
  if (spare) return;
  const started = startWorker();
  spare = started;
  const drop = () => {
    if (spare === started) spare = null;
  };
  started.addEventListener('error', drop, { once: true });
}

function startWorker(): Worker {
  return new Worker(workerUrl, { type: 'module', name: 'pdf' });
}
