import { useState } from 'react';
import type { EnrolmentView } from '../../../shared/api/contract.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { UnitDraft } from '../../store/enrolment-drafts.ts';
import { stateIn } from './choice.ts';
import { UnitChoice } from './unit-choice.tsx';
import styles from './unit-groups.module.css';

type Props = {
  readonly view: EnrolmentView;
  readonly units: readonly UnitDraft[];
  readonly today: CivilDate;
  readonly onChange: (units: readonly UnitDraft[]) => void;
};

/** Every group with its units to tick; a unit counts once, so that ticking it in a second group is refused. */
export function UnitGroups({ view, units, today, onChange }: Props) {
  const [refused, setRefused] = useState<{ readonly unit: string; readonly group: string } | null>(null);
  const { groups } = view.qualification;

  function toggle(unit: string, group: string): void {
    const chosen = units.find((one) => one.unit === unit);
    if (chosen && chosen.group !== group) {
      setRefused({ unit, group });
      return;
    }
    setRefused(null);
    onChange(
      chosen
        ? units.filter((one) => one !== chosen)
        : [...units, { unit, group, how: 'planned', reason: '', date: null }],
    );
  }

  function change(unit: string, to: Partial<UnitDraft>): void {
    setRefused(null);
    onChange(units.map((one) => (one.unit === unit ? { ...one, ...to } : one)));
  }

  return groups.map((group) => (
    <fieldset key={group.code} className={styles.group}>
      <legend className={styles.heading}>{group.title}</legend>
      <ul className={styles.units}>
        {group.units.map((code) => {
          const unit = view.units.find((one) => one.code === code);
          if (!unit) return null;
          const chosen = units.find((one) => one.unit === code);
          const here = chosen?.group === group.code ? chosen : null;
          const other = here ? undefined : groups.find((one) => one.code === chosen?.group);
          return (
            <UnitChoice
              key={code}
              unit={unit}
              state={stateIn(view, chosen, code)}
              chosen={here}
              elsewhere={other?.title ?? null}
              refused={refused?.unit === code && refused.group === group.code}
              today={today}
              onToggle={() => toggle(code, group.code)}
              onMove={() => change(code, { group: group.code })}
              onChange={(to) => change(code, to)}
            />
          );
        })}
      </ul>
    </fieldset>
  ));
}
