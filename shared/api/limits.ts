/** The longest feedback a field takes, in UTF-16 code units. */
export const FEEDBACK_LIMIT = 60_000;
/** The shortest passphrase, in characters. */
export const PASSPHRASE_LEAST = 10;
/** What a centre may enter of a unit that its source says nothing of; lengths in characters. */
export const ENTERED_LIMITS = { outcomes: 50, criteria: 100, text: 2000, origin: 400 } as const;
