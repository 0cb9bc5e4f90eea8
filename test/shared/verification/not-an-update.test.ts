import { describe, expect, it } from 'vitest';
import { hasOpenssl, makeSigner, sign } from './openssl-signer.ts';
import { appendUpdate, lastStartXref, stream, TOTAL, writePdf } from './small-pdf.ts';
import { bytesOf, codes, refusals, sentences, text, verify } from './verifying.ts';

const FILLING = { 7: `<< ${TOTAL} /V (64) >>` };
const FAIL = stream('BT /F1 12 Tf 20 160 Td (Mark sheet 602: FAIL) Tj ET');

describe.skipIf(!hasOpenssl)('bytes after a signature that are not an update', () => {
  const signed = hasOpenssl ? sign(writePdf(), makeSigner('Ama Mensah')) : new Uint8Array();
  const updated = hasOpenssl ? text(appendUpdate(signed, FILLING)) : '';
  const added = updated.slice(signed.length);
  const offset = (find: string) => String(updated.indexOf(find)).padStart(10, '0');

  const wrong: readonly (readonly [string, () => string])[] = [
    ['loose text', () => `${text(signed)}more`],
    ['an object and no table', () => `${text(signed)}4 0 obj\n${FAIL}\nendobj\n`],
    ['an object in a comment', () => `${text(signed)}%4 0 obj ${FAIL} endobj\n${rebased(added, 70)}`],
    ['an object that the table does not list', () => text(unlisted())],
    [
      'a table that lists an object of the signed part',
      () =>
        updated.replace(
          offset(
            '7 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Tx /T (qa.total) /Rect [20 60 80 80] /F 4 /P 3 0 R /DA (/F1 10 Tf 0 g) /AP << /N 11 0 R >> /V',
          ),
          offset('8 0 obj'),
        ),
    ],
    [
      'a table that does not build on the signed one',
      () => text(appendUpdate(signed, FILLING, { prev: firstStartXref() })),
    ],
    [
      'a start of the table that is elsewhere',
      () => updated.replace(/startxref\n(\d+)\n%%EOF\n$/, `startxref\n${lastStartXref(signed)}\n%%EOF\n`),
    ],
    ['an update cut short', () => updated.slice(0, -8)],
    [
      'a stream longer than it says',
      () => text(appendUpdate(signed, { 30: '<< /Length 1 >>\nstream\nq Q\nendstream' })),
    ],
    [
      'a second table beside the first',
      () => text(appendUpdate(signed, FILLING, { trailer: '/Root 1 0 R /XRefStm 10' })),
    ],
  ];
  it.each(wrong)('are refused: %s', async (_, make) => {
    const made = make();
    expect(made).not.toBe(updated);
    const verification = await verify(bytesOf(made));
    expect(refusals(verification)).toEqual(['not-an-update']);
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('they are not an update that every reader would read alike');
  });

  it('are harmless where they are white space', async () => {
    const verification = await verify(bytesOf(`${text(signed)}\r\n`));
    expect(verification.verdict).toBe('intact');
    expect(codes(verification)).toContain('white-space-after');
  });

  function firstStartXref(): number {
    return Number(/startxref\s+(\d+)/.exec(text(signed))?.[1]);
  }

  function unlisted(): Uint8Array {
    const both = text(appendUpdate(signed, { ...FILLING, 30: 'null' }));
    const cut = both.replace(/30 1\n\d{10} 00000 n \n/, '');
    return bytesOf(cut);
  }

  /** The update as it would be with so many bytes before it. */
  function rebased(update: string, by: number): string {
    return update.replace(/\d{10}(?= 00000 n)/g, (at) => String(Number(at) + by).padStart(10, '0'));
  }
});
