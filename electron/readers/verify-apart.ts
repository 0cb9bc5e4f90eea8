import { askReader, READING_LIMITS, type ReadingLimits } from './ask-reader.ts';
import { forkReader, type LaunchReader } from './launch-reader.ts';
import type { VerifiedFile } from './verified-file.ts';

/** Verifies a signed file apart; see `askReader`. */
export function verifyApart(
  file: { readonly name: string; readonly size: number; readonly parts: AsyncIterable<Uint8Array> },
  launch: LaunchReader = forkReader,
  limits: ReadingLimits = READING_LIMITS,
): Promise<VerifiedFile | 'limit'> {
  const { name, size, parts } = file;
  return askReader<VerifiedFile>(
    launch,
    {
      size,
      parts,
      job: { kind: 'verify', name },
      hear: (said) => (said.kind === 'verified' ? { answer: said.file, final: true } : null),
    },
    limits,
  );
}
