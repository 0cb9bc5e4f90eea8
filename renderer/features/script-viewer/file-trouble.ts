import { assertNever } from '../../../shared/lib/assert-never.ts';

/** Why a file cannot be shown. It can be marked all the same. */
export type FileTrouble = 'damaged' | 'encrypted' | 'not-there' | 'locked' | 'unreadable';

/** What happened, what is safe and what to do next. */
export function troubleSentence(trouble: FileTrouble): string {
  switch (trouble) {
    case 'damaged':
      return 'This file is damaged and cannot be shown. The bytes that were taken in are kept as they came; open it in its own program, or ask the learner for another copy.';
    case 'encrypted':
      return 'This file is protected by a password and cannot be shown here. It is kept as it came; open it in its own program, or ask the learner for a copy without a password.';
    case 'not-there':
      return 'This file is not in the workspace any more, or was changed on the disk. What you have marked is safe; restore a backup to have the file again.';
    case 'locked':
      return 'The workspace is locked. Unlock it, then open the script again; what you have marked is safe.';
    case 'unreadable':
      return 'This file could not be read. What you have marked is safe; try again, or open it in its own program.';
    default:
      return assertNever(trouble);
  }
}

/** A file that could not be opened, as a value to throw inside a surface's loading. */
export class FileTroubleError extends Error {
  readonly trouble: FileTrouble;

  constructor(trouble: FileTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/** The trouble that an answer of the host's content address stands for; null where it is an answer to use. */
export function troubleOfStatus(status: number): FileTrouble | null {
  if (status === 200 || status === 206) return null;
  if (status === 404 || status === 410 || status === 409) return 'not-there';
  if (status === 401 || status === 423) return 'locked';
  return 'unreadable';
}
