import { Radio } from '@mantine/core';
import { EVIDENCE_FORM_NAMES } from '../../../shared/model/evidence-form-names.ts';
import type { EvidenceRules } from '../../../shared/model/pack.ts';
import { EvidenceType } from '../../ui/evidence-type.tsx';
import styles from './evidence-dialog.module.css';
import { type DraftFaults, type EvidenceDraft, formsOf, withKind } from './evidence-draft.ts';

type Props = {
  readonly rules: EvidenceRules | null;
  readonly draft: EvidenceDraft;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<EvidenceDraft>) => void;
};

/** The type, as the source lists it, and in which form it is recorded. */
export function EvidenceKindFields({ rules, draft, faults, onChange }: Props) {
  const forms = formsOf(rules, draft.kind);
  return (
    <>
      <EvidenceType
        rules={rules}
        code={draft.kind}
        own={draft.ownKind}
        words={draft.kindWords}
        codeFault={faults.kind ?? null}
        wordsFault={faults.kindWords ?? null}
        onCode={(code) => onChange(withKind(draft, rules, code))}
        onWords={(kindWords) => onChange({ kindWords })}
      />
      {(draft.ownKind || draft.kind !== null) &&
        (forms.length === 1 ? (
          <p className={styles.quiet}>Recorded as: {draft.form && EVIDENCE_FORM_NAMES[draft.form].toLowerCase()}</p>
        ) : (
          <Radio.Group
            label="Recorded as"
            value={draft.form}
            error={faults.form ?? null}
            {...(faults.form ? { 'data-fault': true } : {})}
            onChange={(value) => onChange({ form: forms.find((form) => form === value) ?? null })}
          >
            <div className={styles.forms}>
              {forms.map((form) => (
                <Radio key={form} value={form} size="xs" label={EVIDENCE_FORM_NAMES[form]} />
              ))}
            </div>
          </Radio.Group>
        ))}
    </>
  );
}
