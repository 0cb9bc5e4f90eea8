/** What may follow "be referred", "refer this section": the work of a learner. */
const WORK =
  '(?:section|part|work|task|assignment|assessment|unit|submission|script|sheet|criterion|criteria|outcome|attempt)s?';
const THIS = '(?:this|that|the|your|its|each|every|all)';
/** Referrals of business: of patients and customers, and what such schemes are called. */
const SENT_ON =
  '(?:patient|client|customer|employee|staff|candidate|student|self|gp|hospital|medical|friend|network|mouth)s?';
const SCHEME =
  '(?:scheme|pathway|programme|program|fee|rate|source|bonus|bonuse|network|marketing|agency|form|letter|process)s?';

/**
 * Words that speak of a referral or a resubmission. A convention of the app, in no source: a list for the eye, which
 * leaves out what the same words say of a model, a patient or a project.
 */
const PATTERNS: readonly RegExp[] = [
  expression(`(?<!${SENT_ON}[ '’-]*s? )referrals?(?! ${SCHEME}\\b)(?! (?:of|to|from) )`),
  // "is referred", "to be referred for resubmission"; not "referred to as", "referred back to the model".
  expression(
    `(?:is|are|be|been|was|were|being)(?: (?:now|still|therefore|again))? referred(?! (?:back )?(?:to|as|by)\\b)`,
  ),
  expression(`referred ${WORK}`),
  expression(`refer(?:ring)? (?:${THIS} )?(?:[a-z]+ )?${WORK}(?! (?:back )?to\\b)`),
  // The decision by itself: "Decision: refer."
  expression('(?:decision|outcome|result|grade)(?: is)?[:,]? (?:a )?(?:refer|fail)'),
  expression('re-?submit(?:s|ted|ting)?'),
  expression('re-?submissions?'),
  expression('not yet (?:been )?(?:met|achieved|passed|competent|sufficient|reached|demonstrated|evidenced)'),
  expression(
    `(?:${WORK}|requirement|standard|minimum|minima|pass mark)s? (?:is|are|was|were|has|have) ?n[o'’]t (?:been )?(?:met|achieved|passed|reached)`,
  ),
  expression("(?:is|was|has|have|do|does|did|can|could|will) ?(?:n[’']t|not|cannot) (?:yet )?pass(?:ed)?"),
  expression('(?:below|under|short of) the (?:minimum|pass) ?marks?'),
  expression('(?:a|an outright|(?:this|you)(?: would| will| must)?) fail(?! to\\b)'),
  expression(`${WORK} (?:has |have |therefore )?fail(?:s|ed)?`),
  expression(`fail(?:s|ed|ing)? ${THIS} ${WORK}`),
  expression(
    'you (?:have |would )?fail(?:ed)?(?= ?(?:[.,;:!?]|$| here\\b| to (?:meet|reach|achieve|pass|satisfy)\\b))',
  ),
];

/** What a resubmission's own feedback may say of what was done before it. */
const OF_A_RESUBMISSION = /^re-?(?:submissions?|submitted)$/u;
/** "No need to resubmit", "without a referral". */
const DENIED = /\b(?:no|not|never|without|nor|avoid(?:s|ed|ing)?|[a-z]+n['’]t)(?: [a-z]+){0,3} $/u;

/**
 * The first words of a text that speak of a referral, as they stand there; null where none do. From the second attempt on
 * a text may look back at a resubmission.
 */
export function referralWords(text: string, attempt: number): string | null {
  const flat = text.replace(/[\s\u00a0]+/gu, ' ');
  const lower = flat.toLowerCase();
  // Lower case is as long as what it is of but for a letter or two, which no word below has.
  const found = PATTERNS.flatMap((pattern) => [...lower.matchAll(pattern)])
    .filter(
      ({ 0: words, index }) =>
        !DENIED.test(sentenceBefore(lower, index)) && !(attempt > 1 && OF_A_RESUBMISSION.test(words)),
    )
    .sort((one, other) => one.index - other.index);
  const [first] = found;
  if (!first) return null;
  return lower.length === flat.length ? flat.slice(first.index, first.index + first[0].length) : first[0];
}

function sentenceBefore(text: string, at: number): string {
  const before = text.slice(0, at);
  return before.slice(
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf(': '), before.lastIndexOf(', ')) +
      1,
  );
}

function expression(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}]|-\\p{L})`, 'gu');
}
