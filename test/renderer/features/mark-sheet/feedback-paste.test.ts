import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { pastedBlocks, pasteEdit } from '../../../../renderer/features/mark-sheet/feedback-paste.ts';
import { withoutAttributes } from '../../../../renderer/features/mark-sheet/pasted-html.ts';
import type { PastedNode } from '../../../../renderer/features/mark-sheet/pasted-node.ts';
import { readFeedback, writeFeedback } from '../../../../shared/lib/feedback-text.ts';
import { afterEdit } from './text-at-caret.ts';

type Parser = { readonly DOMParser: new () => { parseFromString: (text: string, type: string) => unknown } };
const { DOMParser }: Parser = createRequire(import.meta.url)('@xmldom/xmldom');

/** The text that a page, written as XML, becomes. */
function pasted(page: string): string | null {
  const parsed = new DOMParser().parseFromString(
    `<body xmlns:o="urn:o">${withoutAttributes(page)}</body>`,
    'text/xml',
  ) as {
    readonly documentElement: PastedNode;
  };
  const blocks = pastedBlocks(parsed.documentElement);
  return blocks && writeFeedback(blocks);
}

const SYMBOL = (symbol: string) =>
  `<!--[if !supportLists]--><span style="font-family:Symbol"><span style='mso-list:Ignore'>${symbol}<span style='font:7.0pt "Times New Roman"'>\u00a0\u00a0 </span></span></span><!--[endif]-->`;

describe('a page that is pasted', () => {
  it.each([
    ['<p>One.</p><p>Two.</p>', 'One.\nTwo.'],
    ['<div>One<br/>two</div>', 'One\ntwo'],
    ['a <b>costed</b> plan', 'a **costed** plan'],
    ['a<b> costed </b>plan', 'a **costed** plan'],
    ['<span style="font-weight:700">costed</span> plan', '**costed** plan'],
    ['<b><span style="font-weight: normal">not</span> so</b>', 'not **so**'],
    ['<h2>Head</h2><p>text</p>', '**Head**\ntext'],
    ['<ul><li>one</li><li><p>two <strong>2</strong></p></li></ul>after', '- one\n- two **2**\nafter'],
    ['<ul><li>one<ul><li>inner</li></ul></li></ul>', '- one\n- inner'],
    ['<ol><li>one</li><li><p>two</p><p>more</p></li></ol>', '1. one\n2. two\nmore'],
    ['<li>first<br/>goes on</li>', '- first goes on'],
    ['<blockquote><p>said</p></blockquote>', '> said'],
    ['<p>•\u00a0\u00a0point</p><p>- other</p>', '- point\n- other'],
    ['<p>  much \n  space\u00a0here </p><p> \u00a0 </p>', 'much space here'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<pre>one\n two</pre>', 'one\ntwo'],
    // Nothing of a page but its words.
    ['<style>p { color: red }</style><script>alert(1)</script><p>ok<img src="x"/></p>', 'ok'],
    ['<p>ok<span style="display:none">secret</span><span style="mso-hide:all">more</span></p>', 'ok'],
    ['<p style="font-weight:bold">**signs** are words</p>', '**\\*\\*signs\\*\\* are words**'],
    ['<p>&gt; no quotation</p>', '\\> no quotation'],
    // Word.
    [
      `<p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1">${SYMBOL('·')}first<o:p xmlns:o="urn:o"></o:p></p><p style="mso-list:l0 level2 lfo1">${SYMBOL('o')}<b>second</b></p>`,
      '- first\n- **second**',
    ],
    [`<p style="mso-list:l1 level1 lfo2">${SYMBOL('2.')}numbered</p>`, '2. numbered'],
    [
      '<p class="MsoNormal">A <b style="mso-bidi-font-weight:normal">bold</b> word<o:p xmlns:o="urn:o">\u00a0</o:p></p>',
      'A **bold** word',
    ],
  ])('%s', (page, text) => {
    expect(pasted(page)).toBe(text);
  });

  it('gives way to its plain text where it has no words or too many parts', () => {
    expect(pasted('<p><img src="x"/></p>')).toBeNull();
    expect(pasted('<i/>'.repeat(200_001))).toBeNull();
  });

  it('leaves no attribute on what a parser would open again in every paragraph', () => {
    const page =
      '<b style="font-weight:normal" id="x">a</b><a href="x>y" title=\'>\'>c</a><p class="k" onclick="run()">';
    expect(withoutAttributes(page)).toBe('<span>a</b><a>c</a><p>');
    expect(withoutAttributes('<font style="font-weight:700">a<b x="1')).toBe('<b>a<b>');
    expect(withoutAttributes(`<p style='mso-list:l0 "x"' hidden>`)).toBe('<p data-look="mso-list:l0  x " hidden="">');
    expect(withoutAttributes('<style type="text/css">p {}</style>')).toBe('<template>p {}</template>');
    const hostile = '<b a="'.repeat(300_000);
    const start = performance.now();
    expect(withoutAttributes(hostile).length).toBeLessThanOrEqual(hostile.length);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('where it goes', () => {
  it.each([
    ['Before |behind', 'plain', 'Before plain|behind'],
    ['Before |', '- one\n- two', 'Before \n- one\n- two|'],
    ['- |', '- one\n- two', '- one\n- two|'],
    ['|behind', '- one', '- one|\nbehind'],
    ['Before\n|\nbehind', 'one\n**two**', 'Before\none\n**two**|\nbehind'],
  ])('in “%s”: “%s”', (field, page, after) => {
    const at = field.indexOf('|');
    const text = field.replace('|', '');
    expect(afterEdit(text, pasteEdit(text, at, at, readFeedback(page)))).toBe(after);
  });
});
