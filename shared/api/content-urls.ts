import type { CheckId, ScriptId, SheetId } from '../model/ids.ts';

/** Paths on the page's own origin. Reads answer ranges; they carry ids, never file names. */
export const contentUrls = {
  /** The learner's original bytes. */
  script: (script: ScriptId): string => `/content/script/${script}`,
  /** A signed revision as it was stored. */
  signed: (sheet: SheetId, revision: number, format: 'pdf' | 'docx'): string =>
    `/content/signed/${sheet}/${revision}.${format}`,
  /** The PDF of a sheet that came in, as it is now: each signature made here adds to it. */
  received: (check: CheckId): string => `/content/received/${check}.pdf`,
  /** The paper form as it would print now, marked DRAFT. */
  preview: (sheet: SheetId): string => `/content/preview/${sheet}.pdf`,
  /** The frame that a DOCX is drawn in, with its own policy. */
  documentFrame: '/frame/document.html',
  /** POST {name, size} gives {token}; then PUT chunks with ?offset=; see `TRANSFER_CHUNK`. */
  transfer: '/transfer',
} as const;

/** Bytes of one uploaded chunk. */
export const TRANSFER_CHUNK = 4 * 1024 * 1024;
/** The largest script taken in, in bytes. */
export const SCRIPT_LIMIT = 1024 * 1024 * 1024;
