/** What a dialog offers to be verified: signed sheets and checks, extracts of the audit chain, registers. */
export const VERIFIED_TYPES = '.pdf,.docx,.json';
/** A signed sheet as it travels between people. */
export const SHEET_TYPES = '.pdf,.docx';
