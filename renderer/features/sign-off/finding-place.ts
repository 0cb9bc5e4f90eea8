import type { FieldEdit } from '../../../shared/api/inputs.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { TextPlace } from '../../../shared/rules/rehearsal-texts.ts';
import type { DeskFinding } from './desk-finding.ts';

/** Where a finding is put right: in a section of the sheet, in the naming of sections to redo, or outside it. */
export type FindingPlace =
  | {
      readonly kind: 'section';
      readonly section: string;
      readonly part: 'criteria' | 'strengths' | 'improvements' | 'judgement' | 'mark';
      /** Where the part is one criterion's. */
      readonly criterion?: string;
    }
  | { readonly kind: 'redo' }
  | { readonly kind: 'learner' }
  | { readonly kind: 'portfolio' }
  | { readonly kind: 'centre' };

export function placeOf(finding: DeskFinding): FindingPlace {
  switch (finding.code) {
    case 'not-saved':
      return fieldPlace(finding.unsaved.edit);
    case 'unmarked':
      return { kind: 'section', section: finding.section, part: 'mark' };
    case 'no-feedback':
      return { kind: 'section', section: finding.section, part: 'strengths' };
    case 'referred-without-improvement':
      return { kind: 'section', section: finding.section, part: 'improvements' };
    case 'carried-from-reopened':
    case 'carried-from-superseded':
      return { kind: 'section', section: finding.section, part: 'criteria' };
    case 'criterion-carried-from-reopened':
    case 'criterion-carried-from-superseded':
    case 'achieved-without-evidence':
    case 'judged-on-other-evidence':
      return { kind: 'section', section: finding.section, part: 'mark', criterion: finding.criterion };
    case 'no-judgement': {
      const [criterion] = finding.criteria;
      return { kind: 'section', section: finding.section, part: 'judgement', ...(criterion && { criterion }) };
    }
    case 'evidence-after-today':
      return { kind: 'portfolio' };
    case 'placeholder-left':
    case 'pass-speaks-of-referral':
    case 'another-learners-name':
    case 'same-feedback':
    case 'quotation-without-words':
      return textPlace(finding);
    case 'missing-characters':
      return missingPlace(finding.place, finding.section);
    case 'nothing-to-redo':
      return { kind: 'redo' };
    case 'no-script':
    case 'no-declaration':
    case 'returned':
    case 'declared-after-today':
    case 'received-after-today':
    case 'declared-after-received':
    case 'received-before-earlier-signed':
    case 'declared-before-earlier-signed':
    case 'received-before-return':
    case 'today-before-signed':
      return { kind: 'learner' };
    default:
      return assertNever(finding);
  }
}

function fieldPlace(edit: FieldEdit): FindingPlace {
  switch (edit.kind) {
    case 'mark':
    case 'strengths':
    case 'improvements':
      return { kind: 'section', section: edit.section, part: edit.kind };
    case 'criterion-mark':
    case 'criterion-met':
    case 'judgement':
      return { kind: 'section', section: edit.section, part: 'mark', criterion: edit.criterion };
    case 'seen':
      return { kind: 'section', section: edit.section, part: 'criteria', criterion: edit.criterion };
    case 'redo':
      return { kind: 'redo' };
    default:
      return assertNever(edit);
  }
}

function textPlace({ section, field, criterion }: TextPlace): FindingPlace {
  return { kind: 'section', section, part: field, ...(criterion !== null && { criterion }) };
}

function missingPlace(place: string, section: string | null): FindingPlace {
  if (section === null) return { kind: /^(centre|assessor)/i.test(place) ? 'centre' : 'learner' };
  const part = /^areas/i.test(place) ? 'improvements' : /^(seen|judgement)/i.test(place) ? 'criteria' : 'strengths';
  return { kind: 'section', section, part };
}

/** The word on the button that goes there. */
export function placeWord(place: FindingPlace): string {
  switch (place.kind) {
    case 'section':
      return 'Go there';
    case 'redo':
      return 'Name them';
    case 'learner':
      return 'Open the learner';
    case 'portfolio':
      return 'Open the portfolio';
    case 'centre':
      return 'Open the settings';
    default:
      return assertNever(place);
  }
}
