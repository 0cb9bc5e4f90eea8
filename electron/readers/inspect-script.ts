import { Worker } from 'node:worker_threads';
import type { AppError } from '../../shared/api/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Digest } from '../../shared/model/ids.ts';
import type { Script, ScriptDisplay } from '../../shared/model/submission.ts';
import { readRange, type Vault } from '../vault/vault.ts';
import { claimedType, type FoundType, mediaType } from './file-type.ts';
import type { Reading, ReadingRequest } from './reading.ts';

/** Time and memory for reading one file's text. A file that needs more is taken in with its words not counted. */
const READ_MS = 120_000;
const READ_HEAP_MB = 1024;

type Seen = Pick<Script, 'mediaType' | 'display' | 'words' | 'pages'>;

/** What a file is and how many words it has, or why it is refused: truncated, encrypted, damaged, not what its name says. */
export async function inspectScript(
  vault: Vault,
  file: { readonly name: string; readonly sha256: Digest; readonly size: number },
): Promise<Result<Seen, AppError>> {
  const { name } = file;
  const claimed = claimedType(name);
  const bytes = await readOnce(vault, file);
  const reading = await readApart({ bytes, claimed });
  if (reading === 'limit') {
    return ok(seen(claimed ?? 'unknown', { words: { kind: 'not-read', why: 'limit' }, pages: null }));
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

/** The file in one piece of memory, which then moves to the thread: a large script is held once. */
async function readOnce(
  vault: Vault,
  file: { readonly sha256: Digest; readonly size: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for await (const part of readRange(vault, file.sha256, 0, file.size)) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function seen(type: FoundType, reading: Pick<Script, 'words' | 'pages'>): Seen {
  return { mediaType: mediaType(type), display: displayOf(type), words: reading.words, pages: reading.pages };
}

function displayOf(type: FoundType): ScriptDisplay {
  return type === 'pdf' || type === 'docx' ? type : 'external';
}

/** One thread for one file. `limit` where time or memory ran out, or the thread died of the file. */
function readApart(request: ReadingRequest): Promise<Reading | 'limit'> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL(`./reader-thread${extension()}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: READ_HEAP_MB },
      // No inherited standard streams: a library's warning about a learner's file goes nowhere.
      stdout: true,
      stderr: true,
      env: {},
    });
    const timer = setTimeout(() => finish('limit'), READ_MS);
    const finish = (answer: Reading | 'limit') => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    thread.once('message', finish);
    thread.once('error', () => finish('limit'));
    thread.once('exit', () => finish('limit'));
    thread.postMessage(request, [request.bytes.buffer]);
  });
}

/** The thread's file stands beside this one, as source or as built. */
function extension(): string {
  return import.meta.url.endsWith('.ts') ? '.ts' : '.js';
}
