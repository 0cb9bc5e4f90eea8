import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import type { PackSummary } from '../../../shared/api/contract.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { newestOnly } from '../../../shared/rules/pack-versions.ts';
import { DateField } from '../../ui/date-field.tsx';
import styles from './intake-form.module.css';

/** What the form holds before it is sent; a date is null while what is typed is none. */
export type IntakeEntries = {
  readonly pack: Digest | null;
  readonly qualification: string | null;
  readonly assessment: string | null;
  readonly received: CivilDate | null;
  readonly declared: boolean;
  readonly declarationDate: CivilDate | null;
  readonly refused: boolean;
};

type Props = {
  readonly packs: readonly PackSummary[];
  readonly entries: IntakeEntries;
  /** The person tried to send the form. */
  readonly tried: boolean;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<IntakeEntries>) => void;
};

/** Which assessment, when it came, and what the learner declared. */
export function IntakeFields({ packs, entries, tried, disabled, onChange }: Props) {
  const pack = packs.find((one) => one.digest === entries.pack);
  const newest = newestOnly(packs);
  const older = packs.filter((one) => hasAssessments(one) && !newest.includes(one));
  const [unfolded, setUnfolded] = useState(false);
  const showOlder = unfolded || older.some((one) => one.digest === entries.pack);
  const assessments = pack?.assessments.filter((one) => one.qualification === entries.qualification) ?? [];
  return (
    <fieldset className={styles.fields} disabled={disabled}>
      <legend className={styles.legend}>Submission</legend>
      <Select
        label="Qualification"
        placeholder="Choose"
        allowDeselect={false}
        data={[...newest.filter(hasAssessments), ...(showOlder ? older : [])].map((one) => ({
          group: `${one.title}, version ${one.version}${newest.includes(one) ? '' : ' (older)'}`,
          items: one.qualifications
            .filter(({ code }) => one.assessments.some(({ qualification }) => qualification === code))
            .map(({ code, title }) => ({ value: `${one.digest} ${code}`, label: title })),
        }))}
        value={entries.pack && entries.qualification ? `${entries.pack} ${entries.qualification}` : null}
        error={tried && !entries.qualification ? 'Choose the qualification' : null}
        onChange={(value) => {
          const chosen = packs.find((one) => value?.startsWith(one.digest));
          if (!chosen || !value) return;
          onChange({ pack: chosen.digest, qualification: value.slice(chosen.digest.length + 1), assessment: null });
        }}
        disabled={disabled}
      />
      {older.length > 0 && (
        <Checkbox
          label="Show older versions of the packs"
          checked={showOlder}
          onChange={(event) => setUnfolded(event.currentTarget.checked)}
        />
      )}
      <Select
        label="Assessment"
        placeholder={entries.qualification ? 'Choose' : 'Choose the qualification first'}
        allowDeselect={false}
        searchable
        nothingFoundMessage="No assessment by that name"
        data={assessments.map((one) => ({ value: one.id, label: one.title }))}
        value={entries.assessment}
        error={tried && entries.qualification && !entries.assessment ? 'Choose the assessment' : null}
        onChange={(assessment) => onChange({ assessment })}
        disabled={disabled || !entries.qualification}
      />
      <DateField label="Date received" value={entries.received} onChange={(received) => onChange({ received })} />
      <Checkbox
        label="The learner has declared the work as their own"
        checked={entries.declared}
        onChange={(event) => onChange({ declared: event.currentTarget.checked })}
      />
      {entries.declared ? (
        <DateField
          label="Date of the declaration"
          value={entries.declarationDate}
          onChange={(declarationDate) => onChange({ declarationDate })}
        />
      ) : (
        <p className={styles.hint}>A sheet cannot be signed before the declaration is recorded. It can follow later.</p>
      )}
      <Checkbox
        label="The learner refuses the use of this script for standardisation"
        checked={entries.refused}
        onChange={(event) => onChange({ refused: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

/** A pack may hold units alone, until somebody has entered what they are assessed by. */
function hasAssessments(pack: PackSummary): boolean {
  return pack.assessments.length > 0;
}
