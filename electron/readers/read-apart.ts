import { askReader, READING_LIMITS, type ReadingLimits } from './ask-reader.ts';
import type { FoundType } from './file-type.ts';
import type { LaunchReader } from './launch-reader.ts';
import type { Reading } from './reading.ts';

export type ForeignFile = {
  readonly size: number;
  /** The type that the file's name promises. */
  readonly claimed: FoundType | null;
  readonly parts: AsyncIterable<Uint8Array>;
};

/** Reads a script apart; see `askReader`. */
export function readApart(
  launch: LaunchReader,
  { size, parts, claimed }: ForeignFile,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Reading | 'limit'> {
  return askReader<Reading>(
    launch,
    {
      size,
      parts,
      job: { kind: 'read', claimed },
      hear: (said) => (said.kind === 'reading' ? { answer: said.reading, final: said.final } : null),
    },
    limits,
  );
}
