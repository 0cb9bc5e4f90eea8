import { assertNever } from '../lib/assert-never.ts';
import type { Decision, Outcome, ReferredSection } from '../model/mark-sheet.ts';
import type { Scheme, SchemeRule } from '../model/pack.ts';
import type { WordCountVerdict } from '../model/submission.ts';
import { count, number } from './amounts.ts';
import { sectionName } from './section-name.ts';

/** The word for an outcome as forms and screens say it. */
export function outcomeWord(outcome: Outcome): string {
  switch (outcome) {
    case 'pass':
      return 'Pass';
    case 'referral':
      return 'Referral';
    case 'incomplete':
      return 'Incomplete';
    default:
      return assertNever(outcome);
  }
}

/** Why an outcome is what it is, a sentence a reason; none for a pass. */
export function decisionReasons(decision: Decision, scheme: Scheme): readonly string[] {
  switch (decision.outcome) {
    case 'pass':
      return [];
    case 'incomplete':
      return decision.unmarked.map((section) => `${sectionName(scheme, section)}: not marked yet`);
    case 'referral': {
      const sections = decision.referred.map((one) => referredReason(one, scheme));
      if (!decision.totalShort) return sections;
      const { total, needed } = decision.totalShort;
      return [`Total ${total}, at least ${needed} needed`, ...sections];
    }
    default:
      return assertNever(decision);
  }
}

/** "Context: 4 of 10, minimum 5". */
function referredReason(referred: ReferredSection, scheme: Scheme): string {
  const name = sectionName(scheme, referred.section);
  switch (referred.reason) {
    case 'below-minimum': {
      const available = scheme.sections.find((one) => one.id === referred.section)?.available ?? null;
      const of = available === null ? '' : ` of ${available}`;
      return `${name}: ${referred.mark}${of}, minimum ${referred.minimum}`;
    }
    case 'criterion-below-minimum':
      return `${name}: ${count(referred.criteria.length, 'criterion', 'criteria')} below the minimum`;
    case 'criterion-not-met':
      return `${name}: ${count(referred.criteria.length, 'criterion', 'criteria')} not yet achieved`;
    case 'named-by-assessor':
      return `${name}: named by the assessor, to be done again`;
    default:
      return assertNever(referred);
  }
}

/** What a scheme asks for a pass. */
export function ruleSentence(rule: SchemeRule): string {
  switch (rule.kind) {
    case 'section-minimum':
      return `Pass: ${rule.passTotal} or more overall, and the minimum in every section. One section never makes up for another.`;
    case 'criterion-minimum':
      return `Pass: the minimum in every criterion${rule.passTotal === null ? '' : `, and ${rule.passTotal} or more overall`}.`;
    case 'criteria-met':
      return 'Pass: every criterion achieved. There are no marks.';
    default:
      return assertNever(rule);
  }
}

/** The words of a script against its brief. */
export function wordCountSentence(verdict: WordCountVerdict): string {
  switch (verdict.kind) {
    case 'not-counted':
      return 'Words not counted: the text of the script cannot be read';
    case 'no-range':
      return `${number(verdict.words)} words; the brief sets no range`;
    case 'within':
      return `${number(verdict.words)} words, within ${number(verdict.minimum)} to ${number(verdict.maximum)}`;
    case 'under':
      return `${number(verdict.words)} words, under ${number(verdict.minimum)} to ${number(verdict.maximum)}`;
    case 'over':
      return `${number(verdict.words)} words, over ${number(verdict.minimum)} to ${number(verdict.maximum)}`;
    default:
      return assertNever(verdict);
  }
}
