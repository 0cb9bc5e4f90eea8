import { describe, expect, it } from 'vitest';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { signDocx } from '../../../../electron/signing/opc/sign-docx.ts';
import {
  canAskLibreOffice,
  signaturesInLibreOffice,
} from '../../../support/libre-office/signatures-in-libre-office.ts';
import { sampleForm } from '../../exports/pdf/sample-form.ts';
import { assessor, ev, identityOf, iqa } from '../signers.ts';
import { docxByLibreOffice, docxRequest, edited, type Parts, partsOf } from './opc-tools.ts';

const ODD = `"Ü" & <b>'O’Brien'</b> ]]> \\ , + ; = # Ελένη שרה 陈 😀\t${'é&"'.repeat(60)}`.slice(0, 200);
const DATA = { name: 'countersign-sheet.json', json: '{"sheet":"é"}' };

const able = canAskLibreOffice();

const drawn = await drawDocx(sampleForm(), [DATA]);
const first = await signDocx(drawn, docxRequest(assessor, { role: 'Assessor' }));
const second = await signDocx(first, docxRequest(iqa, { signerName: 'Ελένη', reason: 'Check', role: 'IQA' }));
const third = await signDocx(second, docxRequest(ev, { signerName: 'שרה כהן', reason: 'Visit', role: 'EV' }));
const fourth = await signDocx(third, docxRequest(assessor, { reason: 'Once more' }));
const countersigned = await signDocx(
  await signDocx(first, docxRequest(iqa, { countersigns: true })),
  docxRequest(ev, { countersigns: true }),
);
const oddIdentity = await identityOf(ODD.slice(0, 64), 'assessor');
const parts = await partsOf(third);

/** One byte of a part's text altered, where there is text; else in the middle. */
function oneByte(text: string): string {
  const found = text.search(/[a-z](?=[^<>]*<\/)/);
  const at = found === -1 ? text.length >> 1 : found;
  return `${text.slice(0, at)}${text[at] === 'q' ? 'z' : 'q'}${text.slice(at + 1)}`;
}

const signedNames = [...parts.keys()].filter((name) => !name.startsWith('_xml') && name !== '[Content_Types].xml');
const RELATIONSHIP = '<Relationship Id="added" Type="urn:added" Target="added.xml"/></Relationships>';
const withRelationship = (text: string) => text.replace('</Relationships>', RELATIONSHIP);
const withoutStyles = (text: string) => text.replace(/<Relationship [^>]*styles[^>]*>/, '');

const packages: Record<string, Uint8Array> = able ? await everyPackage() : {};
const verdicts = able ? signaturesInLibreOffice(packages) : {};

async function everyPackage(): Promise<Record<string, Uint8Array>> {
  const foreign = docxByLibreOffice();
  const all: Record<string, Uint8Array> = { drawn, first, second, third, fourth, countersigned };
  all.odd = await signDocx(drawn, docxRequest(oddIdentity, { signerName: ODD, reason: ODD, role: ODD }));
  all.foreign = await signDocx(foreign, docxRequest(assessor));
  all.foreignTwice = await signDocx(all.foreign, docxRequest(iqa));
  for (const name of signedNames) {
    all[`altered ${name}`] = await edited(third, { [name]: oneByte });
    all[`without ${name}`] = await edited(third, { [name]: null });
  }
  for (const number of [1, 2, 3]) {
    const name = `_xmlsignatures/sig${number}.xml`;
    all[`reason ${number}`] = await edited(third, { [name]: (text) => text.replace('SignatureComments>', '$&x') });
    all[`time ${number}`] = await edited(third, {
      [name]: (text) => text.replace('SigningTime>2026', 'SigningTime>2025'),
    });
    all[`value ${number}`] = await edited(third, {
      [name]: (text) =>
        text.replace(/(SignatureValue>.{20})(.)/, (_, before, one) => before + (one === 'A' ? 'B' : 'A')),
    });
  }
  for (const number of [1, 2, 3]) {
    const file = `sig${number}.xml`;
    const relationship = new RegExp(`<Relationship [^>]*Target="${file}"[^>]*></Relationship>`);
    all[`countersigned without ${number}`] = await edited(countersigned, {
      [`_xmlsignatures/${file}`]: null,
      '_xmlsignatures/_rels/origin.sigs.rels': (text) => text.replace(relationship, ''),
    });
  }
  all['countersigned, reason altered'] = await edited(countersigned, {
    '_xmlsignatures/sig1.xml': (text) => text.replace('SignatureComments>', '$&x'),
  });
  all.relationshipGone = await edited(third, { 'word/_rels/document.xml.rels': withoutStyles });
  all.relationshipInEmpty = await edited(third, {
    'word/_rels/header1.xml.rels': (text) => text.replace('/>', `>${RELATIONSHIP}`),
  });
  all.relationshipAdded = await edited(third, { 'word/_rels/document.xml.rels': withRelationship });
  all.typeChanged = await edited(third, {
    '[Content_Types].xml': (text) => text.replace('.styles+xml', '.stylez+xml'),
  });
  all.partAdded = await edited(third, { 'word/added.xml': () => '<added/>' });
  return all;
}

