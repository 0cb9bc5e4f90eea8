import type { AppError } from '../../../shared/api/errors.ts';
import { ROLE_NAMES } from '../../../shared/api/evidence-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';

/** What signing it is called: "Sign as IQA". */
export function signVerb({ role }: SignaturePlace): string {
  return `Sign as ${ROLE_NAMES[role]}`;
}

const DUE: Readonly<Record<SignaturePlace['role'], string>> = {
  assessor: 'Signature',
  'countersigning-assessor': 'Countersignature',
  iqa: 'IQA check',
  ev: 'External verification',
};

/** What is due on a sheet from whoever signs in a role. */
export function dueWord(role: SignaturePlace['role']): string {
  return DUE[role];
}

/** Why a place is not for the person here, where nothing was tried yet. */
export function whyNot(refusal: AppError): string {
  switch (refusal.code) {
    case 'not-your-role':
      return `Not yours to sign: it takes the role of ${ROLE_NAMES[refusal.role]}, which your certificate does not name`;
    case 'own-work':
      return 'Not yours to sign: you marked this sheet, and nobody checks their own work';
    case 'place-waits':
      return `Waits for “${refusal.place}”, which has to be signed first`;
    case 'place-passed':
      return `Passed over: “${refusal.place}” has been signed already`;
    case 'signed-by-you':
      return `Not yours to sign: you signed at “${refusal.place}”, and each signature is another person’s`;
    case 'sheet-moved-on':
      return `Revision ${refusal.revision} came in since, so this one is not signed any more`;
    default:
      return sentenceFor(refusal);
  }
}
