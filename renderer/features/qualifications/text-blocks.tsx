import type { GuidanceBlock, TableBlock, TextBlock } from '../../../shared/model/pack.ts';
import styles from './text-blocks.module.css';

/** The source's text as it runs: paragraphs, and bullets or numbers that hang together. */
export function TextBlocks({ blocks }: { readonly blocks: readonly GuidanceBlock[] }) {
  return (
    <div className={styles.blocks}>
      {runsOf(blocks).map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pack's text never changes its order
        <Run key={index} run={run} />
      ))}
    </div>
  );
}

type RunOfBlocks =
  | { readonly kind: 'paragraph'; readonly block: TextBlock }
  | { readonly kind: 'bullet' | 'number'; readonly items: readonly TextBlock[] }
  | { readonly kind: 'table'; readonly table: TableBlock };

function runsOf(blocks: readonly GuidanceBlock[]): readonly RunOfBlocks[] {
  const runs: RunOfBlocks[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind === 'table') runs.push({ kind: 'table', table: block });
    else if (block.kind === 'paragraph') runs.push({ kind: 'paragraph', block });
    else if (last && last.kind === block.kind) runs.splice(-1, 1, { ...last, items: [...last.items, block] });
    else runs.push({ kind: block.kind, items: [block] });
  }
  return runs;
}

function Run({ run }: { readonly run: RunOfBlocks }) {
  if (run.kind === 'table') return <SourceTable table={run.table} />;
  if (run.kind === 'paragraph') {
    return (
      <>
        <p>{run.block.text}</p>
        {run.block.items && <TextBlocks blocks={run.block.items} />}
      </>
    );
  }
  const List = run.kind === 'bullet' ? 'ul' : 'ol';
  return (
    <List className={styles.list}>
      {run.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pack's text never changes its order
        <li key={index}>
          {item.text}
          {item.items && <TextBlocks blocks={item.items} />}
        </li>
      ))}
    </List>
  );
}

function SourceTable({ table }: { readonly table: TableBlock }) {
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pack's table never changes its order
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a pack's table never changes its order
                <td key={column}>
                  <TextBlocks blocks={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
