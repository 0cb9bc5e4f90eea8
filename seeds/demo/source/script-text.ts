/** A part of a learner's script. Words inside a paragraph may be bold. */
export type ScriptBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Words[] }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'figure'; readonly caption: string; readonly chart: string };

export type Words = { readonly text: string; readonly bold: boolean };

const HEADING = /^(#{1,3}) (.+)$/;
const FIGURE = /^!\[(.+)\]\((?:chart|picture):(\w+)\)$/;

/** Reads the demo's plain text: headings, paragraphs, bullets, tables and figures, parted by empty lines. */
export function readScript(text: string): readonly ScriptBlock[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .flatMap(readBlock);
}

function readBlock(block: string): readonly ScriptBlock[] {
  const lines = block.split('\n');
  const heading = HEADING.exec(block);
  if (heading?.[1] && heading[2]) return [{ kind: 'heading', level: levelOf(heading[1].length), text: heading[2] }];
  const figure = FIGURE.exec(block);
  if (figure?.[1] && figure[2]) return [{ kind: 'figure', caption: figure[1], chart: figure[2] }];
  if (block.startsWith('- ')) return [{ kind: 'bullets', items: lines.map((line) => line.slice(2)) }];
  if (block.startsWith('|')) {
    return [
      {
        kind: 'table',
        rows: lines.map((line) =>
          line
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim()),
        ),
      },
    ];
  }
  return lines.map((line) => ({ kind: 'paragraph', words: wordsOf(line) }));
}

function levelOf(marks: number): 1 | 2 | 3 {
  return marks === 1 ? 1 : marks === 2 ? 2 : 3;
}

function wordsOf(line: string): readonly Words[] {
  return line
    .split('**')
    .map((text, index) => ({ text, bold: index % 2 === 1 }))
    .filter((words) => words.text !== '');
}
