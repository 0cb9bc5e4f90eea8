import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { signPdf } from '../../../../electron/signing/pades/sign-pdf.ts';
import { EXTRACT_SIGNATURE, extractDocument } from '../../../../shared/documents/extract-document.ts';
import { canonicalJson, type Json } from '../../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import { ATTACHMENT, type ChainExtract, type ExtractLink } from '../../../../shared/model/evidence.ts';
import {
  comparableOf,
  compareFiles,
  type NamedVerification,
  sentenceForComparison,
} from '../../../../shared/verification/compare-files.ts';
import { conclusion } from '../../../../shared/verification/conclusion.ts';
import { ama, checkFile, eleri, filesOf, sha256, sheetBy } from '../data/signed-sheets.ts';
import { codes, sentences, text, verify } from '../verifying.ts';
import { chainOf, type Event, extractFile, extractOf } from './chains.ts';

const EVENTS: readonly Event[] = [
  { kind: 'workspace-created', payload: { centre: 'x' }, shown: false },
  { kind: 'script-taken-in', payload: { file: 'a.pdf' } },
  { kind: 'learner-added', payload: { name: 'Another' }, shown: false },
  { kind: 'sheet-opened', payload: { sheet: 1 } },
  { kind: 'signing-begun', payload: { sheet: 1 }, disclosed: false },
  { kind: 'sheet-signed', payload: { sheet: 1, digest: 'é' } },
];
const chain = chainOf(EVENTS);
const check = (extract: ChainExtract, who = ama) => verify(extractFile(extract, who), 'extract.json');

