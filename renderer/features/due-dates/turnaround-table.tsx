import { TextInput } from '@mantine/core';
import { count } from '../../../shared/api/amounts.ts';
import { daysFault, type QualificationRow } from './draft.ts';
import styles from './turnaround-table.module.css';

type Props = {
  readonly rows: readonly QualificationRow[];
  /** What is typed for a qualification, by the key of its row. */
  readonly typed: Readonly<Record<string, string>>;
  readonly onChange: (typed: Readonly<Record<string, string>>) => void;
};

/** Days from receipt to the result, as the source sets them and as the centre does; the centre's own go first. */
export function TurnaroundTable({ rows, typed, onChange }: Props) {
  if (rows.length === 0) return <p className={styles.quiet}>No pack is here yet. Add one under Qualifications.</p>;

  function put(key: string, text: string): void {
    const { [key]: _, ...others } = typed;
    onChange(text === '' ? others : { ...others, [key]: text });
  }

  return (
    <table className={styles.table} aria-label="Days from receipt to the result">
      <thead>
        <tr>
          <th scope="col">Qualification</th>
          <th scope="col">Source</th>
          <th scope="col">The centre’s own days</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, organisation, sourceDays }) => (
          <tr key={key}>
            <th scope="row">
              {title}
              <span className={styles.organisation}>{organisation}</span>
            </th>
            <td>
              {sourceDays === null ? <span className={styles.quiet}>Sets none</span> : count(sourceDays, 'day', 'days')}
            </td>
            <td>
              <TextInput
                aria-label={`The centre’s own days, ${title}`}
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                placeholder={sourceDays === null ? 'None' : 'As the source'}
                value={typed[key] ?? ''}
                error={daysFault(typed[key] ?? '')}
                onChange={(event) => put(key, event.currentTarget.value)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
