import { Button } from '@mantine/core';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Pack, Unit } from '../../../shared/model/pack.ts';
import { noteOn, originOfCriteria } from '../../../shared/rules/entered-criteria.ts';
import { useCriteriaDrafts } from '../../store/criteria-drafts.ts';
import styles from './criteria-editor.module.css';
import { CriteriaEditor } from './criteria-editor.tsx';
import { criteriaText } from './criteria-text.ts';

type Props = {
  readonly pack: Pack;
  readonly digest: Digest;
  readonly unit: Unit;
  readonly onEntered: (pack: Digest) => void;
};

/** On the page of a unit whose source prints no criteria: a way to enter them, or to enter them again. */
export function EnterCriteria({ pack, digest, unit, onEntered }: Props) {
  const key = `${pack.code} ${unit.code}`;
  const draft = useCriteriaDrafts((state) => state.drafts.get(key));
  const put = useCriteriaDrafts((state) => state.put);
  const forget = useCriteriaDrafts((state) => state.forget);
  const origin = originOfCriteria(pack, unit);
  if (origin === 'source') return null;
  const from = noteOn(pack, unit.code)?.place ?? '';
  if (!draft) {
    return (
      <div className={styles.closed}>
        <p className={styles.quiet}>
          {origin === 'centre'
            ? `The centre entered the outcomes and criteria of this unit. They are from: ${from}`
            : 'A centre that has them from the awarding organisation enters them here, so that work for this unit can be taken in and marked.'}
        </p>
        <Button variant="default" onClick={() => put(key, { text: criteriaText(unit.outcomes), origin: from })}>
          {origin === 'centre' ? 'Change the criteria' : 'Enter the criteria'}
        </Button>
      </div>
    );
  }
  return (
    <CriteriaEditor
      pack={digest}
      unit={unit}
      draft={draft}
      onChange={(changed) => put(key, changed)}
      onDiscard={() => forget(key)}
      onEntered={(made) => {
        forget(key);
        onEntered(made);
      }}
    />
  );
}
