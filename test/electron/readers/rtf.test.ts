import { describe, expect, it } from 'vitest';
import { readRtf } from '../../../electron/readers/read-rtf.ts';
import { inspect, notRead, refusedAs } from '../../support/inspect.ts';
import { RTF } from '../../support/script-files.ts';

const read = (text: string) => readRtf(Buffer.from(text, 'latin1'));
const rtf = (body: string) => `{\\rtf1\\ansi\\ansicpg1252\\deff0${body}}`;
const words = (count: number) => ({ kind: 'read', words: { kind: 'counted', words: count } });

describe('an RTF', () => {
  it('has its words counted in a process of its own, and is opened outside', async () => {
    expect(await inspect('essay.rtf', RTF)).toEqual({
      ok: true,
      value: {
        mediaType: 'application/rtf',
        display: 'external',
        words: { kind: 'counted', words: 5 },
        pages: null,
      },
    });
  });

  it('cut short is refused as truncated', async () => {
    for (const length of [Math.floor(RTF.length / 2), RTF.length - 1]) {
      expect(await inspect('essay.rtf', RTF.subarray(0, length))).toMatchObject(refusedAs('file-truncated'));
    }
  });

  it.each<[string, string, number]>([
    ['braces that are text', ' one \\{ two \\} three \\\\', 3],
    ['groups within groups', '{\\fonttbl{\\f0 Arial;}{\\f1 Times New Roman;}}one', 1],
    ['bytes told by their number', ' \\bin3 {{{ one', 1],
    ['words of it that run on', ' {\\b lead}ership', 1],
    ['paragraphs, lines, tabs and cells between words', ' one\\par two\\line three\\tab four\\cell five\\row six', 6],
    ['lines of the file inside a word', ' lead\r\nership', 1],
    ['a hyphen that only may be shown, and one that holds', ' lead\\-ership self\\_aware', 2],
    ['a space that does not break', ' one\\~two', 2],
    ['typographic signs', ' \\ldblquote one\\rdblquote  \\emdash  two\\rquote s', 2],
    ['bytes of its encoding', " na\\'efve \\'80\\'80 caf\\'e9", 2],
    [
      'characters told by number, and what stands for them elsewhere',
      " \\u8220?one\\u8221? \\uc2\\u321\\'a3\\'a3\\uc1 xyz",
      2,
    ],
    ['a character of two halves', ' \\u-10179?\\u-8704? one', 1],
    [
      'a heading, a foot and a note',
      '{\\header of the page}{\\footerf page one} one{\\footnote in small print} two',
      2,
    ],
    ['bullets', '{\\listtext\\tab 1.}one{\\pntext a)} two', 2],
    ['a field', ' {\\field{\\*\\fldinst HYPERLINK "http://a.example"}{\\fldrslt the link}} end', 3],
    ['a remark, and a text that is deleted', ' one{\\*\\annotation not this} {\\deleted nor this} two', 2],
    ['a picture and an object', '{\\pict\\pngblip 89504e470d0a}{\\object{\\*\\objdata 0105}{\\result shown}} one', 2],
    [
      'a box of text',
      '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn pib}{\\sv 1}}{\\shptxt in the box}}{\\shprslt not again}}',
      3,
    ],
    ['what no program knows yet', '{\\*\\newthing some words} one', 1],
  ])('with %s has its words', (_what, body, count) => {
    expect(read(rtf(body))).toMatchObject(words(count));
  });

  it('is read by the character set of each font', () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Gothic;}}';
    // In Windows-1252 each would fall apart: 0xa0 is a space there, and a letter in the others.
    expect(read(rtf(`${fonts}{\\f2 \\'82\\'a0\\'82\\'a0} {\\f1 \\'cf\\'f0\\'e8} {\\f0 a\\'a0b}`))).toMatchObject(
      words(4),
    );
  });

  it.each(['mac', 'pc', 'ansicpg850'])('of the encoding \\%s is read', (encoding) => {
    expect(read(`{\\rtf1\\${encoding} one \\'8a\\'8a}`)).toMatchObject(words(2));
  });

  it('with white space or more after its end is whole', () => {
    for (const more of ['\r\n\0', ' {\\par']) expect(read(`${rtf(' one')}${more}`)).toMatchObject(words(1));
  });

  it.each([
    ['ends in a brace that is text', '{\\rtf1 one \\}'],
    ['has fewer bytes than it tells', '{\\rtf1{\\bin2147483647 abc}'],
    ['ends inside a word of its own', '{\\rtf1 one \\pa'],
    ['ends inside a byte', "{\\rtf1 one \\'"],
  ])('that %s is not', (_what, text) => {
    expect(read(text)).toEqual({ kind: 'truncated', found: 'rtf' });
  });

  it('without words says so, and one of groups without end is not read', async () => {
    expect(await inspect('essay.rtf', Buffer.from(rtf('\\par')))).toMatchObject(notRead('no-text'));
    expect(read(rtf('{'.repeat(20_000)))).toMatchObject({ words: { kind: 'not-read', why: 'limit' } });
  });
});
