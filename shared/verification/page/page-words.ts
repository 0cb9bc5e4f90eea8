/** A stretch of text as a page shows it. */
export type Run = { readonly text: string; readonly emphasised: boolean };

/** What parts one paragraph, or one piece of marked content, from the next. */
export const BREAK = null;

/** The words of a document in reading order, without what parts them: layouts differ, words do not. */
export type PageWords = {
  readonly text: string;
  /** For each unit of the text, 1 where it stands out (bold) from what is around it. */
  readonly emphasis: Uint8Array;
  /** Places where a paragraph begins or ends: a word that goes on beyond them is another. */
  readonly breaks: ReadonlySet<number>;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: what has no shape is shown as U+FFFD
const SHAPELESS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\ufeff]/gu;

/** A text as it is compared: no spaces, no line ends, nothing that is drawn as nothing, letters apart from their marks. */
export function comparable(text: string): string {
  return text.toWellFormed().replace(SHAPELESS, '\ufffd').replace(UNSEEN, '').normalize('NFD');
}

export function pageWordsOf(runs: readonly (Run | typeof BREAK)[]): PageWords {
  const texts = runs.map((run) => (run === BREAK ? '' : comparable(run.text)));
  const emphasis = new Uint8Array(texts.reduce((sum, one) => sum + one.length, 0));
  const breaks = new Set([0, emphasis.length]);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    const run = runs[index] ?? BREAK;
    if (run === BREAK) breaks.add(at);
    else if (run.emphasised) emphasis.fill(1, at, at + text.length);
    at += text.length;
  }
  return { text: texts.join(''), emphasis, breaks };
}
