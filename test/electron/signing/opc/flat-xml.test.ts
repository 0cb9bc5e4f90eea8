import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlatList } from '../../../../electron/signing/opc/flat-xml.ts';
import { Relationships, transformed } from '../../../../electron/signing/opc/relationships.ts';

const NAMESPACE = 'urn:list';
const read = (xml: string) => readFlatList(Buffer.from(xml), 'List', NAMESPACE);
const entries = (xml: string) =>
  read(xml).entries.map(({ name, attributes }) => [name, Object.fromEntries(attributes)]);
const ADDED = { name: 'Item', attributes: new Map([['Id', '"<&']]) };

describe('a flat list', () => {
  it.each<[string, string, string, boolean]>([
    [
      'is read with its declaration, comments and instructions',
      '\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<!-- a -- > --><List xmlns="urn:list"><Item Id="1"/></List>\n',
      '<Item Id="1"/><Item Id="&quot;&lt;&amp;"/></List>\n',
      true,
    ],
    ['may be short', '<List xmlns="urn:list"/>', '<List xmlns="urn:list"><Item Id="&quot;&lt;&amp;"/></List>', true],
    ['may be short with a space', "<List xmlns='urn:list' />", '<Item Id="&quot;&lt;&amp;"/></List>', true],
    [
      'may have a prefix',
      '<l:List xmlns:l="urn:list"><l:Item Id=\'1\'></l:Item></l:List>',
      '<l:Item Id=\'1\'></l:Item><l:Item Id="&quot;&lt;&amp;"/></l:List>',
      true,
    ],
    ['may have space in it', '<List xmlns="urn:list"> <Item Id="1"/>\n</List >', '</List >', false],
    ['may have a comment in it', '<List xmlns="urn:list"><Item Id="1"/><!-- --></List>', '</List>', false],
    ['may have escaped values', '<List xmlns="urn:list"><Item Id="&#x41;&amp;"/></List>', '</List>', false],
  ])('%s, and takes more at its end', (_, xml, end, plain) => {
    const list = read(xml.replace('<!-- a -- > -->', '<!-- a -->'));
    expect(list.plain).toBe(plain);
    const longer = Buffer.from(list.with([ADDED])).toString();
    expect(longer.endsWith(end)).toBe(true);
    expect(read(longer).entries).toEqual([...list.entries, ADDED]);
  });

  it('reads values as XML does', () => {
    const xml = `<List xmlns="urn:list"><Item A='"&apos;&quot;&lt;&gt;&amp;&#10;&#x1F600;' B="1\r\n2\t3"/></List>`;
    expect(entries(xml)).toEqual([['Item', { A: '"\'"<>&\n😀', B: '1 2 3' }]]);
  });

  it.each([
    ['nothing', ''],
    ['another root', '<Other xmlns="urn:list"/>'],
    ['another namespace', '<List xmlns="urn:other"/>'],
    ['no namespace', '<List/>'],
    ['a root that does not end', '<List xmlns="urn:list"><Item/>'],
    ['a root of another end', '<List xmlns="urn:list"></l:List>'],
    ['a second root', '<List xmlns="urn:list"/><List xmlns="urn:list"/>'],
    ['something after its end', '<List xmlns="urn:list"/>x'],
    ['text', '<List xmlns="urn:list">text</List>'],
    ['deeper elements', '<List xmlns="urn:list"><Item><Item/></Item></List>'],
    ['an entry of another namespace', '<List xmlns="urn:list"><Item xmlns="urn:other"/></List>'],
    ['an entry of another prefix', '<List xmlns="urn:list"><a:Item xmlns:a="urn:list"/></List>'],
    ['a document type', '<!DOCTYPE List><List xmlns="urn:list"/>'],
    ['an entity of its own', '<List xmlns="urn:list"><Item Id="&own;"/></List>'],
    ['a bare ampersand', '<List xmlns="urn:list"><Item Id="a & b"/></List>'],
    ['an attribute that stands twice', '<List xmlns="urn:list"><Item Id="1" Id="2"/></List>'],
    ['attributes without space between', '<List xmlns="urn:list"><Item A="1"B="2"/></List>'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><List xmlns="urn:list"/>'],
  ])('is refused with %s', (_, xml) => {
    expect(() => read(xml)).toThrow(/not in a form that is understood|not in UTF-8/);
  });

  it('is refused in bytes that are no UTF-8', () => {
    expect(() => readFlatList(Buffer.from([0xff, 0xfe, 0x3c, 0]), 'List', NAMESPACE)).toThrow();
  });

  it('is read in time that grows with its length, whatever stands in it', () => {
    const pieces = ['<', '>', '/', '"', "'", ' ', '=', 'a', '&', '<List xmlns="urn:list">', '<Item ', '<!--', '<?'];
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom(...pieces), (one, other) => {
        const started = performance.now();
        expect(() => read(`<List xmlns="urn:list">${one.repeat(20_000)}${other.repeat(20_000)}`)).toThrow();
        expect(performance.now() - started).toBeLessThan(2_000);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the relationships transform', () => {
  const part = (list: string) =>
    new Relationships(
      Buffer.from(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
      ),
    );

  it('sorts by id, writes every mode, and leaves nothing between', () => {
    const { all } = part(
      '\n <Relationship Type="urn:b" Id="rId10" Target="b&amp;&quot;.xml" TargetMode="External"></Relationship>\n <Relationship Target="a.xml" Id="rId1" Type="urn:a"/>\n',
    );
    expect(transformed(all)).toBe(
      [
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
        '<Relationship Id="rId1" Target="a.xml" TargetMode="Internal" Type="urn:a"></Relationship>',
        '<Relationship Id="rId10" Target="b&amp;&quot;.xml" TargetMode="External" Type="urn:b"></Relationship>',
        '</Relationships>',
      ].join(''),
    );
  });

  it('is not changed by one more relationship that is not signed', () => {
    const { all } = part('<Relationship Id="rId2" Type="urn:a" Target="a.xml" TargetMode="External"/>');
    const more = new Relationships(
      part('<Relationship Id="rId2" Type="urn:a" Target="a.xml" TargetMode="External"/>').with('urn:s', 's.xml'),
    );
    expect(more.plain).toBe(true);
    expect(more.all.map(({ id }) => id)).toEqual(['rId2', 'rId3']);
    expect(transformed(more.all.filter(({ id }) => id === 'rId2'))).toBe(transformed(all));
  });
});
