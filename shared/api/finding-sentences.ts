import { assertNever } from '../lib/assert-never.ts';
import { showDate } from '../lib/dates.ts';
import type { Scheme } from '../model/pack.ts';
import type { RehearsalFinding } from '../rules/rehearsal-finding.ts';
import type { TextPlace } from '../rules/rehearsal-texts.ts';
import { count } from './amounts.ts';
import { evidenceList } from './evidence-list.ts';
import { sectionName } from './section-name.ts';

/** What the rehearsal found, naming the section by its heading, and what puts it right. */
export function sentenceForFinding(finding: RehearsalFinding, scheme: Scheme): string {
  switch (finding.code) {
    case 'no-script':
      return 'No script has been taken in for this attempt. Add the learner’s file.';
    case 'no-declaration':
      return 'The learner’s declaration of authenticity is not recorded. Enter its date.';
    case 'returned':
      return 'The script was returned to the learner unmarked. Withdraw the return before you sign.';
    case 'unmarked':
      return `${sectionName(scheme, finding.section)} ${scheme.rule.kind === 'section-minimum' ? 'has no mark yet' : 'is not fully marked yet'}.`;
    case 'no-feedback':
      return `${sectionName(scheme, finding.section)} has no feedback. Write a strength or an area for improvement.`;
    case 'nothing-to-redo':
      return 'Every section reaches its minimum but the total does not. Name the sections that the learner is to do again.';
    case 'missing-characters':
      return `${missingPlace(finding, scheme)} holds ${count(finding.characters.length, 'character', 'characters')} that no font of the form can print: ${finding.characters.join(' ')}. Write ${finding.characters.length === 1 ? 'it' : 'them'} in another way.`;
    case 'carried-from-reopened':
      return `${sectionName(scheme, finding.section)} is carried from a sheet that has been opened again. Sign that sheet first, or open this section with a reason.`;
    case 'carried-from-superseded':
      return `${sectionName(scheme, finding.section)} is carried from a revision that has been superseded. Take it from the new revision, or open it with a reason.`;
    case 'criterion-carried-from-reopened':
      return `${criterionOf(finding, scheme)} is carried from a sheet that has been opened again. Sign that sheet first, or judge the criterion again.`;
    case 'criterion-carried-from-superseded':
      return `${criterionOf(finding, scheme)} is carried from a revision that has been superseded. Judge the criterion again.`;
    case 'achieved-without-evidence':
      return `${criterionOf(finding, scheme)} is achieved, but no evidence is placed against it any more. Place the evidence, or judge the criterion again.`;
    case 'judged-on-other-evidence':
      return `${criterionOf(finding, scheme)} was judged on ${evidenceList(finding.judgedOn)} and points at ${evidenceList(finding.now)} now. Judge it again on this evidence, or put the evidence back.`;
    case 'no-judgement':
      return `${sectionName(scheme, finding.section)} judges ${finding.criteria.length === 1 ? 'criterion' : 'criteria'} ${finding.criteria.map((one) => numberOf(scheme, { section: finding.section, criterion: one })).join(', ')} without a word of why. Write the judgement.`;
    case 'evidence-after-today':
      return `E${finding.number} is dated ${showDate(finding.date)}, which is after today. Check its date.`;
    case 'referred-without-improvement':
      return `${sectionName(scheme, finding.section)} is referred but names no area for improvement. Say what the learner must do.`;
    case 'declared-after-today':
      return 'The declaration is dated after today. Check the date.';
    case 'received-after-today':
      return 'The date received is after today. Check the date.';
    case 'declared-after-received':
      return `The declaration is dated after the work was received on ${showDate(finding.received)}. Check both dates.`;
    case 'received-before-earlier-signed':
      return `This attempt was received before the one before it was signed on ${showDate(finding.signed)}. Check the date received.`;
    case 'declared-before-earlier-signed':
      return `The declaration is older than the signature of ${showDate(finding.signed)} on the attempt before. Check that it was given for this work.`;
    case 'received-before-return':
      return `This attempt was received before the one before it was returned on ${showDate(finding.returned)}. Check the date received.`;
    case 'today-before-signed':
      return `By this laptop’s clock today is before ${showDate(finding.signed)}, when something of this learner’s was signed already. Check the clock.`;
    case 'pass-speaks-of-referral':
      return `The outcome is a Pass, but ${textOf(finding, scheme)} speak of a referral: “${finding.words}”. Check the marks or the words.`;
    case 'another-learners-name':
      return `${capital(textOf(finding, scheme))} name “${finding.words}”, as another learner is called (${finding.registrationNumber}). Check who is meant.`;
    case 'same-feedback':
      return `${capital(textOf(finding, scheme))} stand word for word on the sheet of ${finding.registrationNumber}, attempt ${finding.attempt}. Check that they are about this work.`;
    case 'placeholder-left':
      return `${capital(textOf(finding, scheme))} still hold ${finding.words}. Write what it stands for.`;
    case 'quotation-without-words':
      return `${capital(textOf(finding, scheme))} hold ${finding.number === null ? 'a quotation' : `quotation ${finding.number}`} without the learner’s words. Add them or take it out.`;
    default:
      return assertNever(finding);
  }
}

/** A criterion by the numbers that the units print, in its section. */
function criterionOf(finding: CriterionPlace, scheme: Scheme): string {
  return `Criterion ${numberOf(scheme, finding)} of ${sectionName(scheme, finding.section)}`;
}

type CriterionPlace = { readonly section: string; readonly criterion: string };

function numberOf(scheme: Scheme, place: CriterionPlace): string {
  const criteria = scheme.sections.find((one) => one.id === place.section)?.criteria ?? [];
  const answers = criteria.find((one) => one.id === place.criterion)?.answers ?? [];
  return answers.map((one) => one.criterion).join(', ') || place.criterion;
}

const FIELDS = { strengths: 'the strengths', improvements: 'the areas for improvement', judgement: 'the words' };

function textOf({ section, field, criterion }: TextPlace, scheme: Scheme): string {
  const of = criterion === null ? sectionName(scheme, section) : criterionOf({ section, criterion }, scheme);
  return `${FIELDS[field]} of ${of.charAt(0).toLowerCase()}${of.slice(1)}`;
}

function missingPlace(finding: Extract<RehearsalFinding, { code: 'missing-characters' }>, scheme: Scheme): string {
  const place = capital(finding.place);
  return finding.section === null ? place : `${place} of ${sectionName(scheme, finding.section)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
