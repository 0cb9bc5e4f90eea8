import type { FeedbackBlock } from '../../../shared/lib/feedback-text.ts';
import { pastedBlocks } from './feedback-paste.ts';
import { isBoldLook, LOOK } from './pasted-node.ts';

/** Characters of a page that are read; of a longer one its plain text is taken. */
const MOST = 2 * 1024 * 1024;
/** Elements that are read: a parser looks through all that are open for each that begins, so a nest of more takes long. */
const MOST_ELEMENTS = 30_000;

/**
 * What stands on a page that was copied from Word or a browser, as feedback; null where its plain text should be taken.
 * The page is read apart from this one: nothing in it runs, and nothing is fetched.
 */
export function readPasted(html: string): readonly FeedbackBlock[] | null {
  if (html.length > MOST || beginsMore(html, MOST_ELEMENTS)) return null;
  return pastedBlocks(new DOMParser().parseFromString(withoutAttributes(html), 'text/html').body);
}

function beginsMore(html: string, most: number): boolean {
  const tags = html.matchAll(/<[a-z]/gi);
  for (let count = 0; count <= most; count += 1) if (tags.next().done) return false;
  return true;
}

/** Elements that a parser opens again in every paragraph. */
const REOPENED = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/i;
const TAG = /<([a-z][^\s/>]*)(?=[\s/])/gi;

/**
 * A page with nothing on its elements but how they look, under a name that no browser acts on. Those that are opened
 * again in every paragraph have nothing at all: with attributes each would count as another, and fill the memory.
 */
export function withoutAttributes(html: string): string {
  let bare = '';
  let at = 0;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found; found = TAG.exec(html)) {
    const end = endOfTag(html, TAG.lastIndex);
    bare += html.slice(at, found.index) + bareTag(html.slice(found.index, end), found[1] ?? '');
    at = end;
    TAG.lastIndex = end;
  }
  // A sheet of styles becomes what is read by nobody.
  return (bare + html.slice(at)).replace(/<(\/?)style(?=[\s/>])/gi, '<$1template');
}

function bareTag(tag: string, name: string): string {
  const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/i.exec(tag);
  const look = (style?.[1] ?? style?.[2] ?? style?.[3] ?? '').replace(/["<>&]/g, ' ');
  if (REOPENED.test(name)) {
    const bold = isBoldLook(look);
    return bold === null ? `<${name}>` : bold ? '<b>' : '<span>';
  }
  const kept = [look === '' ? '' : ` ${LOOK}="${look}"`, /\shidden(?=[\s=/>])/i.test(tag) ? ' hidden=""' : ''].join('');
  return `<${name}${kept}${tag.endsWith('/>') ? '/>' : '>'}`;
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
