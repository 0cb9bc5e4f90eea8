import type { AppError } from '../../shared/api/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Digest } from '../../shared/model/ids.ts';
import type { Script } from '../../shared/model/submission.ts';
import { readRange, type Vault } from '../vault/vault.ts';
import { READING_LIMITS, type ReadingLimits } from './ask-reader.ts';
import { claimedType, type FoundType, mediaType } from './file-type.ts';
import { forkReader, type LaunchReader } from './launch-reader.ts';
import { readApart } from './read-apart.ts';
import type { Reading } from './reading.ts';

type Seen = Pick<Script, 'mediaType' | 'display' | 'words' | 'pages'>;

/**
 * What a file is and how many words it has, or why it is refused: truncated, encrypted, damaged, not what its name says.
 * A file that reaches a limit is taken in with its words not counted, and is never drawn in the page.
 */
export async function inspectScript(
  vault: Vault,
  file: { readonly name: string; readonly sha256: Digest; readonly size: number },
  launch: LaunchReader = forkReader,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Result<Seen, AppError>> {
  const { name, sha256, size } = file;
  const claimed = claimedType(name);
  const reading = await readApart(launch, { size, claimed, parts: readRange(vault, sha256, 0, size) }, limits);
  if (reading === 'limit') {
    const words = { kind: 'not-read', why: 'limit' } as const;
    return ok({ mediaType: mediaType(claimed ?? 'unknown'), display: 'external', words, pages: null });
  }
  switch (reading.kind) {
    case 'encrypted':
      return err({ code: 'file-encrypted', name });
    case 'truncated':
      return err({ code: 'file-truncated', name });
    case 'damaged':
      return err({ code: 'file-damaged', name, claimed: claimed ?? reading.found });
    case 'read':
      if (claimed !== null && claimed !== reading.found) {
        return err({ code: 'file-not-what-its-name-says', name, claimed, found: reading.found });
      }
      return ok(seen(reading.found, reading));
  }
}

function seen(type: FoundType, reading: Extract<Reading, { kind: 'read' }>): Seen {
  const shown = (type === 'pdf' || type === 'docx') && reading.drawable;
  return {
    mediaType: mediaType(type),
    display: shown ? type : 'external',
    words: reading.words,
    pages: reading.pages,
  };
}
