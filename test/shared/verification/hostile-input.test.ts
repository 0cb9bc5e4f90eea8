import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasOpenssl, makeSigner, sign } from './openssl-signer.ts';
import { appendUpdate, BASE, stream, writePdf } from './small-pdf.ts';
import { bytesOf, codes, fixture, text, verify } from './verifying.ts';

const TWO = fixture('pdfsig-two-signatures.pdf');
const MEGABYTE = 1024 * 1024;

/** A file whose only signature holds these bytes as its CMS. */
function holding(cms: Uint8Array): Uint8Array {
  return sign(writePdf(), { key: '', certificate: '' }, { seal: () => cms, room: Math.max(100, cms.length) });
}

describe('input that nobody made in good faith', () => {
  it('never makes verifying throw: any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom('', '%PDF-1.7\n', 'PK\u0003\u0004'),
        async (bytes, head) => {
          const made = Uint8Array.from([...bytesOf(head), ...bytes]);
          const { verdict } = await verify(made);
          expect(verdict).toBe('not-checkable');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never makes verifying throw: words of PDF in any order', async () => {
    const words =
      '1 0 obj|endobj|<<|>>|[|]|(|)|<00>|/Type|/Sig|/ByteRange|/Contents|/Kids|/Fields|/Root 1 0 R|1 0 R|stream\n|endstream|xref|trailer|startxref|%%EOF|0000000000 65535 f|-1|/Length 3|99999999999|null';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words.split('|')), { maxLength: 120 }), async (chosen) => {
        const { verdict } = await verify(bytesOf(`%PDF-1.7\n${chosen.join(' ')}\n`));
        expect(verdict).not.toBe('intact');
      }),
      { numRuns: 500 },
    );
  });

  it('never makes verifying throw: a signed file cut up and put together again', async () => {
    const piece = fc.record({ from: fc.nat(TWO.length), length: fc.nat(3000) });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const parts = pieces.map(({ from, length }) => TWO.subarray(from, from + length));
        const made = Uint8Array.from(Buffer.concat([TWO.subarray(0, 900), ...parts]));
        const { verdict } = await verify(made);
        expect(verdict).not.toBe('intact');
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['one byte', '%'],
    ['a head alone', '%PDF-1.7\n'],
    ['arrays in arrays', `%PDF-1.7\n1 0 obj\n${'['.repeat(MEGABYTE)}`],
    ['dictionaries in dictionaries', `%PDF-1.7\n1 0 obj\n${'<</A'.repeat(MEGABYTE / 4)}`],
    ['parentheses in parentheses', `%PDF-1.7\n1 0 obj\n${'('.repeat(MEGABYTE)}`],
    ['objects that never end', `%PDF-1.7\n${'1 0 obj('.repeat(MEGABYTE / 8)}`],
    ['objects with open strings of digits', `%PDF-1.7\n${'1 0 obj<0'.repeat(MEGABYTE / 8)}`],
    ['open strings and one end', `%PDF-1.7\n${'1 0 obj<'.repeat(MEGABYTE / 8)}>`],
    ['comments for ever', `%PDF-1.7\n${'1 0 obj %'.repeat(MEGABYTE / 8)}`],
    ['numbers for ever', `%PDF-1.7\n1 0 obj ${'9'.repeat(MEGABYTE)} endobj`],
    ['a table of a billion entries', '%PDF-1.7\nxref\n0 1000000000\ntrailer\n<<>>\nstartxref\n9\n%%EOF'],
    ['a table that builds on itself', '%PDF-1.7\nxref\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF'],
    ['a start of the table beyond the file', '%PDF-1.7\nstartxref\n999999999\n%%EOF'],
  ])('is not checkable: %s', async (_, made) => {
    expect((await verify(bytesOf(made))).verdict).toBe('not-checkable');
  });

  it('does not follow a form that meets itself', async () => {
    const looped = { ...BASE, 5: '<< /T (a) /Kids [6 0 R] >>', 6: '<< /T (b) /Kids [5 0 R] >>' };
    expect(codes(await verify(writePdf(looped)))).toEqual(['form-unreadable']);
  });

  it('does not follow references that meet themselves', async () => {
    const looped = { ...BASE, 1: '<< /Type /Catalog /AcroForm 5 0 R >>', 5: '6 0 R', 6: '5 0 R' };
    expect(codes(await verify(writePdf(looped)))).toEqual(['form-unreadable']);
  });

  it('does not unpack a stream whose length lies inside itself, nor one that swells', async () => {
    const bomb = deflateSync(Buffer.alloc(300 * MEGABYTE)).toString('latin1');
    const packed = stream(bomb, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode');
    const itself = '<< /Type /ObjStm /N 1 /First 4 /Length 7 0 R >>\nstream\n7 0 12\nendstream';
    for (const holder of [packed, itself]) {
      // A cross-reference stream that puts the catalog and object 7 into stream 4.
      const head = '%PDF-1.7\n';
      const body = `${head}4 0 obj\n${holder}\nendobj\n`;
      const table = [
        [1, 1, 2, 0, 4, 0],
        [4, 1, 1, 0, head.length, 0],
        [7, 1, 2, 0, 4, 0],
      ];
      const data = table
        .map(([, , kind = 0, high = 0, low = 0, index = 0]) => String.fromCharCode(kind, high, low, index))
        .join('');
      const index = table.map(([number, count]) => `${number} ${count}`).join(' ');
      const section = stream(data, `/Type /XRef /Size 9 /Root 1 0 R /W [1 2 1] /Index [${index}]`);
      const made = `${body}8 0 obj\n${section}\nendobj\nstartxref\n${body.length}\n%%EOF\n`;
      expect((await verify(bytesOf(made))).verdict).toBe('not-checkable');
    }
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['elements in elements', Uint8Array.from(Buffer.from('3080'.repeat(20_000), 'hex'))],
    ['a length beyond its end', Uint8Array.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff])],
    [
      'a great many elements',
      Uint8Array.from([
        0x30,
        0x83,
        0x03,
        0x0d,
        0x40,
        ...Array.from({ length: 200_000 }, (_, at) => (at % 2 === 0 ? 5 : 0)),
      ]),
    ],
  ])('is not checkable where the signature itself holds %s', async (_, cms) => {
    const verification = await verify(holding(cms));
    expect(verification.verdict).toBe('not-checkable');
    expect(codes(verification)).toContain('signature-unreadable');
  });

  it('never makes verifying throw: any bytes as the signature', async () => {
    const base = text(holding(new Uint8Array(100)));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 100, maxLength: 100 }), async (cms) => {
        const made = base.replace('0'.repeat(200), Buffer.from(cms).toString('hex'));
        expect((await verify(bytesOf(made))).verdict).toBe('not-checkable');
      }),
    );
  });

  it('is not checked where more signatures are there than any sheet has', async () => {
    let made = writePdf();
    for (let count = 0; count < 33; count++) {
      made = appendUpdate(made, {});
      made = sign(made, { key: '', certificate: '' }, { seal: () => new Uint8Array(), room: 4, number: 100 + count });
    }
    expect(codes(await verify(made))).toEqual(['too-many-signatures']);
  });
});

describe.skipIf(!hasOpenssl)('an update that nobody made in good faith', () => {
  it('never passes and never makes verifying throw', async () => {
    const signed = sign(writePdf(), makeSigner('Ama Mensah'));
    const object = fc.constantFrom(
      'null',
      '<< >>',
      '[ ]',
      '<< /Type /Page >>',
      '5 0 R',
      '<< /Kids [5 0 R] /T (x) >>',
      stream('x'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '20'), object, { minKeys: 1 }),
        async (objects) => {
          const { verdict } = await verify(appendUpdate(signed, objects));
          expect(verdict).toBe('altered');
        },
      ),
      { numRuns: 200 },
    );
  });
});
