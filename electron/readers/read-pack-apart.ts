import { askReader, type ReadingLimits } from './ask-reader.ts';
import { forkReader, type LaunchReader } from './launch-reader.ts';
import type { PackFile } from './pack-file.ts';

/** The largest pack takes a second and some hundred megabytes. */
export const PACK_LIMITS: ReadingLimits = { time: 20_000, memory: 512 * 1024 * 1024 };

/** Reads a pack's file apart; see `askReader`. */
export function readPackApart(
  { size, parts }: { readonly size: number; readonly parts: AsyncIterable<Uint8Array> },
  launch: LaunchReader = forkReader,
  limits: ReadingLimits = PACK_LIMITS,
): Promise<PackFile | 'limit'> {
  return askReader<PackFile>(
    launch,
    {
      size,
      parts,
      job: { kind: 'pack' },
      hear: (said) => (said.kind === 'pack' ? { answer: said.file, final: true } : null),
    },
    limits,
  );
}
