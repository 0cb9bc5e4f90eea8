import type { TextBlock } from '../../../shared/model/pack.ts';
import styles from './brief-drawer.module.css';

/** The source's own paragraphs and bullets, in order. */
export function BriefText({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return grouped(blocks).map((group) => {
    const [first] = group;
    if (!first) return null;
    if (first.kind === 'paragraph') return <p key={first.text}>{first.text}</p>;
    const List = first.kind === 'number' ? 'ol' : 'ul';
    return (
      <List key={first.text} className={styles.list}>
        {group.map((block) => (
          <li key={block.text}>
            {block.text}
            {block.items && <BriefText blocks={block.items} />}
          </li>
        ))}
      </List>
    );
  });
}

/** Runs of bullets, and every paragraph by itself. */
function grouped(blocks: readonly TextBlock[]): readonly (readonly TextBlock[])[] {
  const groups: TextBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && block.kind !== 'paragraph' && last[0]?.kind === block.kind) last.push(block);
    else groups.push([block]);
  }
  return groups;
}
