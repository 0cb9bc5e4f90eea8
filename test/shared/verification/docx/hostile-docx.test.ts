import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { signDocx } from '../../../../electron/signing/opc/sign-docx.ts';
import { sampleForm } from '../../../electron/exports/pdf/sample-form.ts';
import { docxRequest, edited, partsOf } from '../../../electron/signing/opc/opc-tools.ts';
import { assessor } from '../../../electron/signing/signers.ts';
import { zipOf } from '../../../support/zip-files.ts';
import { bytesOf, verify } from '../verifying.ts';

const docx = await signDocx(await drawDocx(sampleForm()), docxRequest(assessor));
const parts = [...(await partsOf(docx))];
const HOSTILE = new URL('../../../fixtures/hostile/', import.meta.url);

describe('a DOCX that nobody made in good faith', () => {
  it.each(readdirSync(HOSTILE))(
    'is never intact and never makes verifying throw: %s',
    { timeout: 60_000 },
    async (name) => {
      const bytes = new Uint8Array(readFileSync(new URL(name, HOSTILE)));
      for (const as of [name, 'a.docx']) expect((await verify(bytes, as)).verdict).not.toBe('intact');
    },
  );

  it('never makes verifying throw: any bytes behind the head of a ZIP', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        const made = Uint8Array.from([...bytesOf('PK\u0003\u0004'), ...bytes]);
        expect((await verify(made, 'a.docx')).verdict).not.toBe('intact');
      }),
      { numRuns: 300 },
    );
  });

  it('never makes verifying throw: a signed DOCX cut up and put together again', async () => {
    const piece = fc.record({ from: fc.nat(docx.length), length: fc.nat(4000) });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
        const cut = pieces.map(({ from, length }) => docx.subarray(from, from + length));
        const made = Uint8Array.from(Buffer.concat([docx.subarray(0, 400), ...cut, docx.subarray(-3000)]));
        const { verdict } = await verify(made, 'a.docx');
        expect(verdict === 'intact' && Buffer.compare(made, docx) !== 0).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('never makes verifying throw: words of XML in any order, in any part', async () => {
    const words =
      '<|>|/>|</|="|"|\'|<!--|-->|<![CDATA[|]]>|<?x ?>|<!DOCTYPE x>|&amp;|&#x41;|&#0;|&x;|Relationships|Relationship Id="a"|xmlns="urn:x"|xmlns:a="urn:a"|a:b|Signature|Reference URI="#a"|Id="a"|é|\ufeff|\u0000';
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...parts.map(([name]) => name).filter((name) => !name.endsWith('origin.sigs'))),
        fc.array(fc.constantFrom(...words.split('|')), { maxLength: 40 }),
        async (name, chosen) => {
          const made = await zipOf(parts.map(([one, content]) => [one, one === name ? chosen.join('') : content]));
          const { verdict } = await verify(Uint8Array.from(made), 'a.docx');
          expect(verdict).not.toBe('intact');
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a bomb of nested elements', '<a>'.repeat(100_000)],
    [
      'a signature within a signature',
      '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Signature/></Signature>',
    ],
    [
      'a hundred thousand references',
      `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>${'<Reference URI=""/>'.repeat(100_000)}</SignedInfo></Signature>`,
    ],
  ])('is not checkable with %s in place of its signature', async (_, xml) => {
    const made = await edited(docx, { '_xmlsignatures/sig1.xml': () => xml });
    expect((await verify(Uint8Array.from(made), 'a.docx')).verdict).toBe('not-checkable');
  });

  it('does not take an object of the same id for the one that was signed', async () => {
    const sig = '_xmlsignatures/sig1.xml';
    const wrapped = await edited(docx, {
      [sig]: (text) => text.replace('</Signature>', '<Object Id="idPackageObject"><x/></Object></Signature>'),
    });
    expect((await verify(Uint8Array.from(wrapped), 'a.docx')).verdict).not.toBe('intact');
  });
});
