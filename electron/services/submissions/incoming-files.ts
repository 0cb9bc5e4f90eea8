import { randomUUID } from 'node:crypto';
import { SCRIPT_LIMIT } from '../../../shared/api/content-urls.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { type Stored, startFile, type Vault, type VaultWriter } from '../../vault/vault.ts';

/** A file that a transport brought in whole, waiting in the vault for the call that names its token. */
export type IncomingFile = Stored & { readonly name: string };

/**
 * Files on their way in. A transport begins one, appends its bytes in order, and the token that names it is good for
 * one call that takes it. Bytes are encrypted from the first; what is never claimed is tidied away at the next start.
 */
export type IncomingFiles = {
  readonly begin: (name: string, size: number) => Result<string, AppError>;
  readonly append: (token: string, offset: number, bytes: Uint8Array) => Result<null, AppError>;
  readonly claim: (token: string) => Result<IncomingFile, AppError>;
  /** Where a call that claimed a file had no use for it after all: its token is good again. */
  readonly putBack: (token: string, file: IncomingFile) => void;
  /** True while a file of this content waits for a call. */
  readonly holds: (sha256: Digest) => boolean;
  readonly abandon: (token: string) => void;
  /** When the workspace closes: nothing of it stays open. */
  readonly abandonAll: () => void;
};

/** The most files that may be on their way at once. */
const MOST_WAITING = 2000;
/** The writer comes with the first byte: a file that only waits holds nothing open. */
type Waiting = { readonly name: string; readonly size: number; writer: VaultWriter | null };

export function incomingFiles(vault: Vault): IncomingFiles {
  const waiting = new Map<string, Waiting>();
  const arrived = new Map<string, IncomingFile>();
  const drop = (token: string) => {
    waiting.get(token)?.writer?.abandon();
    waiting.delete(token);
  };

  return {
    begin(rawName, size) {
      const name = safeName(rawName);
      if (size === 0) return err({ code: 'file-empty', name });
      if (!Number.isSafeInteger(size) || size < 0 || size > SCRIPT_LIMIT) {
        return err({ code: 'file-too-large', name, most: SCRIPT_LIMIT });
      }
      if (waiting.size + arrived.size >= MOST_WAITING)
        return err({ code: 'not-available-here', what: 'more files at once' });
      const token = randomUUID();
      waiting.set(token, { name, size, writer: null });
      return ok(token);
    },
    append(token, offset, bytes) {
      const file = waiting.get(token);
      if (!file) return err({ code: 'file-token-unknown' });
      if (offset !== (file.writer?.size() ?? 0) || offset + bytes.length > file.size) {
        drop(token);
        return err({ code: 'file-truncated', name: file.name });
      }
      try {
        file.writer ??= startFile(vault);
        file.writer.append(bytes);
        if (file.writer.size() === file.size) {
          arrived.set(token, { name: file.name, ...file.writer.finish() });
          waiting.delete(token);
        }
      } catch (error) {
        drop(token);
        throw error;
      }
      return ok(null);
    },
    claim(token) {
      const file = arrived.get(token);
      const unfinished = waiting.get(token);
      arrived.delete(token);
      if (unfinished) {
        drop(token);
        return err({ code: 'file-truncated', name: unfinished.name });
      }
      return file ? ok(file) : err({ code: 'file-token-unknown' });
    },
    putBack: (token, file) => void arrived.set(token, file),
    holds: (sha256) => [...arrived.values()].some((file) => file.sha256 === sha256),
    abandon(token) {
      drop(token);
      arrived.delete(token);
    },
    abandonAll() {
      for (const token of waiting.keys()) drop(token);
      arrived.clear();
    },
  };
}

/** The last part of a name, without control characters and at most 200 characters; never a path. */
function safeName(raw: string): string {
  const last = raw.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(/\p{C}/gu, '').trim();
  if (/^\.*$/.test(name)) return 'script';
  if (name.length <= 200) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  const kept = name.slice(0, 200 - ending.length);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}${ending}`;
}
