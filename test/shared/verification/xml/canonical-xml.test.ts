import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reading } from '../../../../shared/verification/unreadable.ts';
import { canonicalXml } from '../../../../shared/verification/xml/canonical-xml.ts';
import { readXml } from '../../../../shared/verification/xml/xml-reader.ts';

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const read = (xml: string) => readXml(Uint8Array.from(Buffer.from(xml)));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

function byXmllint(xml: string, mode: '--c14n' | '--exc-c14n'): string {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-c14n-'));
  try {
    writeFileSync(join(folder, 'a.xml'), xml);
    const ran = spawnSync(
      'xmllint',
      [mode, '--noblanks', join(folder, 'a.xml')].filter((one) => one !== '--noblanks'),
      {
        encoding: 'utf8',
      },
    );
    return ran.stdout.replace(/\n$/, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const DOCUMENTS: readonly (readonly [string, string])[] = [
  ['attributes in order', '<a c="1" b="2" a="3"/>'],
  [
    'namespaces in order, used or not',
    '<x:a xmlns:x="urn:x" xmlns="urn:d" xmlns:b="urn:b" b:z="1" a="2" x:y="3"><b/></x:a>',
  ],
  ['a default that is undone and comes back', '<a xmlns="urn:a"><b xmlns=""><c xmlns="urn:a"/></b></a>'],
  ['a prefix that is declared again', '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c xmlns:p="urn:2"/></p:b></p:a>'],
  ['what has to be escaped', '<a b="&lt;&amp;&quot;&#9;&#10;&#13;>\'">&lt;&gt;&amp;"\'&#13;\t\n</a>'],
  ['characters by number', '<a>&#233;&#x1F600;é😀</a>'],
  ['character data', '<a><![CDATA[<b> & ]]]]><![CDATA[>]]></a>'],
  ['line ends of every kind', '<a b="1\r\n2\r3">x\r\ny\rz</a>'],
  [
    'a declaration and comments',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- x --><a><!-- y -->z</a><!-- w -->',
  ],
  ['names of other scripts', '<é ü="1"><ж/></é>'],
];

describe.skipIf(!hasXmllint)('canonical XML', () => {
  it.each(DOCUMENTS)('is that of libxml2: %s', (_, xml) => {
    const expected = (mode: '--c14n' | '--exc-c14n') =>
      byXmllint(xml, mode)
        .replace(/<!--[\s\S]*?-->\n?/g, '')
        .trim();
    expect(text(canonicalXml(read(xml), { kind: 'inclusive' }))).toBe(expected('--c14n'));
    expect(text(canonicalXml(read(xml), { kind: 'exclusive', prefixes: new Set() }))).toBe(expected('--exc-c14n'));
  });
});

describe('XML that is not read', () => {
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an entity', '<a>&nbsp;</a>'],
    ['a processing instruction', '<?x y?><a/>'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute twice by its namespace', '<a xmlns:x="urn:1" xmlns:y="urn:1" x:b="1" y:b="2"/>'],
    ['a prefix that nobody declared', '<x:a/>'],
    ['a prefix taken away', '<a xmlns:x="urn:x"><b xmlns:x=""/></a>'],
    ['two roots', '<a/><b/>'],
    ['tags that cross', '<a><b></a></b>'],
    ['an end that is missing', '<a><b>'],
    ['text beside the root', '<a/>x'],
    ['a control character', '<a>\u0001</a>'],
    ['a control character by its number', '<a>&#1;</a>'],
    ['half a character', '<a>&#xD800;</a>'],
    ['the end of character data in text', '<a>]]></a>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['a sign for less in an attribute', '<a b="<"/>'],
    ['attributes that run together', '<a b="1"c="2"/>'],
    ['a comment that does not end so', '<a><!-- x -- y --></a>'],
    ['nothing', ''],
    ['nesting without end', '<a>'.repeat(5000)],
  ])('%s', (_, xml) => {
    expect(reading(() => read(xml)).ok).toBe(false);
  });

  it('bytes that are no UTF-8', () => {
    expect(reading(() => readXml(Uint8Array.of(0x3c, 0x61, 0x3e, 0xc0, 0x80, 0x3c, 0x2f, 0x61, 0x3e))).ok).toBe(false);
  });
});
