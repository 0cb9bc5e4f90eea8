import { Radio, Select, TextInput } from '@mantine/core';
import { EVIDENCE_FORM_NAMES } from '../../../shared/model/evidence-form-names.ts';
import type { EvidenceRules } from '../../../shared/model/pack.ts';
import styles from './evidence-dialog.module.css';
import { type DraftFaults, type EvidenceDraft, formsOf, withKind } from './evidence-draft.ts';

type Props = {
  readonly rules: EvidenceRules | null;
  readonly draft: EvidenceDraft;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<EvidenceDraft>) => void;
};

/** Stands for own words in the list; no code of a source has a space. */
const OWN = 'own words';
/** Longest wording, in characters, that the closed list shows whole. */
const SHOWN_WHOLE = 70;

/** The type, as the source lists it, and in which form it is recorded. */
export function EvidenceKindFields({ rules, draft, faults, onChange }: Props) {
  const forms = formsOf(rules, draft.kind);
  const chosen = rules?.kinds.find((one) => one.code === draft.kind);
  const own = rules === null || rules.open;
  return (
    <>
      {rules && (
        <Select
          label="Type"
          description={
            chosen && chosen.text.length > SHOWN_WHOLE
              ? chosen.text
              : rules.open
                ? 'As the source lists it; the list is open'
                : 'As the source lists it'
          }
          placeholder="Choose"
          allowDeselect={false}
          data={[
            ...rules.kinds.map(({ code, text }) => ({ value: code, label: text })),
            ...(own ? [{ value: OWN, label: 'Another type, in your own words' }] : []),
          ]}
          value={draft.ownKind ? OWN : draft.kind}
          error={faults.kind ?? null}
          onChange={(value) => value && onChange(withKind(draft, rules, value === OWN ? null : value))}
        />
      )}
      {draft.ownKind && (
        <TextInput
          label={rules ? 'Type in your own words' : 'Type'}
          description={rules ? undefined : 'In your own words: the source has no list of evidence'}
          maxLength={200}
          dir="auto"
          value={draft.kindWords}
          error={faults.kindWords ?? null}
          onChange={(event) => onChange({ kindWords: event.currentTarget.value })}
        />
      )}
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
