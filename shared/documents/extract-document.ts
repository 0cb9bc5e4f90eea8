import type { Json } from '../lib/canonical-json.ts';
import { civilDateOf, showDate, showInstant } from '../lib/dates.ts';
import type { ChainExtract, ExtractLink } from '../model/evidence.ts';
import type { Digest, PersonId } from '../model/ids.ts';
import { bold, cell, columnHead, flowingRow, labelled, plainLines, row, small, smallLabelled } from './cells.ts';
import type { Block, FormDocument, Row, Table } from './document.ts';
import { EVENT_NAMES } from './event-names.ts';
import { PRODUCT } from './product.ts';
import { shortDigest } from './short-digest.ts';
import { signedLinesFor } from './signed-lines.ts';

/** The field in which the maker of an extract signs. */
export const EXTRACT_SIGNATURE = 'maker.signature';

export type ExtractPrint = {
  readonly extract: ChainExtract;
  /** SHA-256 of the extract's canonical JSON. */
  readonly digest: Digest;
  /** What the people who acted are called. */
  readonly names: ReadonlyMap<PersonId, string>;
  /** Places of shown events whose payload was erased; the others without one tell of somebody else. */
  readonly erased: ReadonlySet<number>;
};

type Shown = Extract<ExtractLink, { kind: 'shown' }>;

const SIGNATURE_HEIGHT = 54;

/** An extract of the audit chain as a document: what it shows, what it holds back, and what proves its place. */
export function extractDocument(print: ExtractPrint): FormDocument {
  const { extract } = print;
  return {
    language: 'en-GB',
    title: `Extract of the audit chain: ${extract.title}`,
    subject: `Extract of ${extract.centre.name}, ${showDate(civilDateOf(extract.madeAt))}`,
    author: extract.madeBy.name,
    createdAt: extract.madeAt,
    body: [
      { kind: 'heading', level: 1, text: 'Extract of the audit chain' },
      factsTable(extract),
      { kind: 'heading', level: 2, text: 'Events' },
      eventsTable(print),
      { kind: 'heading', level: 2, text: 'What this proves' },
      ...explanation(extract),
      recordTable(print),
    ],
    footer: [
      `${PRODUCT.name} ${PRODUCT.version} | Extract of the audit chain, ${showInstant(extract.madeAt)}`,
      `Extract digest (SHA-256) ${print.digest}`,
    ],
    watermark: null,
  };
}

function factsTable({ title, centre, links, madeBy, madeAt, scope }: ChainExtract): Table {
  const shown = links.filter((link) => link.kind === 'shown').length;
  const about = { sheet: 'One mark sheet', learner: 'One learner', person: 'What one person did' }[scope.kind];
  return {
    kind: 'table',
    summary: 'What the extract is about',
    columns: [1],
    head: [],
    together: true,
    rows: [
      row([cell([labelled('About:', `${about}: ${title}`)])]),
      row([cell([labelled('Centre:', `${centre.number} ${centre.name}`)])]),
      row([cell([labelled('Events shown:', `${shown} of ${links.length} from the first one on`)])]),
      row([cell([labelled('Made by:', `${madeBy.name}, ${showInstant(madeAt)} (the signing computer's claim)`)])]),
    ],
  };
}

function eventsTable(print: ExtractPrint): Table {
  const { start, links } = print.extract;
  return {
    kind: 'table',
    summary: 'The events that are shown, in their order',
    columns: [0.09, 0.2, 0.23, 0.48],
    head: [
      row([
        columnHead([small('Link')]),
        columnHead([small('When, by the computer’s clock')]),
        columnHead([small('What')]),
        columnHead([small('Content')]),
      ]),
    ],
    rows: links.flatMap((link, index) =>
      link.kind === 'shown' ? [eventRow(print, link, start.sequence + index + 1)] : [],
    ),
  };
}

function eventRow(print: ExtractPrint, { event, disclosed }: Shown, sequence: number): Row {
  const name = print.names.get(event.actor) ?? event.actor;
  const withheld = print.erased.has(sequence)
    ? 'Erased. The event and its place stand.'
    : 'Held back: it tells of somebody else.';
  return flowingRow([
    cell([small(String(sequence))]),
    cell([small(showInstant(event.at))]),
    cell([bold(EVENT_NAMES[event.kind]), small(`by ${name}`)]),
    cell([disclosed ? plainLines(linesOf(disclosed.payload as Json).join('\n')) : small(withheld)]),
  ]);
}

/** A payload as lines: "attempt.number: 1". */
function linesOf(value: Json, path = ''): readonly string[] {
  if (value === null || typeof value !== 'object') return [path === '' ? String(value) : `${path}: ${String(value)}`];
  return Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : linesOf(member, path === '' ? key : `${path}.${key}`),
  );
}

function explanation({ links, start, head }: ChainExtract): readonly Block[] {
  const hidden = links.filter((link) => link.kind === 'hidden').length;
  return [
    `Every event of the workspace is a link of one chain, and each link's hash covers the one before it. This extract holds all ${links.length} links from number ${start.sequence + 1} to ${head.sequence}: the events above with what they say, and ${hidden} others as hashes alone, from which nothing can be read. Whoever follows the hashes comes to the head below, so no event above can have been altered, moved or left out without the head being another.`,
    `The data is attached to this PDF as JSON and written beside it. Compare the head with one that is printed on a mark sheet signed later, or known from elsewhere: a chain on one computer shows tampering, it does not prevent it.`,
  ].map((text): Block => ({ kind: 'paragraph', text }));
}

function recordTable({ extract, digest }: ExtractPrint): Table {
  const { start, head, madeBy, madeAt } = extract;
  const lines: readonly (readonly [string, string])[] = [
    ['Link before the first one here:', `${start.sequence}, ${start.hash}`],
    ['Head of the chain:', `${head.sequence}, ${head.hash}`],
    ['Extract digest (SHA-256):', digest],
    ['Certificate fingerprint (SHA-256):', madeBy.fingerprint],
  ];
  const signed = signedLinesFor({ name: madeBy.name, signedAt: madeAt, fingerprint: madeBy.fingerprint });
  const field = { id: EXTRACT_SIGNATURE, name: 'Signature', type: 'signature', owner: 'maker', signed } as const;
  return {
    kind: 'table',
    summary: `Record of the extract, certificate ${shortDigest(madeBy.fingerprint)}`,
    columns: [1],
    together: true,
    head: [],
    rows: [
      ...lines.map(([label, value]) => row([cell([smallLabelled(label, value)])])),
      row([cell([labelled('Signed:', ''), { kind: 'field', field }])], SIGNATURE_HEIGHT),
    ],
  };
}
