import { number } from '../../../shared/api/amounts.ts';
import type { AuditStatus } from '../../../shared/api/contract.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { ChainFault } from '../../../shared/rules/audit-chain.ts';

type Check = AuditStatus['check'];

/** What the check of the whole chain came to, in plain words. */
export function chainWords(check: Check): { readonly tone: 'info' | 'done' | 'error'; readonly text: string } {
  switch (check.state) {
    case 'running':
      return { tone: 'info', text: `Checking in the background: ${number(check.checked)} links so far.` };
    case 'whole':
      return {
        tone: 'done',
        text: `Whole: ${links(check.checked)}${erased(check.erased)}.`,
      };
    case 'broken':
      return {
        tone: 'error',
        text: `Broken at link ${number(check.fault.sequence)}: ${faultWords(check.fault.fault)} ${TODO}`,
      };
    default:
      return assertNever(check);
  }
}

const TODO =
  'Signed files prove themselves and are not touched by this. Keep the folder as it is, and show this to the lead IQA before you go on.';

function links(checked: number): string {
  return checked === 1 ? 'the one link holds' : `all ${number(checked)} links follow from each other`;
}

function erased(links: number): string {
  if (links === 0) return '';
  return `; of ${number(links)} of them what was recorded is erased, as it may be, and the link still proves its place`;
}

function faultWords(fault: ChainFault['fault']): string {
  switch (fault) {
    case 'out-of-order':
      return 'a link is missing there, or stands in another place.';
    case 'link-broken':
      return 'it does not follow from the link before.';
    case 'hash-wrong':
      return 'what it says was changed after it was written.';
    case 'payload-altered':
      return 'what was recorded with it was changed after it was written.';
    case 'end-missing':
      return 'the links after it were cut off, though they once were there.';
    case 'unreadable':
      return 'the workspace does not give the link that should follow.';
    default:
      return assertNever(fault);
  }
}
