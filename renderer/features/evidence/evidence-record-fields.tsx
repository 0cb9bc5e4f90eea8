import { Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import { FEEDBACK_LIMIT } from '../../../shared/api/limits.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { DateField } from '../../ui/date-field.tsx';
import styles from './evidence-dialog.module.css';
import type { DraftFaults, EvidenceDraft } from './evidence-draft.ts';

type Props = {
  readonly scripts: PortfolioView['scripts'];
  readonly draft: EvidenceDraft;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<EvidenceDraft>) => void;
};

/** Stands for a document that is no script of the learner's. */
const ELSEWHERE = 'elsewhere';

/** What the form in which evidence is recorded asks for. */
export function EvidenceRecordFields({ scripts, ...props }: Props) {
  const { form } = props.draft;
  switch (form) {
    case null:
      return null;
    case 'document':
      return <DocumentFields scripts={scripts} {...props} />;
    case 'product':
      return (
        <>
          <Line field="description" label="What it is" longest={400} {...props} />
          <Line field="place" label="Where it is kept" longest={400} {...props} />
        </>
      );
    case 'observation':
      return (
        <>
          <Dated label="Observed on" {...props}>
            <Line field="observer" label="Observer" longest={200} {...props} />
          </Dated>
          <Line field="place" label="Where it was observed" longest={400} {...props} />
          <Text field="notes" label="What was observed" {...props} />
        </>
      );
    case 'witness-testimony':
      return <WitnessFields {...props} />;
    case 'professional-discussion':
    case 'questioning':
      return (
        <>
          <Dated label={form === 'questioning' ? 'Questioned on' : 'Discussed on'} {...props}>
            <Line field="participants" label="Who took part" longest={400} {...props} />
          </Dated>
          <Line field="place" label="Where it took place" longest={400} {...props} />
          <Text field="notes" label={form === 'questioning' ? 'Questions and answers' : 'What was said'} {...props} />
        </>
      );
    default:
      return assertNever(form);
  }
}

type FieldProps = Omit<Props, 'scripts'>;

function DocumentFields({ scripts, ...props }: Props) {
  const { draft, onChange } = props;
  return (
    <>
      <Select
        label="Document"
        allowDeselect={false}
        data={[
          ...scripts.map(({ script, name, assessment, attempt }) => ({
            value: script,
            label: `${name} (${assessment}, attempt ${attempt})`,
          })),
          { value: ELSEWHERE, label: 'Kept elsewhere' },
        ]}
        value={draft.script ?? ELSEWHERE}
        onChange={(value) => onChange({ script: scripts.find((one) => one.script === value)?.script ?? null })}
      />
      <Line
        field="place"
        label={draft.script ? 'Place in it' : 'Where it is kept'}
        {...(draft.script ? { description: 'Such as p 3; it may stay empty' } : {})}
        longest={400}
        {...props}
      />
    </>
  );
}

function WitnessFields(props: FieldProps) {
  return (
    <>
      <div className={styles.pair}>
        <Line field="witnessName" label="Name of the witness" longest={200} {...props} />
        <Line field="witnessRole" label="Role" longest={200} {...props} />
        <Line field="witnessRelation" label="Relation to the learner" longest={200} {...props} />
        <Line field="witnessContact" label="Contact (may stay empty)" longest={200} {...props} />
      </div>
      <Dated label="Stated on" {...props} />
      <Text field="statement" label="Statement" {...props} />
    </>
  );
}

function Dated({
  label,
  draft,
  faults,
  onChange,
  children,
}: FieldProps & { readonly label: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.pair}>
      <DateField
        label={label}
        value={draft.date}
        tried={faults.date !== undefined}
        onChange={(date) => onChange({ date })}
      />
      {children}
    </div>
  );
}

type LineField =
  | 'description'
  | 'place'
  | 'observer'
  | 'participants'
  | 'witnessName'
  | 'witnessRole'
  | 'witnessRelation'
  | 'witnessContact';
type LineProps = FieldProps & {
  readonly field: LineField;
  readonly label: string;
  readonly description?: string;
  readonly longest: number;
};

function Line({ field, label, description, longest, draft, faults, onChange }: LineProps) {
  return (
    <TextInput
      label={label}
      description={description}
      maxLength={longest}
      dir="auto"
      value={draft[field]}
      error={faults[field] ?? null}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}

type TextProps = FieldProps & { readonly field: 'notes' | 'statement'; readonly label: string };

function Text({ field, label, draft, faults, onChange }: TextProps) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={3}
      maxRows={8}
      maxLength={FEEDBACK_LIMIT}
      dir="auto"
      value={draft[field]}
      error={faults[field] ?? null}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}