function validity(name: string): unknown {
  const verdict = verdicts[name];
  return Array.isArray(verdict) ? verdict.map(({ valid }) => valid) : verdict;
}

describe.skipIf(!able)('LibreOffice finds valid', () => {
  it.each([
    ['drawn', []],
    ['first', [true]],
    ['second', [true, true]],
    ['third', [true, true, true]],
    ['fourth', [true, true, true, true]],
    ['countersigned', [true, true, true]],
    ['odd', [true]],
    ['foreign', [true]],
    ['foreignTwice', [true, true]],
  ])('%s: every signature', (name, expected) => {
    expect(validity(name)).toEqual(expected);
  });

  it('signatures by the people of their certificates, at the time of signing', () => {
    expect(verdicts.third).toMatchObject([
      { subject: 'CN=Zoë Ångström-Nguyễn,OU=assessor,O=Northgate Management Centre', date: 20261122, time: 8320300 },
      { subject: 'CN=Ελένη Παπαδοπούλου,OU=lead-iqa,OU=iqa,O=Northgate Management Centre' },
      { subject: 'CN=שרה כהן,OU=ev,O=Northgate Management Centre' },
    ]);
  });
});

describe.skipIf(!able)('LibreOffice refuses', () => {
  it.each(signedNames)(
    'every signature once a byte of %s is altered, and all that it still reads without it',
    (name) => {
      expect(validity(`altered ${name}`)).toEqual([false, false, false]);
      // It stops at the first reference to nothing.
      expect(validity(`without ${name}`)).toEqual([false]);
    },
  );

  it.each([1, 2, 3])('signature %i alone once its own reason, time or value is altered', (number) => {
    const expected = [1, 2, 3].map((one) => one !== number);
    for (const what of ['reason', 'time', 'value']) expect(validity(`${what} ${number}`)).toEqual(expected);
  });

  it('those that countersign one that was altered or taken away', () => {
    expect(validity('countersigned, reason altered')).toEqual([false, false, false]);
    // It stops at the first reference to nothing.
    expect(validity('countersigned without 1')).toEqual([false]);
    expect(validity('countersigned without 2')).toEqual([true, false]);
    expect(validity('countersigned without 3')).toEqual([true, true]);
  });

  it('every signature once a relationship is taken away, or put where there was none', () => {
    expect(validity('relationshipGone')).toEqual([false, false, false]);
    expect(validity('relationshipInEmpty')).toEqual([false, false, false]);
  });
});

describe.skipIf(!able)('LibreOffice overlooks, so that our own verification has to look', () => {
  it.each(['relationshipAdded', 'typeChanged', 'partAdded'])('%s', (name) => {
    expect(validity(name)).toEqual([true, true, true]);
  });
});

it('signs every part that the DOCX has', () => {
  expect(signedNames.length).toBe((parts satisfies Parts).size - 6);
});
