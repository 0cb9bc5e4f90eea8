import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { count, number } from '../../../shared/api/amounts.ts';
import type { UnitProgress } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import type { UnitState } from '../../../shared/rules/unit-progress.ts';
import type { UnitDraft } from '../../store/enrolment-drafts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isGranted } from './choice.ts';
import styles from './unit-choice.module.css';
import { UnitStateBadge } from './unit-state-badge.tsx';

const WAYS: readonly { readonly value: UnitDraft['how']; readonly label: string }[] = [
  { value: 'planned', label: 'Assessed' },
  { value: 'rpl', label: 'Prior learning (RPL)' },
  { value: 'exemption', label: 'Exemption' },
];

const STILL_TO_COME = 'This day is still to come. Enter the day on which it was granted.';

type Props = {
  readonly unit: UnitProgress;
  readonly state: UnitState;
  /** How it is chosen in this group; null where it is not. */
  readonly chosen: UnitDraft | null;
  /** The group that it counts for instead; null where it counts for none. */
  readonly elsewhere: string | null;
  /** It was ticked here while it counts for another group. */
  readonly refused: boolean;
  readonly today: CivilDate;
  readonly onToggle: () => void;
  /** Counts it here instead. */
  readonly onMove: () => void;
  readonly onChange: (change: Partial<UnitDraft>) => void;
};

/** A unit in one of its groups: whether it is chosen, how far it is, and what was granted for it. */
export function UnitChoice(props: Props) {
  const { unit, state, chosen, elsewhere, refused, today, onToggle, onMove, onChange } = props;
  const number = unitName(unit);
  const name = `${number} ${unit.title}`;
  const facts = useId();
  return (
    <li className={styles.unit}>
      <div className={styles.line}>
        <Checkbox
          className={styles.name}
          label={name}
          checked={chosen !== null}
          aria-describedby={facts}
          onChange={onToggle}
        />
        {(chosen || (state !== 'planned' && !elsewhere)) && (
          <UnitStateBadge state={state} how={chosen && isGranted(chosen) ? chosen.how : 'planned'} />
        )}
      </div>
      <p id={facts} className={styles.facts}>
        Level {unit.level}
        {unit.credits !== null && `, ${count(unit.credits, 'credit', 'credits')}`}
        {unit.guidedLearningHours !== null && `, ${unit.guidedLearningHours} GLH`}
        {unit.totalUnitTime !== null && `, ${unit.totalUnitTime} TUT`}
        {unit.criteria && `; ${criteriaWords(unit.criteria)}`}
        {elsewhere && `; counts for ${elsewhere}`}
        {unit.reopened && '; its sheet is open again, and what was signed counts until it is signed anew'}
      </p>
      {refused && elsewhere && (
        <Notice
          tone="error"
          actions={
            <Button variant="default" onClick={onMove}>
              Count it here instead
            </Button>
          }
        >
          {sentenceFor({ code: 'unit-twice', unit: number })}
        </Notice>
      )}
      {chosen && (
        <div className={styles.way}>
          <NativeSelect
            size="xs"
            className={styles.how}
            aria-label={`How ${number} is achieved`}
            data={[...WAYS]}
            value={chosen.how}
            onChange={(event) => {
              const how = WAYS.find((one) => one.value === event.currentTarget.value)?.value ?? 'planned';
              onChange({ how, date: how === 'planned' ? null : (chosen.date ?? today) });
            }}
          />
          {chosen.how !== 'planned' && (
            <>
              <TextInput
                className={styles.reason}
                label={chosen.how === 'rpl' ? `Evidence for ${number}` : `Reason for the exemption of ${number}`}
                maxLength={2000}
                dir="auto"
                value={chosen.reason}
                onChange={(event) => onChange({ reason: event.currentTarget.value })}
              />
              <DateField
                label={`Granted on, ${number}`}
                value={chosen.date}
                fault={chosen.date !== null && chosen.date > today ? STILL_TO_COME : null}
                onChange={(date) => onChange({ date })}
              />
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** "7 of 12 criteria with evidence, 3 achieved". */
function criteriaWords({ total, evidenced, achieved }: NonNullable<UnitProgress['criteria']>): string {
  return `${number(evidenced)} of ${count(total, 'criterion', 'criteria')} with evidence, ${number(achieved)} achieved`;
}
