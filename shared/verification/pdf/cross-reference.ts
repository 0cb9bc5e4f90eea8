import type { Work } from '../work.ts';
import { readCrossReferenceStream } from './cross-reference-stream.ts';
import { readCrossReferenceTable } from './cross-reference-table.ts';
import type { Section } from './section.ts';

/** Reads the section that begins at `at`, exactly there: a table begins with `xref`, a stream with its number. */
export function readSection(bytes: Uint8Array, at: number, end: number, work: Work): Section {
  const read = bytes[at] === 0x78 ? readCrossReferenceTable : readCrossReferenceStream;
  return read(bytes, at, end, work);
}
