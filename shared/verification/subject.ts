import { assertNever } from '../lib/assert-never.ts';
import type { Decision, SignedSheet } from '../model/mark-sheet.ts';
import { outcomeText } from './data/derive-outcome.ts';
import { safeText } from './safe-text.ts';
import type { Content, Subject } from './verification.ts';
import { number } from './wording.ts';

/** What the data of a file say that it is about; null for a check that came without its sheet. */
export function subjectOf(content: Content): Subject | null {
  switch (content.kind) {
    case 'sheet': {
      const { sheet } = content.attached;
      return content.check
        ? sheetSubject('check', sheet, content.check.decision)
        : sheetSubject('sheet', sheet, sheet.decision);
    }
    case 'check':
      return null;
    case 'extract':
      return { kind: 'extract', title: safeText(content.extract.title) };
    case 'register': {
      const { centre, edition } = content.register;
      return { kind: 'register', title: safeText(`${centre.name}, edition ${edition}`) };
    }
    default:
      return assertNever(content);
  }
}

function sheetSubject(kind: 'sheet' | 'check', sheet: SignedSheet, decision: Decision): Subject {
  return {
    kind,
    registrationNumber: safeText(sheet.learner.registrationNumber),
    assessment: safeText(sheet.assessment.title),
    attempt: sheet.attempt.number,
    revision: sheet.revision,
    outcome: safeText(outcomeText(sheet.form, decision.outcome) ?? 'not complete'),
    total: decision.total,
  };
}

/** "Mark sheet of ABC123, Reflective review, attempt 1, revision 1: PASS, total 67". */
export function subjectWords(subject: Subject): string {
  switch (subject.kind) {
    case 'sheet':
    case 'check': {
      const what = subject.kind === 'sheet' ? 'Mark sheet' : 'Check of the mark sheet';
      const total = subject.total === null ? '' : `, total ${number(subject.total)}`;
      return `${what} of ${subject.registrationNumber}, ${subject.assessment}, attempt ${number(subject.attempt)}, revision ${number(subject.revision)}: ${subject.outcome}${total}`;
    }
    case 'extract':
      return `Extract of an audit chain, ${subject.title}`;
    case 'register':
      return `Register of ${subject.title}`;
    default:
      return assertNever(subject);
  }
}
