import { IconTriangleInvertedFilled } from '@tabler/icons-react';
import type { SchemeSection } from '../../../shared/model/pack.ts';
import { criteriaStanding } from '../../store/marking-criteria.ts';
import styles from './section-total.module.css';
import { useEntry } from './use-field.ts';

/** The marks of a section's criteria added up, and which of them refer it whatever they add up to. */
export function SectionTotal({ section }: { readonly section: SchemeSection }) {
  const { marked, criteria, marks, below } = criteriaStanding(section, useEntry(section.id));
  const numbers = new Intl.ListFormat('en-GB').format(below.map(String));
  return (
    <div className={styles.row}>
      <span>
        Section <strong>{marks}</strong>
        {section.available !== null && ` of ${section.available}`}
        {marked < criteria && `, ${marked} of ${criteria} criteria marked`}
      </span>
      <span className={styles.below} role="status">
        {below.length > 0 && (
          <>
            <IconTriangleInvertedFilled size="0.625rem" aria-hidden="true" />{' '}
            {below.length === 1
              ? `Criterion ${numbers} is below its minimum`
              : `Criteria ${numbers} are below their minimum`}
            , which refers the section whatever the total.
          </>
        )}
      </span>
    </div>
  );
}
