import { IconTriangleInvertedFilled } from '@tabler/icons-react';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import { criterionEntry } from '../../store/marking-field.ts';
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
  const rated = section.criteria.map((criterion) => criterionEntry(entry, criterion.id));
  switch (rule.kind) {
    case 'section-minimum':
      return (
        <MarkFigure mark={entry?.mark ?? null} available={section.available} minimum={section.minimum} withMinimum />
      );
    case 'criterion-minimum':
      return <Share of={rated.length} what="criteria marked" share={rated.filter((one) => one.mark !== null).length} />;
    case 'criteria-met': {
      const notYet = rated.filter((one) => one.met === 'not-yet').length;
      return (
        <>
          <Share
            of={rated.length}
            what="criteria achieved"
            share={rated.filter((one) => one.met === 'achieved').length}
          />
          {notYet > 0 && (
            <span className={styles.notYet}>
              <IconTriangleInvertedFilled size={9} aria-hidden="true" /> {notYet}
              <Spoken> not yet</Spoken>
            </span>
          )}
        </>
      );
    }
    default:
      return assertNever(rule);
  }
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
