import { Checkbox } from '@mantine/core';
import { ROLES, type Role } from '../../shared/model/person.ts';
import styles from './role-choice.module.css';

/** What each role does, as a person would say it who holds it. */
const CHOICES: Readonly<Record<Role, { readonly label: string; readonly does: string }>> = {
  assessor: { label: 'Assessor', does: 'Marks and signs sheets' },
  'assessor-in-training': { label: 'Assessor in training', does: 'Marks; another assessor signs too' },
  'countersigning-assessor': { label: 'Countersigning assessor', does: 'Signs beside an assessor in training' },
  iqa: { label: 'IQA', does: 'Checks others’ sheets and signs' },
  'lead-iqa': { label: 'Lead IQA', does: 'Checks, and signs the centre’s register' },
  ev: { label: 'External verifier', does: 'Signs for the awarding organisation' },
};

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly roles: readonly Role[];
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly onChange: (roles: readonly Role[]) => void;
};

/** Which roles a person holds: one at least. A certificate names them, so each signature shows them. */
export function RoleChoice({ label, description, roles, error = null, disabled = false, onChange }: Props) {
  return (
    <Checkbox.Group
      label={label}
      description={description}
      error={error}
      value={[...roles]}
      onChange={(values) => onChange(ROLES.filter((role) => values.includes(role)))}
    >
      <div className={styles.choices}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            disabled={disabled}
            label={CHOICES[role].label}
            description={CHOICES[role].does}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
