import { parentPort } from 'node:worker_threads';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { readPackText } from '../../shared/rules/pack-validation.ts';
import { FINDINGS_SHOWN, type PackFile } from './pack-file.ts';
import type { FromReader, PackRequest } from './reading.ts';

/** Files that say they are packs are read here: a thread of the process that reader-process.ts is, under its limits. */
parentPort?.once('message', ({ bytes }: PackRequest) => {
  parentPort?.postMessage({ kind: 'pack', file: read(bytes) } satisfies FromReader);
});

function read(bytes: Uint8Array): PackFile {
  const text = textOf(bytes);
  if (text === null) return { kind: 'not-json' };
  const pack = readPackText(text);
  if (pack.ok) return { kind: 'pack', content: canonicalJson(pack.value) };
  if (pack.error === 'not-json') return { kind: 'not-json' };
  const findings = pack.error.slice(0, FINDINGS_SHOWN).map(({ place, message }) => ({ place, message }));
  return { kind: 'refused', findings, count: pack.error.length };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
