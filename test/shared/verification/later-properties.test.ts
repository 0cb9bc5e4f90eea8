import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { certifies, hasOpenssl, makeSigner, sign } from './openssl-signer.ts';
import { appendUpdate, BASE, CATALOG, IQA, type Objects, stream, writePdf } from './small-pdf.ts';
import { codes, refusals, sentences, verify } from './verifying.ts';

const WITH_INFO = '/Root 1 0 R /Info 40 0 R';
const INFO =
  '/Title (Mark sheet 602) /Author (Ama Mensah) /Creator (App) /Producer (App) /CreationDate (D:20261122140203Z) /ModDate (D:20261122140203Z)';

type Xmp = {
  readonly more?: string;
  readonly title?: string;
  readonly attributes?: string;
  readonly history?: string;
};

/** As Acrobat writes it: a packet with room to grow. */
function xmp({ title = 'Mark sheet 602', attributes = '', more = '', history = '' }: Xmp = {}): string {
  return `<?xpacket begin="\u00ef\u00bb\u00bf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"${attributes}>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>${more}${history}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
${' '.repeat(100)}
<?xpacket end="w"?>`;
}

const metadata = (data: string, dict = '') => stream(data, `/Type /Metadata /Subtype /XML ${dict}`);
const packed = (data: string) =>
  metadata(deflateSync(Buffer.from(data, 'latin1')).toString('latin1'), '/Filter /FlateDecode');
const DATES =
  '<xmp:CreateDate>2026-11-22T14:02:03Z</xmp:CreateDate><xmp:ModifyDate>2026-11-22T14:02:03Z</xmp:ModifyDate><xmp:CreatorTool>App</xmp:CreatorTool><xmpMM:InstanceID>uuid:1</xmpMM:InstanceID><pdf:Producer>App</pdf:Producer>';
const FIRST = xmp({ more: DATES });
/** The same, with other attributes instead of elements, as another program writes it. */
const AS_ATTRIBUTES = ' xmp:CreateDate="2026-11-22T14:02:03Z" xmp:CreatorTool="App"';
const LATER =
  '<xmp:ModifyDate>2026-11-25T09:30:00Z</xmp:ModifyDate><xmp:MetadataDate>2026-11-25T09:30:00Z</xmp:MetadataDate><xmpMM:InstanceID>uuid:2</xmpMM:InstanceID><pdf:Producer>Acrobat</pdf:Producer>';
const HISTORY =
  '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved"/><rdf:li rdf:parseType="Resource"><stEvt:action>signed</stEvt:action></rdf:li></rdf:Seq></xmpMM:History>';

