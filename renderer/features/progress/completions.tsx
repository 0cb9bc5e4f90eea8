import { Button } from '@mantine/core';
import { Fragment, useMemo, useState } from 'react';
import { count, number } from '../../../shared/api/amounts.ts';
import type { EnrolmentView, UnitProgress } from '../../../shared/api/contract.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import type { ClaimedUnit } from '../../../shared/rules/combination.ts';
import { smallestCompletions } from '../../../shared/rules/smallest-completions.ts';
import type { UnitDraft } from '../../store/enrolment-drafts.ts';
import { Notice } from '../../ui/notice.tsx';
import { combinedOf } from './choice.ts';
import styles from './completions.module.css';

/** Sets shown before the person asks for more. */
const FIRST = 4;

type Props = {
  readonly view: EnrolmentView;
  readonly units: readonly UnitDraft[];
  readonly onTake: (set: readonly ClaimedUnit[]) => void;
};

/** What would complete the award: the smallest sets of further units, each taken by one click. */
export function Completions({ view, units, onTake }: Props) {
  const [all, setAll] = useState(false);
  const found = useMemo(() => smallestCompletions(combinedOf(view), units), [view, units]);
  if (found === null) {
    return (
      <Notice tone="warning">No further units can complete the award with those that are chosen. Take one out.</Notice>
    );
  }
  if (found === 'too-many') {
    return <Notice tone="info">There are too many ways to complete the award to list the smallest.</Notice>;
  }
  if (found.added === 0) return <Notice tone="done">The units chosen complete the award once all are achieved.</Notice>;
  const shown = all ? found.sets : found.sets.slice(0, FIRST);
  return (
    <>
      <p className={styles.quiet}>
        {count(found.added, 'more unit is', 'more units are')} the least that completes the award
        {found.count > 1 && `, in any of ${number(found.count)} sets`}
        {found.count > found.sets.length && '; those of the fewest credits are listed'}.
      </p>
      <ul className={styles.sets} aria-label="Smallest sets">
        {shown.map((set) => {
          const parts = partsOf(view, set);
          const words = parts.map(partWords).join('; ');
          return (
            <li key={words} className={styles.set}>
              <span className={styles.words}>
                <SetWords parts={parts} />{' '}
                <span className={styles.quiet}>{count(creditsOf(view, set), 'credit', 'credits')}</span>
              </span>
              <Button variant="default" size="compact-xs" aria-label={`Take ${words}`} onClick={() => onTake(set)}>
                Take
              </Button>
            </li>
          );
        })}
      </ul>
      {found.sets.length > FIRST && (
        <div>
          <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show ${found.sets.length - FIRST} more`}
          </Button>
        </div>
      )}
    </>
  );
}

/** The units of a set that stand in one group; `group` null where there is no other. */
type Part = { readonly group: string | null; readonly units: readonly UnitProgress[] };

function partsOf({ qualification, units }: EnrolmentView, set: readonly ClaimedUnit[]): readonly Part[] {
  return qualification.groups.flatMap(({ code, title }) => {
    const of = set.flatMap((one) => (one.group === code ? (units.find((unit) => unit.code === one.unit) ?? []) : []));
    return of.length === 0 ? [] : [{ group: qualification.groups.length === 1 ? null : title, units: of }];
  });
}

/** "Group A: 602, 604". */
function partWords({ group, units }: Part): string {
  const names = units.map(unitName).join(', ');
  return group === null ? names : `${group}: ${names}`;
}

/** "Group A: 602, 604; Group B: 603", each unit's title on hover. */
function SetWords({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ group, units }, at) => (
    <Fragment key={group}>
      {at > 0 && '; '}
      {group !== null && `${group}: `}
      {units.map((unit, index) => (
        <Fragment key={unit.code}>
          {index > 0 && ', '}
          <span title={unit.title}>{unitName(unit)}</span>
        </Fragment>
      ))}
    </Fragment>
  ));
}

function creditsOf({ units }: EnrolmentView, set: readonly ClaimedUnit[]): number {
  return set.reduce((sum, one) => sum + (units.find((unit) => unit.code === one.unit)?.credits ?? 0), 0);
}
