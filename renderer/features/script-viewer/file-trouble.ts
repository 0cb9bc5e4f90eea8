import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';

/** Why a file cannot be shown: what it is, or what the host said when it was asked for. */
export type FileTrouble =
  | { readonly kind: 'damaged' | 'encrypted' | 'not-there' | 'unreadable' }
  | { readonly kind: 'refused'; readonly error: AppError };

/** What happened, what is safe and what to do next. */
export function troubleSentence(trouble: FileTrouble): string {
  switch (trouble.kind) {
    case 'damaged':
      return 'This file is damaged and cannot be drawn. It is kept exactly as it came, and the sheet is safe. Open it in its own program, or ask the learner for another copy.';
    case 'encrypted':
      return 'This file is protected by a password and cannot be drawn. It is kept exactly as it came, and the sheet is safe. Open it in its own program, or ask the learner for a copy without a password.';
    case 'not-there':
      return 'This file is not in the workspace. What was marked is safe. Restore the latest backup to have the file again.';
    case 'unreadable':
      return 'This file could not be read. What was marked is safe. Leave this attempt and open it again; if that does not help, restart Countersign.';
    case 'refused':
      return sentenceFor(trouble.error);
    default:
      return assertNever(trouble);
  }
}

/** A file that could not be opened, to throw inside a surface's loading. */
export class FileTroubleError extends Error {
  readonly trouble: FileTrouble;

  constructor(trouble: FileTrouble, cause?: unknown) {
    super(trouble.kind, { cause });
    this.trouble = trouble;
  }
}

/** Reads why the host's content address gave no bytes. */
export async function troubleOfAnswer(response: Response): Promise<FileTrouble> {
  if (response.status === 404) return { kind: 'not-there' };
  const body: unknown = await response.json().catch(() => null);
  return parseRefusal(body) ?? { kind: 'unreadable' };
}

/** `{ok: false, error}` as the router answers it. */
function parseRefusal(body: unknown): FileTrouble | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return { kind: 'refused', error: error as AppError };
}
