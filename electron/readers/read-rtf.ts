import { countWords } from '../../shared/rules/word-count.ts';
import type { Reading } from './reading.ts';
import { RtfText } from './rtf-text.ts';
import { rtfTokens } from './rtf-tokens.ts';

/** Words of an RTF, without heads, notes and bullets, as of a DOCX; and whether it is whole. */
export function readRtf(bytes: Uint8Array): Reading {
  const text = new RtfText();
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'cut') break;
    if (text.take(token) === 'end') return { ...READ, words: counted(text.whole()) };
    if (text.isTooMuch()) return { ...READ, words: { kind: 'not-read', why: 'limit' } };
  }
  return { kind: 'truncated', found: 'rtf' };
}

const READ = { kind: 'read', found: 'rtf', pages: null, drawable: false } as const;

function counted(text: string) {
  const words = countWords(text);
  return words === 0 ? ({ kind: 'not-read', why: 'no-text' } as const) : ({ kind: 'counted', words } as const);
}
