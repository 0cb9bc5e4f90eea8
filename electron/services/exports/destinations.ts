import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

/** Folders that a person or a scenario chose for exports; the page knows only their tokens, each good for one export. */
export type Destinations = {
  readonly issue: (folder: string) => string;
  readonly claim: (token: string) => Result<string, AppError>;
};

export function destinations(): Destinations {
  const chosen = new Map<string, string>();
  return {
    issue(folder) {
      const token = randomUUID();
      chosen.set(token, folder);
      return token;
    },
    claim(token) {
      const folder = chosen.get(token);
      chosen.delete(token);
      return folder === undefined ? err({ code: 'destination-token-unknown' }) : ok(folder);
    },
  };
}
