import type { Advice } from '../../../shared/model/pack.ts';
import { AdviceText } from './advice-text.tsx';
import styles from './source-advice.module.css';
import { SourceMark } from './source-mark.tsx';
import { markedAdvice, type UnitAdvice } from './source-wording.ts';
import { useSheetPack } from './use-sheet-pack.ts';

/** As the sources head what they print beside the criteria. */
const HEADINGS = [
  { kind: 'guidance', heading: 'Assessment Guidance' },
  { kind: 'mistake', heading: 'Common Mistakes' },
] as const satisfies readonly { readonly kind: Advice['kind']; readonly heading: string }[];

type Props = {
  readonly advice: readonly UnitAdvice[];
  /** What the advice is on, in words: "1.1", "the whole unit". */
  readonly on: string;
};

/** What the source prints for whoever assesses, folded to one line until it is wanted. */
export function SourceAdvice({ advice, on }: Props) {
  const pack = useSheetPack();
  const kinds = HEADINGS.map(({ kind, heading }) => ({
    heading,
    shown: advice.filter((one) => one.advice.kind === kind),
  })).filter(({ shown }) => shown.length > 0);
  if (!pack || kinds.length === 0) return null;
  const names = kinds.map(({ heading }) => heading).join(', ');
  return (
    <details className={styles.advice}>
      <summary className={styles.summary}>
        {kinds.map(({ heading, shown }) => (
          <span key={heading} className={styles.kind}>
            {heading}
            {shown.length > 1 && <span className={styles.count}> {shown.length}</span>}
          </span>
        ))}
        <span className={styles.on}>on {on}</span>
      </summary>
      <section
        className={styles.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard to be scrolled
        tabIndex={0}
        dir="auto"
        aria-label={`${names}, on ${on}`}
      >
        {kinds.map(({ heading, shown }) => (
          <div key={heading}>
            {kinds.length > 1 && <h4 className={styles.heading}>{heading}</h4>}
            <ul className={styles.list}>
              {shown.map((one) => (
                <li key={`${one.unit} ${JSON.stringify(one.advice.blocks)}`}>
                  <AdviceText blocks={one.advice.blocks} />
                  <SourceMark marked={markedAdvice(pack, one.unit, one.advice)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </details>
  );
}
