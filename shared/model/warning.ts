/** What a rehearsal warns of, as the record of a signed sheet says it: nobody but the sheet's own people is named. */
export const WARNING_NAMES = {
  'referred-without-improvement': 'a referred section names no area for improvement',
  'no-judgement': 'criteria are judged without words',
  'evidence-after-today': 'evidence is dated after the signing',
  'declared-after-today': 'the declaration is dated after the signing',
  'received-after-today': 'the date received is after the signing',
  'declared-after-received': 'the declaration is dated after the date received',
  'received-before-earlier-signed': 'received before the earlier attempt was signed',
  'declared-before-earlier-signed': 'declared before the earlier attempt was signed',
  'received-before-return': 'received before the earlier attempt was returned',
  'today-before-signed': 'the date of signing is before an earlier signature',
  'pass-speaks-of-referral': 'the outcome is a pass, and the text speaks of a referral',
  'another-learners-name': 'the text names another learner',
  'same-feedback': "the same text stands on another learner's sheet",
  'quotation-without-words': 'a quotation has no words',
} as const;

export type WarningCode = keyof typeof WARNING_NAMES;

/** A warning that the assessor had seen when they signed. A later version of the app may know codes that this one does not. */
export type Acknowledged = {
  readonly code: string;
  readonly section: string | null;
  readonly criterion?: string;
};

/** A warning as the record says it; a code that is not known here is itself. */
export function warningName(code: string): string {
  return Object.hasOwn(WARNING_NAMES, code) ? WARNING_NAMES[code as WarningCode] : code;
}
