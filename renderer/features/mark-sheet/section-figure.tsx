import { IconTriangleInvertedFilled } from '@tabler/icons-react';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import { criteriaStanding } from '../../store/marking-criteria.ts';
import { MarkFigure } from '../../ui/mark-figure.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import styles from './section-figure.module.css';

type Props = {
  readonly section: SchemeSection;
  readonly entry: SectionEntry | undefined;
  readonly rule: SchemeRule;
};

/** How a section stands, in the figures of its rule: its mark, or how many of its criteria are rated and how. */
export function SectionFigure({ section, entry, rule }: Props) {
  const { criteria, marked, achieved, notYet, below } = criteriaStanding(section, entry);
  switch (rule.kind) {
    case 'section-minimum':
      return (
        <MarkFigure mark={entry?.mark ?? null} available={section.available} minimum={section.minimum} withMinimum />
      );
    case 'criterion-minimum':
      return (
        <>
          <Share of={criteria} what="criteria marked" share={marked} />
          <Short amount={below.length} what="below the minimum" />
        </>
      );
    case 'criteria-met':
      return (
        <>
          <Share of={criteria} what="criteria achieved" share={achieved} />
          <Short amount={notYet} what="not yet" />
        </>
      );
    default:
      return assertNever(rule);
  }
}

/** Criteria that refer the section, by shape as well as colour; nothing where there are none. */
function Short({ amount, what }: { readonly amount: number; readonly what: string }) {
  if (amount === 0) return null;
  return (
    <span className={styles.short} title={`${amount} ${what}`}>
      <IconTriangleInvertedFilled size={9} aria-hidden="true" /> {amount}
      <Spoken> {what}</Spoken>
    </span>
  );
}

function Share({ share, of, what }: { readonly share: number; readonly of: number; readonly what: string }) {
  return (
    <span className={styles.share} title={`${share} of ${of} ${what}`}>
      {share}
      <span className={styles.of}>
        <span aria-hidden="true">/</span>
        <Spoken> of </Spoken>
        {of}
        <Spoken> {what}</Spoken>
      </span>
    </span>
  );
}
