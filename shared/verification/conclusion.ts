import type { Finding } from './finding.ts';
import { sentenceForVerdict } from './sentence.ts';
import { subjectWords } from './subject.ts';
import type { Subject, Verification } from './verification.ts';
import { number } from './wording.ts';

/** What speaks against the words of a file, while its signatures hold. */
const CONTRADICTIONS: ReadonlySet<Finding['code']> = new Set([
  'digest-wrong',
  'outcome-wrong',
  'evidence-wrong',
  'author-differs',
  'check-of-another-sheet',
  'page-disagrees',
  'field-disagrees',
  'maker-differs',
  'payload-altered',
  'chain-broken',
  'chain-length',
] satisfies Finding['code'][]);

/** The last line of a report: the verdict, what the file is about, and what was not judged. */
export function conclusion({ verdict, findings, subject, trust }: Verification): string {
  const about = subject === null ? '' : ` ${subjectWords(subject)}${otherOutcome(subject, findings)}.`;
  const against = findings.filter((one) => one.severity === 'altered');
  if (verdict === 'altered' && against.every((one) => CONTRADICTIONS.has(one.code))) {
    return `WRONG.${about} The signatures hold, but what was signed contradicts itself. Do not rely on it; ask the signer.`;
  }
  const said = sentenceForVerdict(verdict);
  if (verdict !== 'intact') return about === '' ? said : `${said} It says of itself:${about}`;
  const [word = '', ...rest] = said.split(' ');
  const listed = trust.length > 0 && trust.every((one) => one.carriedRegister === 'listed');
  const hint = listed
    ? ' The register that it carries lists their keys; compare its signer’s key with the centre.'
    : '';
  return `${word}${about} ${rest.join(' ')}${hint}`;
}

/** Where quality assurance came to another outcome than the assessor, the one that the subject does not name. */
function otherOutcome({ kind }: Subject, findings: readonly Finding[]): string {
  const differ = findings.find((one) => one.code === 'outcomes-differ');
  if (!differ) return '';
  const { outcome, total } = kind === 'check' ? differ.assessor : differ.checked;
  return `; ${kind === 'check' ? 'assessor' : 'quality assurance'}: ${outcome}${total === null ? '' : `, total ${number(total)}`}`;
}
