import type { Finding } from '../finding.ts';
import type { HeldRegister } from '../trust/judge-trust.ts';
import type { Content } from '../verification.ts';

/** What the data that a file carries come to. */
export type JudgedData = {
  readonly findings: readonly Finding[];
  readonly content: Content | null;
  readonly register: HeldRegister | null;
};

/** Data are judged only where a signature holds; of an altered file they prove nothing. */
export const DATA_NOT_READ: JudgedData = {
  findings: [{ code: 'data-not-read', severity: 'note' }],
  content: null,
  register: null,
};