describe.skipIf(!hasOpenssl)('the properties of a signed document', () => {
  const ama = hasOpenssl ? makeSigner('Ama Mensah') : { key: '', certificate: '' };
  const made = writePdf({ ...BASE, 9: metadata(FIRST), 40: `<< ${INFO} >>` }, WITH_INFO);
  const signed = hasOpenssl ? sign(made, ama, { more: certifies(2), trailer: WITH_INFO }) : new Uint8Array();
  const updated = (objects: Objects, trailer = WITH_INFO) => verify(appendUpdate(signed, objects, { trailer }));
  const info = (from: string, to: string): Objects => {
    expect(INFO).toContain(from);
    return { 40: `<< ${INFO.replace(from, to)} >>` };
  };
  const utf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

  it.each<[string, Objects]>([
    ['when it was changed and with what', { 40: `<< ${INFO.replace(/\/ModDate.*/, '/ModDate (D:2027)')} >>` }],
    ['the program that made it', info('/Producer (App)', '/Producer (Acrobat)')],
    ['the title in other letters', info('(Mark sheet 602)', utf16('Mark sheet 602'))],
    ['the date of its making in another form', info('(D:20261122140203Z)', "(D:20261122140203+00'00')")],
    ['dates, identity and program in its metadata', { 9: metadata(xmp({ attributes: AS_ATTRIBUTES, more: LATER })) }],
    ['its history', { 9: metadata(xmp({ more: DATES, history: HISTORY })) }],
    ['how its metadata are packed', { 9: packed(FIRST) }],
    ['the program as an attribute', { 9: packed(xmp({ attributes: `${AS_ATTRIBUTES} pdf:Producer="Acrobat"` })) }],
    ['all of them in new objects', { 1: `<< ${CATALOG.replace('9 0 R', '41 0 R')} >>`, 41: packed(FIRST) }],
  ])('may say anew %s', async (_, objects) => {
    const verification = await updated(objects);
    expect(refusals(verification)).toEqual([]);
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain('They brought the document’s properties up to date, which was allowed');
  });

  it.each<[string, string, Objects]>([
    ['another title', 'Title', info('Mark sheet 602', 'Mark sheet 603')],
    ['another author', 'Author', info('Ama Mensah', 'Rhys Pryce')],
    ['a subject', 'Subject', info('/Creator', '/Subject (FAIL) /Creator')],
    ['keywords', 'Keywords', info('/Creator', '/Keywords (FAIL) /Creator')],
    ['no author', 'Author', info('/Author (Ama Mensah)', '')],
    ['another program that it comes from', 'Creator', info('/Creator (App)', '/Creator (Word)')],
    ['another date of its making', 'CreationDate', info('20261122140203Z', '20251122140203Z')],
    ['what is not known here', 'Outcome', info('/Creator', '/Outcome (FAIL) /Creator')],
    ['a title that is none', 'Title', info('(Mark sheet 602)', '[(Mark sheet 602)]')],
    ['another title in its metadata', 'dc:title', { 9: metadata(xmp({ more: DATES, title: 'Mark sheet 603' })) }],
    ['another title, packed', 'dc:title', { 9: packed(xmp({ more: DATES, title: 'Mark sheet 603' })) }],
    [
      'a subject in its metadata',
      'dc:subject',
      { 9: metadata(xmp({ more: `${DATES}<dc:subject><rdf:Bag><rdf:li>FAIL</rdf:li></rdf:Bag></dc:subject>` })) },
    ],
    [
      'keywords as an attribute',
      'pdf:Keywords',
      { 9: metadata(xmp({ more: DATES, attributes: ' pdf:Keywords="x"' })) },
    ],
    [
      'no date of its making',
      'xmp:CreateDate',
      { 9: metadata(xmp({ more: DATES.replace(/<xmp:CreateDate>.*<\/xmp:CreateDate>/, '') })) },
    ],
    [
      'a title within the program’s name',
      'pdf:Producer',
      { 9: metadata(xmp({ more: DATES.replace('App</pdf', '<dc:title>FAIL</dc:title></pdf') })) },
    ],
    [
      'a title within its history',
      'xmpMM:History',
      { 9: metadata(xmp({ more: DATES, history: HISTORY.replaceAll('stEvt:action', 'dc:title') })) },
    ],
    ['no metadata', 'Metadata', { 1: `<< ${CATALOG.replace('/Metadata 9 0 R', '')} >>` }],
  ])('may not be %s', async (_, key, objects) => {
    const verification = await updated(objects);
    expect(refusals(verification)).toEqual(['properties']);
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain(
      `the document’s properties, which programs show beside its pages, were changed (${key})`,
    );
  });

  it.each<[string, Objects]>([
    ['no XML', { 9: metadata('Mark sheet 603') }],
    ['a document type', { 9: metadata(FIRST.replace('<x:xmpmeta', '<!DOCTYPE x><x:xmpmeta')) }],
    ['a property twice', { 9: metadata(xmp({ more: `${DATES}<pdf:Producer>x</pdf:Producer>` })) }],
    ['properties of something else', { 9: metadata(FIRST.replace('about=""', 'about="x"')) }],
    ['text between properties', { 9: metadata(xmp({ more: `${DATES}x` })) }],
    ['words of RDF that are not known', { 9: metadata(FIRST.replace('about=""', 'about="" rdf:ID="x"')) }],
    ['two lists', { 9: metadata(FIRST.replace('</rdf:RDF>', '</rdf:RDF><rdf:RDF xmlns:rdf="x"/>')) }],
    ['a packing that is not known', { 9: metadata(FIRST, '/Filter /LZWDecode') }],
    ['another file’s data', { 9: metadata(xmp({ more: DATES }), '/F (other.xmp)') }],
    ['more than any program writes', { 9: packed(FIRST.replace('</x:xmpmeta>', `${' '.repeat(5e6)}</x:xmpmeta>`)) }],
    ['no stream', { 9: '<< /Type /Metadata /Subtype /XML >>' }],
  ])('may not be %s instead of metadata that can be read', async (_, objects) => {
    const verification = await updated(objects);
    expect(refusals(verification)).toEqual(['properties']);
    expect(sentences(verification)).toContain('were replaced, and cannot be read to compare them');
  });

  it('may not be taken out of the trailer, nor put into one that had none', async () => {
    const bereft = await updated({}, '/Root 1 0 R');
    expect(new Set(refusals(bereft))).toEqual(new Set(['properties']));
    expect(sentences(bereft)).toContain('(Title)');
    const bare = sign(writePdf(), ama, { more: certifies(2) });
    const given = await verify(appendUpdate(bare, { 40: '<< /Title (FAIL) >>' }, { trailer: WITH_INFO }));
    expect(refusals(given)).toEqual(['properties']);
    expect(given.verdict).toBe('altered');
  });

  it('may not be changed before the next signature either', async () => {
    const rhys = makeSigner('Rhys Pryce');
    const changed = appendUpdate(signed, info('Mark sheet 602', 'Mark sheet 603'), { trailer: WITH_INFO });
    const both = sign(changed, rhys, { field: 6, dictionary: IQA, number: 21, trailer: WITH_INFO });
    const verification = await verify(both);
    expect(codes(verification)).toContain('update-refused');
    expect(verification.verdict).toBe('altered');
  });

  it('are not told apart by bytes that programs read in different ways', async () => {
    const euro = writePdf({ ...BASE, 40: '<< /Title (\u00a0) >>' }, WITH_INFO);
    const signedEuro = sign(euro, ama, { trailer: WITH_INFO });
    const other = appendUpdate(signedEuro, { 40: '<< /Title <FEFF00A0> >>' }, { trailer: WITH_INFO });
    expect(refusals(await verify(other))).toEqual(['properties']);
  });
});
