import { odtOf, ole } from '../script-files.ts';
import { withToldSize, zipOf } from '../zip-files.ts';
import { VAST_JPEG, vastPng, wordyPng } from './pictures.ts';
import { trick } from './trick.ts';

const SAID = 'What I learned about leading, naïve as I was: Zoë, Łódź, Привет, 漢字.';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const utf32 = (text: string) =>
  Buffer.concat(
    [...text].map((character) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(character.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

/** Text in every encoding that a learner's machine may write, and some that none does. */
const TEXTS = [
  trick('text-in-utf-8.txt', () => Buffer.from(SAID)),
  trick('text-in-utf-8-with-mark.txt', () => Buffer.from(`\ufeff${SAID}`)),
  trick('text-in-utf-16-little.txt', () => utf16(`\ufeff${SAID}`)),
  trick('text-in-utf-16-big.txt', () => utf16(`\ufeff${SAID}`).swap16()),
  trick('text-in-utf-16-without-mark.txt', () => utf16(SAID)),
  trick('text-in-utf-32.txt', () => utf32(`\ufeff${SAID}`)),
  trick('text-in-windows-1252.txt', () => Buffer.from('Na\xefve \x93quotes\x94 and \x80 100', 'latin1')),
  trick('text-in-windows-1251.txt', () => Buffer.from('cff0e8e2e5f220eceef0', 'hex')),
  trick('text-in-dos-437.txt', () => Buffer.from('Na\x8bve caf\x82 \xb3\xc4\xda', 'latin1')),
  trick('text-in-shift-jis.txt', () => Buffer.from('82b182f182c982bf82cd2090a28a45', 'hex')),
  trick('text-in-gb18030.txt', () => Buffer.from('c4e3bac320cac0bde7', 'hex')),
  trick('text-in-iso-2022-jp.txt', () => Buffer.from('\x1b$B$3$s\x1b(B word', 'latin1')),
  trick('text-in-utf-7.txt', () => Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')),
  trick('text-in-ebcdic.txt', () => Buffer.from('c8859393964040a6969993845a', 'hex')),
  trick('text-of-broken-utf-8.txt', () => Buffer.from('666f6f20c328a0e28080f0288cbcff20626172', 'hex')),
  trick('text-of-half-characters.txt', () =>
    Buffer.concat([utf16('\ufeffhalf '), Buffer.from('00d800d800dc41', 'hex')]),
  ),
  trick('text-that-is-a-web-page.txt', () =>
    Buffer.from(
      '<!doctype html><script>alert(1)</script><meta http-equiv=refresh content="0;url=http://tracker.example/">',
    ),
  ),
  trick('text-that-speaks-to-the-terminal.txt', () => Buffer.from('\x1b]0;title\x07\x1b[2J\x1b[31mwords')),
  trick('text-turned-about.txt', () => Buffer.from('\u202egnp.exe\u202c \u2066words\u2069 \u200b\u200d')),
  trick('text-of-one-word-of-100000-letters.txt', () => Buffer.alloc(100_000, 'word')),
  trick('text-of-zeros.txt', () => Buffer.alloc(1000)),
  trick('text-of-marks-on-one-letter.txt', () => Buffer.from(`a${'\u0301'.repeat(20_000)}`)),
];

const PICTURES = [
  trick('picture-of-50000-by-50000.png', () => vastPng(50_000)),
  trick('picture-with-100-megabytes-of-comment.png', () => wordyPng(100)),
  trick('picture-of-65000-by-65000.jpg', () => VAST_JPEG),
  trick('picture-that-is-a-program.png', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])),
  trick('picture-cut-off.png', () => vastPng(100).subarray(0, 60)),
  trick('picture-with-a-script.svg', () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'),
  ),
];

const DOCUMENTS = [
  trick('odt-with-macros-and-links.odt', () =>
    odtOf(
      '<text:p>one <text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="vnd.sun.star.script:a.b$c?language=Basic">two</text:a></text:p><office:event-listeners><script:event-listener xmlns:script="a" script:event-name="dom:load"/></office:event-listeners>',
    ),
  ),
  trick('odt-that-lies-about-its-size.odt', async () =>
    withToldSize(await odtOf(`<text:p>${'word '.repeat(4_000_000)}</text:p>`), 'content.xml', 1000),
  ),
  trick('odt-of-brackets.odt', () => odtOf('<'.repeat(60_000))),
  trick('odt-laughs.odt', () =>
    zipOf([
      ['mimetype', 'application/vnd.oasis.opendocument.text'],
      ['content.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'],
      ['META-INF/manifest.xml', '<manifest/>'],
    ]),
  ),
  trick('rtf-with-a-program-inside.rtf', () =>
    Buffer.from(
      '{\\rtf1{\\object\\objemb\\objupdate{\\*\\objclass Package}{\\*\\objdata d0cf11e0a1b11ae1}}{\\field{\\*\\fldinst{DDEAUTO cmd}}}words}',
    ),
  ),
  trick('rtf-of-braces-40000-deep.rtf', () => Buffer.from(`{\\rtf1${'{'.repeat(40_000)}${'}'.repeat(40_000)}}`)),
  trick('rtf-of-more-bytes-than-it-has.rtf', () => Buffer.from('{\\rtf1{\\bin2147483647 abc}')),
  trick('old-word-with-macros.doc', () => ole('WordDocument', 'Macros', 'VBA')),
  trick('word-locked-with-a-password.docx', () => ole('EncryptionInfo', 'EncryptedPackage')),
];

const ODDITIES = [
  trick('empty.pdf', () => Buffer.alloc(0)),
  trick('one-byte.docx', () => Buffer.from('P')),
  trick('nothing-but-a-head.pdf', () => Buffer.from('%PDF-')),
  trick('program-named-as-pdf.pdf', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 0x90)])),
  trick('archive-named-as-text.txt', () => zipOf([['a.txt', 'a']])),
  trick('a-name-without-an-ending', () => Buffer.from('%PDF-1.7 and no more\n%%EOF')),
  trick('shortcut-to-a-program.lnk', () => Buffer.from('4c0000000114020000000000c000000000000046', 'hex')),
  trick('web-page-with-a-script.html', () => Buffer.from('<script>alert(1)</script>')),
];

/** Files that are no DOCX and no PDF, or only by name. */
export const OTHER_FILES = [...TEXTS, ...PICTURES, ...DOCUMENTS, ...ODDITIES];
