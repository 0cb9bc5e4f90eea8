import { sizeText } from '../../shared/api/amounts.ts';
import type { Script } from '../../shared/model/submission.ts';
import { safeText } from '../../shared/verification/safe-text.ts';
import type { Drawn } from './probe-window.ts';

/** What became of one file. */
export type Probed = {
  /** Under the folder that was probed. */
  readonly name: string;
  readonly size: number;
  readonly milliseconds: number;
  readonly outcome:
    | { readonly kind: 'opened'; readonly script: Script }
    | { readonly kind: 'refused'; readonly code: string };
  /** Null where the page was not asked. */
  readonly drawn: Drawn | null;
};

const NAME = 52;

export const HEADING = row('file', 'size', 'type', 'outcome', 'words', 'pages', 'first page', 'ms');

export function lineOf({ name, size, milliseconds, outcome, drawn }: Probed): string {
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
    String(Math.round(milliseconds)),
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

/** How many files came to what, a line each. */
export function summaryOf(probed: readonly Probed[]): readonly string[] {
  const drawn = probed.flatMap((one) => one.drawn ?? []);
  return [
    `${probed.length} files: ${tally(probed.map(({ outcome }) => labelOf(outcome)))}`,
    ...(drawn.length > 0 ? [`First pages: ${tally(drawn)}`] : []),
  ];
}

function tally(labels: readonly string[]): string {
  const counts = [...Map.groupBy(labels, (label) => label)].map(([label, all]) => [label, all.length] as const);
  return counts
    .toSorted((one, other) => other[1] - one[1])
    .map(([label, count]) => `${count} ${label}`)
    .join(', ');
}
