import { sizeText } from '../../shared/api/amounts.ts';
import type { Script } from '../../shared/model/submission.ts';
import { safeText } from '../../shared/verification/safe-text.ts';
import type { Lying } from './probe-files.ts';
import type { Act, Drawn } from './probe-window.ts';

/** What became of one file. */
export type Probed = {
  /** Under the folder that was probed. */
  readonly name: string;
  readonly size: number;
  /** Milliseconds until it was taken in or refused. */
  readonly read: number;
  readonly outcome:
    | { readonly kind: 'opened'; readonly script: Script }
    | { readonly kind: 'refused'; readonly code: string };
  /** Null where the page was not asked. */
  readonly drawn: Drawn | null;
  readonly acts: readonly Act[];
};

const NAME = 52;

export const HEADING = row('file', 'size', 'type', 'outcome', 'words', 'pages', 'first page', 'ms');

/** A line for the file, and one for each thing that it made the page do. */
export function linesOf(one: Probed): readonly string[] {
  return [
    lineOf(one),
    ...one.acts.map(({ what, stopped }) => `    ${stopped ? 'stopped' : 'WRONG'}: ${safeText(what, 200)}`),
  ];
}

function lineOf({ name, size, read, outcome, drawn }: Probed): string {
  const short = safeText(name.length <= NAME ? name : `…${name.slice(1 - NAME)}`, NAME);
  const script = outcome.kind === 'opened' ? outcome.script : null;
  return row(
    short,
    sizeText(size),
    // "pdf", "document", "plain": the last word of the media type.
    script?.mediaType.split(/[./]/).at(-1) ?? '',
    labelOf(outcome),
    script?.words.kind === 'counted' ? String(script.words.words) : (script?.words.why ?? ''),
    String(script?.pages ?? ''),
    drawn ?? '',
    String(Math.round(read)),
  );
}

function row(
  ...[name = '', size = '', type = '', outcome = '', words = '', pages = '', drawn = '', ms = '']: string[]
): string {
  const text = `${name.padEnd(NAME)} ${size.padStart(9)} ${type.padEnd(12)} ${outcome.padEnd(36)}`;
  return `${text} ${words.padStart(13)} ${pages.padStart(10)} ${drawn.padEnd(10)} ${ms.padStart(6)}`;
}

/** "opened", "limit" where it was taken in with something unread or undrawn for its size, or "refused" with the code. */
function labelOf(outcome: Probed['outcome']): string {
  if (outcome.kind === 'refused') return `refused ${outcome.code}`;
  const { words, display, mediaType } = outcome.script;
  const drawable = mediaType.endsWith('/pdf') || mediaType.endsWith('wordprocessingml.document');
  const limited = (words.kind === 'not-read' && words.why === 'limit') || (drawable && display === 'external');
  return limited ? 'limit' : 'opened';
}

/** What is no file to be read: a link, a device, pipe or socket, or what may not be looked into. */
export type PassedOver = Exclude<Lying['kind'], 'plain'>;
const PASSED_OVER: Readonly<Record<PassedOver, string>> = {
  link: 'links',
  device: 'devices, pipes or sockets',
  closed: 'that may not be looked into',
};

/** How many files came to what, and what else lay there, a line each. */
export function summaryOf(probed: readonly Probed[], passedOver: readonly PassedOver[]): readonly string[] {
  const drawn = probed.flatMap((one) => one.drawn ?? []);
  const acts = probed.flatMap((one) => one.acts);
  return [
    `${probed.length} files: ${tally(probed.map(({ outcome }) => labelOf(outcome)))}`,
    ...(passedOver.length > 0 ? [`Passed over: ${tally(passedOver.map((kind) => PASSED_OVER[kind]))}`] : []),
    ...(drawn.length > 0 ? [`First pages: ${tally(drawn)}`] : []),
    `The page was made to do what no file may: ${acts.filter(({ stopped }) => !stopped).length} times; its policy stopped ${acts.filter(({ stopped }) => stopped).length} more`,
  ];
}

function tally(labels: readonly string[]): string {
  const counts = [...Map.groupBy(labels, (label) => label)].map(([label, all]) => [label, all.length] as const);
  return counts
    .toSorted((one, other) => other[1] - one[1])
    .map(([label, count]) => `${count} ${label}`)
    .join(', ');
}
