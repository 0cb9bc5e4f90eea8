import { civilDateOf, showDate } from '../../lib/dates.ts';
import { problemWords } from '../problem-words.ts';
import type { TrustFinding } from '../trust/trust-finding.ts';
import { sentenceForTrust } from '../trust/trust-sentence.ts';
import { count, list, number } from '../wording.ts';
import type { ChainFinding, ShownEvent } from './chain-finding.ts';
import { eventWords } from './event-words.ts';

/** What a finding in an extract or a register says. */
export function sentenceForChain(finding: ChainFinding | TrustFinding): string {
  switch (finding.code) {
    case 'json-unreadable':
      return `The file cannot be read as what its first character promises (${problemWords(finding.problem)}), so it was not checked.`;
    case 'json-unknown':
      return 'The file is neither an extract of an audit chain nor a register of this app, so it was not checked.';
    case 'text-not-as-named':
      return `What was signed as ${finding.what === 'extract' ? 'an extract' : 'a register'} is none (${problemWords(finding.problem)}).`;
    case 'chain-whole': {
      const { from, to, head, shown, hidden } = finding;
      const links =
        from > to ? 'No link follows' : `Links ${number(from)} to ${number(to)} follow one another without a gap`;
      return `${links} and lead to the head ${head}: nothing between was taken out, put in or put in another order. ${count(shown, 'link is', 'links are')} shown, ${number(hidden)} of others stand as hashes alone.`;
    }
    case 'chain-broken':
      return `Links ${number(finding.from)} to ${number(finding.to)} do not lead to the head that the extract names: a link was cut out, changed, put in or put in another order.`;
    case 'chain-length':
      return `The extract holds ${count(finding.links, 'link', 'links')} and says that it holds ${number(finding.stated)}.`;
    case 'payload-altered':
      return `What link ${number(finding.sequence)} shows is not what was recorded in it.`;
    case 'payloads-withheld':
      return `The details of ${finding.sequences.length === 1 ? 'link' : 'links'} ${list(finding.sequences.map(number))} are not in the extract: they were erased, or tell of others too. That each act happened, and when it is said to have happened, stands all the same.`;
    case 'chain-begins-late':
      return `The extract begins with link ${number(finding.from)}; what came before is not in it and was not checked.`;
    case 'chain-clock-back':
      return `At link ${number(finding.sequence)} the recording computer’s clock stood before the link above it; one of the two times is wrong.`;
    case 'chain-events':
      return `${finding.title}: ${firstEvents(finding.events, finding.count)}.`;
    case 'maker-differs':
      return `The text names ${finding.stated} as who made it, with another key than that of ${finding.signer}, who signed it.`;
    case 'register-read':
      return `Register of ${finding.centre}, edition ${number(finding.edition)}: ${list(finding.people)}.`;
    default:
      return sentenceForTrust(finding);
  }
}

function firstEvents(events: readonly ShownEvent[], all: number): string {
  const shown = events.map(
    (one) => `${number(one.sequence)} ${eventWords(one.kind)} (${showDate(civilDateOf(one.at))})`,
  );
  return list(all > events.length ? [...shown, `${number(all - events.length)} further events`] : shown);
}
