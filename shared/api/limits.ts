/** The longest feedback a field takes, in UTF-16 code units. */
export const FEEDBACK_LIMIT = 60_000;
/** The shortest passphrase, in characters. */
export const PASSPHRASE_LEAST = 10;
