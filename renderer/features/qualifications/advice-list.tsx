import type { Advice, Unit } from '../../../shared/model/pack.ts';
import styles from './page.module.css';
import { ReadingNote } from './reading-note.tsx';
import { TextBlocks } from './text-blocks.tsx';

const HEADINGS: Readonly<Record<Advice['kind'], string>> = {
  guidance: 'Assessment guidance',
  mistake: 'Common mistakes',
};

/** Advice of one kind after another, each with the criteria that the source puts it beside. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }) {
  return (['guidance', 'mistake'] as const).map((kind) => {
    const shown = advice.filter((one) => one.kind === kind);
    if (shown.length === 0) return null;
    return (
      <div key={kind} className={styles.content}>
        <h4 className={styles.small}>{HEADINGS[kind]}</h4>
        <dl className={styles.criteria}>
          {shown.map((one) => (
            <div key={JSON.stringify(one.blocks)} className={styles.advice}>
              <dt>{one.criteria.length > 0 && `On ${one.criteria.join(', ')}`}</dt>
              <dd>
                <TextBlocks blocks={one.blocks} />
                <ReadingNote reading={one.reading} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    );
  });
}

/** The advice that stands beside an outcome or a criterion of it. */
export function adviceOn(unit: Unit, outcome: Unit['outcomes'][number]): readonly Advice[] {
  const criteria = new Set(outcome.criteria.map((one) => one.number));
  return (unit.advice ?? []).filter(
    (one) => one.outcomes.includes(outcome.number) || one.criteria.some((number) => criteria.has(number)),
  );
}