/** The item at a place, of a list that has it. */
function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no item ${index}`);
  return found;
}

describe('an extract', () => {
  it('is intact, from its first link to its head, and shows what happened', async () => {
    const verification = await check(extractOf(chain));
    expect(verification.verdict).toBe('intact');
    const said = sentences(verification);
    expect(said).toContain('Signed by Ama Mensah');
    expect(said).toContain(`Links 1 to 6 follow one another without a gap and lead to the head ${chain.head.hash}`);
    expect(said).toContain('4 links are shown, 2 of others stand as hashes alone');
    expect(said).toContain('6 sheet signed (22 Nov 2026)');
    expect(said).toContain('The details of link 5 are not in the extract: they were erased, or tell of others too');
    expect(conclusion(verification)).toMatch(
      /^INTACT\. Extract of an audit chain, Rhys Jones, Reflective review: 602\. Nothing/,
    );
  });

  it('may begin late, which it says', async () => {
    const start = { sequence: 2, hash: item(chain.hashes, 1) };
    const verification = await check(extractOf(chain, { start, links: chain.links.slice(2) }));
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain('The extract begins with link 3; what came before is not in it');
  });

  const links = chain.links;
  const event = item(links, 5);
  const changes: readonly (readonly [string, Partial<ChainExtract>, string])[] = [
    ['cut at its end', { links: links.slice(0, -1) }, 'chain-length'],
    ['cut in the middle', { links: [...links.slice(0, 2), ...links.slice(3)] }, 'chain-length'],
    [
      'cut in the middle, the count put right',
      { links: [...links.slice(0, 2), ...links.slice(3)], head: { ...chain.head, sequence: 5 } },
      'chain-broken',
    ],
    ['reordered', { links: [...links.slice(0, 2), item(links, 3), item(links, 2), ...links.slice(4)] }, 'chain-broken'],
    [
      'spliced with a link of another chain',
      { links: [...links.slice(0, 3), item(chainOf([...EVENTS].reverse()).links, 3), ...links.slice(4)] },
      'chain-broken',
    ],
    [
      'given another event',
      {
        links: [
          ...links.slice(0, 5),
          event.kind === 'shown'
            ? { ...event, event: { ...event.event, at: '2026-11-21T00:00:00.000+00:00' as Instant } }
            : event,
        ],
      },
      'chain-broken',
    ],
    ['given another payload', { links: [...links.slice(0, 5), withPayload(event, { sheet: 2 })] }, 'payload-altered'],
    ['given another head', { head: { sequence: 6, hash: item(chain.hashes, 4) } }, 'chain-broken'],
    [
      'begun from nothing that a chain begins with',
      { start: { sequence: 0, hash: item(chain.hashes, 0) } },
      'chain-broken',
    ],
    [
      'made by another than it says',
      { madeBy: { ...extractOf(chain).madeBy, fingerprint: eleri.fingerprint } },
      'maker-differs',
    ],
  ];

  it.each(changes)('is wrong where it was %s, though its signature holds', async (_, more, code) => {
    const verification = await check(extractOf(chain, more));
    expect(verification.verdict).toBe('altered');
    expect(codes(verification)).toContain(code);
    expect(conclusion(verification)).toMatch(/^WRONG/);
  });

  it('is altered where a letter of its text is another', async () => {
    const file = text(extractFile(extractOf(chain)));
    const changed = Uint8Array.from(Buffer.from(file.replace('Rhys Jones', 'Rhys Jonas'), 'latin1'));
    const verification = await verify(changed, 'extract.json');
    expect(verification.verdict).toBe('altered');
    expect(codes(verification)).toContain('bytes-changed');
  });

  it('is not checkable in another spelling of JSON, or with a member twice', async () => {
    const file = text(extractFile(extractOf(chain)));
    for (const other of [file.replace('{', '{ '), file.replace('{', '{"format":"x",'), `${file} `, file.slice(0, -1)]) {
      const verification = await verify(Uint8Array.from(Buffer.from(other, 'latin1')), 'extract.json');
      expect(verification.verdict).toBe('not-checkable');
    }
  });

  it('says of other JSON that it is neither', async () => {
    for (const [json, code] of [
      ['{}', 'json-unknown'],
      ['{"format":"countersign-signed-extract/2"}', 'json-unreadable'],
      [`{"a":${'['.repeat(200)}${']'.repeat(200)}}`, 'json-unreadable'],
      ['{"format":"countersign-signed-extract/1","signature":"AAAA","text":"{}"}', 'signature-unreadable'],
    ] as const) {
      expect(codes(await verify(Uint8Array.from(Buffer.from(json)), 'a.json'))).toContain(code);
    }
  });

  it('warns where a clock went back', async () => {
    const back = chainOf([
      ...EVENTS,
      { kind: 'sheet-exported', payload: {}, at: '2026-11-20T00:00:00.000+00:00' as Instant },
    ]);
    const verification = await check(extractOf(back));
    expect(verification.verdict).toBe('intact');
    expect(codes(verification)).toContain('chain-clock-back');
  });
});

function withPayload(link: ExtractLink, payload: Json): ExtractLink {
  return link.kind === 'shown' && link.disclosed ? { ...link, disclosed: { ...link.disclosed, payload } } : link;
}

describe('files that are verified together', async () => {
  const chainHead = item(chain.hashes, 3);
  const files = await filesOf({ ...sheetBy(ama), chainHead });
  const verified = async (name: string, bytes: Uint8Array) => ({ name, verification: await verify(bytes, name) });
  const pdf = await verified('sheet.pdf', files.pdf);
  const docx = await verified('sheet.docx', files.docx);
  const extract = await verified('extract.json', extractFile(extractOf(chain)));
  const compare = (all: readonly NamedVerification[]) => compareFiles(all.map(comparableOf));
  const said = (all: readonly NamedVerification[]) => compare(all).map(sentenceForComparison).join('\n');

  it('say at which link of the chain a sheet was signed', () => {
    expect(said([pdf, extract])).toContain(
      'The head of the audit chain in “sheet.pdf” is link 4 of the extract “extract.json”',
    );
  });

  it('say so where the chain does not have it', async () => {
    const other = await verified('other.json', extractFile(extractOf(chainOf(EVENTS.slice(0, 3)))));
    expect(said([pdf, other])).toContain('is no link of the extract “other.json”');
  });

  it('say which DOCX is the one that a PDF names, and which is not', async () => {
    expect(said([pdf, docx])).toContain('“sheet.docx” is the DOCX that “sheet.pdf” names by its SHA-256.');
    const again = await verified('again.docx', (await filesOf({ ...sheetBy(ama), chainHead })).docx);
    expect(said([pdf, again])).toContain('but is not the DOCX that it names');
  });

  it('say of which sheet a check is', async () => {
    const checked = await verified('check.docx', await checkFile(files));
    expect(said([pdf, checked])).toContain('“check.docx” is the check of “sheet.pdf”.');
  });

  it('say nothing of a file that is not intact', async () => {
    const broken = await verified('sheet.pdf', files.pdf.subarray(0, -3));
    expect(compare([broken, extract, docx])).toEqual(compare([extract, docx]));
    expect(sha256(files.pdf)).toBe(pdf.verification.digest);
    expect(canonicalJson(pdf.verification.trust.map((one) => one.carriedRegister))).toBe('["no-register"]');
  });
});

describe('an extract as a PDF', () => {
  const made = async (more: Partial<ChainExtract> = {}, who = ama) => {
    const extract = extractOf(chain, more);
    const json = Buffer.from(extractFile(extract, who)).toString('utf8');
    const drawn = await drawPdf(
      extractDocument({ extract, digest: sha256(json), names: new Map(), erased: new Set() }),
      { attachments: [{ name: ATTACHMENT.extract, json, description: 'The extract as data' }] },
    );
    const { privateKey, certificate } = ama;
    const signed = await signPdf(drawn, {
      fieldId: EXTRACT_SIGNATURE,
      privateKey,
      certificate,
      signedAt: extract.madeAt,
      signerName: 'Ama Mensah',
      reason: '',
      location: '',
      certify: true,
      appearance: [],
    });
    return verify(Uint8Array.from(signed));
  };

  it('is intact, and says that its pages were not compared', async () => {
    const verification = await made();
    expect(verification.verdict, sentences(verification)).toBe('intact');
    expect(codes(verification)).toEqual(expect.arrayContaining(['signed', 'chain-whole', 'page-not-compared']));
    expect(conclusion(verification)).toMatch(/^INTACT\. Extract of an audit chain/);
  });

  it('is wrong where its links are, or where the data are another’s', async () => {
    expect(codes(await made({ links: chain.links.slice(0, -1) }))).toContain('chain-length');
    const other = await made({}, eleri);
    expect(other.verdict).toBe('altered');
    expect(codes(other)).toContain('maker-differs');
  });
});
