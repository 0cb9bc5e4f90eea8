import type { FeedbackBlock } from '../../../shared/lib/feedback-text.ts';
import { pastedBlocks } from './feedback-paste.ts';

/** Characters of a page that are read; of a longer one its plain text is taken. */
const MOST = 2 * 1024 * 1024;

/**
 * What stands on a page that was copied from Word or a browser, as feedback; null where its plain text should be taken.
 * The page is read apart from this one: nothing in it runs, and nothing is fetched.
 */
export function readPasted(html: string): readonly FeedbackBlock[] | null {
  if (html.length > MOST) return null;
  return pastedBlocks(new DOMParser().parseFromString(withoutAttributes(html), 'text/html').body);
}

const REOPENED = /<(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/])/gi;

/**
 * A parser opens elements like these again in every paragraph, and with attributes each counts as another: a few
 * thousand of them before as many paragraphs would fill the memory. All that they say here is whether they are bold.
 */
export function withoutAttributes(html: string): string {
  let bare = '';
  let at = 0;
  REOPENED.lastIndex = 0;
  for (let found = REOPENED.exec(html); found; found = REOPENED.exec(html)) {
    const end = endOfTag(html, REOPENED.lastIndex);
    const tag = html.slice(found.index, end);
    bare += html.slice(at, found.index) + bareTag(tag, found[1] ?? '');
    at = end;
    REOPENED.lastIndex = end;
  }
  return bare + html.slice(at);
}

function bareTag(tag: string, name: string): string {
  if (/(?<![\w-])font-weight\s*:\s*(normal|[1-4]00)/i.test(tag)) return '<span>';
  return /(?<![\w-])font-weight\s*:\s*(bold|[6-9]00)/i.test(tag) ? '<b>' : `<${name}>`;
}

/** Behind the ">" that ends a tag: one within a value in quotation marks does not. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  let value = false;
  for (let at = from; at < html.length; at += 1) {
    const letter = html[at] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return at + 1;
    else if (value && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === '=') value = true;
    if (letter !== '=' && letter.trim() !== '') value = false;
  }
  return html.length;
}
