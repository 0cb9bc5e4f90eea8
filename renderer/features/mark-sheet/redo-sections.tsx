import { Checkbox } from '@mantine/core';
import type { SchemeSection } from '../../../shared/model/pack.ts';
import { fieldAttribute } from '../../ui/sheet-field.ts';
import styles from './redo-sections.module.css';
import { useSheet } from './sheet-context.ts';
import { PART_ATTRIBUTE } from './sheet-place.ts';
import { useField } from './use-field.ts';

/**
 * Where every section reaches its minimum and only the total does not, the assessor names what is to be done again.
 * Whether that is so comes from the main side's decision.
 */
export function RedoSections({ sections }: { readonly sections: readonly SchemeSection[] }) {
  const decision = useSheet((open) => open.view.decision);
  const signed = useSheet((open) => open.view.state !== 'draft');
  const stored = useSheet((open) => open.view.redo);
  const field = useField<readonly string[]>({
    typed: (edit) => (edit.kind === 'redo' ? edit.sections : undefined),
    stored,
    edit: (named) => ({ kind: 'redo', sections: [...named] }),
  });
  if (decision.outcome !== 'referral' || !decision.totalShort) return null;
  if (decision.referred.some((one) => one.reason !== 'named-by-assessor')) return null;
  const named = field.value;
  const inOrder = (wanted: ReadonlySet<string>) => sections.map((one) => one.id).filter((one) => wanted.has(one));
  const toggle = (section: string, on: boolean) => {
    const others = named.filter((one) => one !== section);
    field.put(inOrder(new Set(on ? [...others, section] : others)));
  };
  const { total, needed } = decision.totalShort;
  return (
    <fieldset className={styles.redo} disabled={signed} {...fieldAttribute({ kind: 'redo' })}>
      <legend className={styles.legend}>
        Only the total fails: {total} of the {needed} needed. Sections to do again:
      </legend>
      <div className={styles.choices}>
        {sections.map((section, index) => (
          <Checkbox
            key={section.id}
            {...(index === 0 ? { [PART_ATTRIBUTE]: 'redo' } : {})}
            size="xs"
            label={
              <span className={styles.label} title={section.heading}>
                {index + 1} {section.heading}
              </span>
            }
            checked={named.includes(section.id)}
            onChange={(event) => toggle(section.id, event.currentTarget.checked)}
            onBlur={field.leave}
          />
        ))}
      </div>
    </fieldset>
  );
}
