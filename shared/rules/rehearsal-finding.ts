import type { CivilDate } from '../lib/dates.ts';
import type { WarningCode } from '../model/warning.ts';
import type { TextPlace } from './rehearsal-texts.ts';

/** What the person is shown before signing. Errors block; warnings are acknowledged. Each names the place to jump to. */
export type RehearsalFinding = RehearsalError | RehearsalWarning;

type RehearsalError =
  | { readonly code: 'no-script'; readonly severity: 'error' }
  | { readonly code: 'no-declaration'; readonly severity: 'error' }
  | { readonly code: 'returned'; readonly severity: 'error' }
  | { readonly code: 'unmarked'; readonly severity: 'error'; readonly section: string }
  | { readonly code: 'no-feedback'; readonly severity: 'error'; readonly section: string }
  | { readonly code: 'nothing-to-redo'; readonly severity: 'error' }
  | {
      readonly code: 'missing-characters';
      readonly severity: 'error';
      readonly place: string;
      readonly section: string | null;
      readonly characters: readonly string[];
    }
  /** A placeholder of the comment bank that nobody filled in, as it stands. */
  | TextFinding<'placeholder-left', 'error', { readonly words: string }>
  /** The section was carried from a revision that was opened again since: what it says may not stand. */
  | { readonly code: 'carried-from-reopened'; readonly severity: 'error'; readonly section: string }
  | { readonly code: 'carried-from-superseded'; readonly severity: 'error'; readonly section: string }
  /** The same of a criterion that was carried forward within a referred section. */
  | CriterionFinding<'criterion-carried-from-reopened'>
  | CriterionFinding<'criterion-carried-from-superseded'>
  /** What was held to prove it was taken away since. */
  | CriterionFinding<'achieved-without-evidence'>
  /** What is held to prove it is another than what it was judged on, both by their numbers. */
  | (CriterionFinding<'judged-on-other-evidence'> & {
      readonly judgedOn: readonly number[];
      readonly now: readonly number[];
    });

/** Dates carry the date that theirs is out of order with, so that another one is a warning of its own. */
export type RehearsalWarning =
  | Warning<'referred-without-improvement', { readonly section: string }>
  /** Criteria that were judged in this attempt without a word of why. */
  | Warning<'no-judgement', { readonly section: string; readonly criteria: readonly string[] }>
  /** A piece of evidence by its number, of something that is still to happen. */
  | Warning<'evidence-after-today', { readonly number: number; readonly date: CivilDate }>
  | Warning<'declared-after-today', object>
  | Warning<'received-after-today', object>
  | Warning<'declared-after-received', { readonly received: CivilDate }>
  /** Of a further attempt: its work, or the learner's word on it, is older than what it answers. */
  | Warning<'received-before-earlier-signed', { readonly signed: CivilDate }>
  | Warning<'declared-before-earlier-signed', { readonly signed: CivilDate }>
  | Warning<'received-before-return', { readonly returned: CivilDate }>
  /** The clock says a day before one that something was signed on already. */
  | Warning<'today-before-signed', { readonly signed: CivilDate }>
  | TextFinding<'pass-speaks-of-referral', 'warning', { readonly words: string }>
  | TextFinding<'another-learners-name', 'warning', { readonly words: string; readonly registrationNumber: string }>
  | TextFinding<'same-feedback', 'warning', { readonly registrationNumber: string; readonly attempt: number }>
  | TextFinding<'quotation-without-words', 'warning', { readonly number: number | null }>;

type Warning<Code extends WarningCode, More> = { readonly code: Code; readonly severity: 'warning' } & More;

type TextFinding<Code extends string, Severity, More> = TextPlace & {
  readonly code: Code;
  readonly severity: Severity;
} & More;

type CriterionFinding<Code extends string> = {
  readonly code: Code;
  readonly severity: 'error';
  readonly section: string;
  readonly criterion: string;
};

/** Something carried that no longer comes from the latest signed revision of its sheet; a whole section without a criterion. */
export type Stale = {
  readonly section: string;
  readonly criterion: string | null;
  readonly state: 'reopened' | 'superseded';
};

export function isWarning(finding: RehearsalFinding): finding is RehearsalWarning {
  return finding.severity === 'warning';
}
