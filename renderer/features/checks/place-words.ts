import { ROLE_NAMES } from '../../../shared/api/evidence-sentences.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';

/** What the form calls a place, without its colon. */
export function placeLabel({ signatureLabel }: SignaturePlace): string {
  return signatureLabel.replace(/\s*:\s*$/, '');
}

/** What signing it is called: "Sign as IQA". */
export function signVerb({ role }: SignaturePlace): string {
  return `Sign as ${ROLE_NAMES[role]}`;
}

/** What is due on a sheet by the id of its place; a place that is not known by its id is named no closer. */
export function dueWord(place: string): string {
  const known: Readonly<Record<string, string>> = { iqa: 'IQA check', ev: 'External verification' };
  return known[place] ?? 'Countersignature';
}
