import { IconTriangleInvertedFilled } from '@tabler/icons-react';
import type { SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import { criterionEntry, markText } from '../../store/marking-field.ts';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import styles from './criteria-list.module.css';
import { MarkInput } from './mark-input.tsx';
import { useEntry, useField } from './use-field.ts';

type Props = {
  readonly section: SchemeSection;
  readonly criterion: SchemeCriterion;
  readonly locked: boolean;
  readonly main: boolean;
};

/** The mark of one criterion, with what is available and its minimum. */
export function CriterionMark({ section, criterion, locked, main }: Props) {
  const { mark } = criterionEntry(useEntry(section.id), criterion.id);
  const place = { kind: 'criterion-mark', section: section.id, criterion: criterion.id } as const;
  const field = useField<string>({
    typed: (edit) => (edit.kind === 'criterion-mark' ? edit.typed : undefined),
    stored: markText(mark),
    edit: (typed) => ({ ...place, typed }),
  });
  const { available, minimum } = criterion;
  const below = mark !== null && minimum !== null && mark < minimum;
  return (
    <div className={styles.rating} {...fieldAttribute(place)}>
      <MarkInput field={field} label={`Mark, ${criterion.text}`} locked={locked} main={main}>
        <span className={below ? styles.below : styles.of}>
          {below && (
            <>
              <IconTriangleInvertedFilled size="0.5625rem" aria-hidden="true" />{' '}
            </>
          )}
          {available !== null && `of ${available}`}
          {minimum !== null && `, min ${minimum}`}
          {below && ', below'}
        </span>
      </MarkInput>
    </div>
  );
}
