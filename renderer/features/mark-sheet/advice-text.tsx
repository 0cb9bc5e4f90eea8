import type { TextBlock } from '../../../shared/model/pack.ts';
import { SourceWords } from '../../ui/source-words.tsx';
import styles from './source-advice.module.css';

/** The advice's own paragraphs, each with the points that hang below it. */
export function AdviceText({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return blocks.map((block) => (
    <div key={block.text} className={block.kind === 'paragraph' ? undefined : styles.point}>
      <SourceWords text={block.text} />
      {block.items && <AdviceText blocks={block.items} />}
    </div>
  ));
}
