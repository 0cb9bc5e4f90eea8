import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentLog } from '../ipc/faults.ts';

/** A log that grew to this many bytes becomes the old one. */
const MOST = 1024 * 1024;

/**
 * Keeps incidents in `folder` in plain text: when, id, kind and code of the error, and where in the code. Not its message,
 * which may quote what a learner wrote, and everything else about learners is encrypted on this disk.
 */
export function incidentLog(folder: string): IncidentLog {
  const file = join(folder, 'incidents.log');
  return (incident, error) => {
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(file) > MOST) renameSync(file, `${file}.old`);
      appendFileSync(file, `${new Date().toISOString()} ${incident} ${describe(error)}\n`, { mode: 0o600 });
    } catch {
      // Without a log the app goes on.
    }
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  const { stack = '', message } = error;
  const afterMessage = stack.slice(Math.max(0, stack.indexOf(message)) + message.length);
  const frames = afterMessage.split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
