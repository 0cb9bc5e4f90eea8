import { assertNever } from '../../lib/assert-never.ts';
import { count, number } from '../wording.ts';
import type { EvidenceFault, EvidenceFinding } from './evidence-finding.ts';

/** What a finding about a sheet's evidence says. */
export function sentenceForEvidence(finding: EvidenceFinding): string {
  switch (finding.code) {
    case 'evidence-whole':
      return finding.achieved === 0
        ? `No criterion is achieved yet, and the list of evidence (${count(finding.items, 'piece', 'pieces')}) fits the judgements.`
        : `Every criterion that is achieved (${number(finding.achieved)}) points at evidence in the sheet’s list (${count(finding.items, 'piece', 'pieces')}), and each judgement is the last of those that led to it, made on that evidence.`;
    case 'evidence-wrong':
      return `The sheet’s evidence contradicts itself: ${faultWords(finding.fault)}.`;
    case 'judged-out-of-order':
      return `The judgements on “${finding.criterion}” are not in the order of their times; the computer’s clock was wrong at least once.`;
    default:
      return assertNever(finding);
  }
}

function faultWords(fault: EvidenceFault): string {
  switch (fault.kind) {
    case 'number-twice':
      return `the number E${fault.number} stands in the list more than once`;
    case 'item-twice':
      return `the piece with the number E${fault.number} stands in the list more than once`;
    case 'without-evidence':
      return `“${fault.criterion}” is achieved without any evidence`;
    case 'names-no-item':
      return `“${fault.criterion}” points at evidence that is not in the list`;
    case 'trail-ends-otherwise':
      return `the last judgement on “${fault.criterion}” is another than the one that the sheet states`;
    case 'judged-on-other-evidence':
      return `the last judgement on “${fault.criterion}” was made on other evidence than the sheet points at`;
    case 'attempts-out-of-order':
      return `the judgements on “${fault.criterion}” are not in the order of the attempts`;
    case 'carried-not-achieved':
      return `“${fault.criterion}” is said to be achieved in an earlier attempt, and is not achieved`;
    default:
      return assertNever(fault);
  }
}
