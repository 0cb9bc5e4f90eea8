import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Pack, Unit } from '../../../shared/model/pack.ts';
import { noteOn, originOfCriteria } from '../../../shared/rules/entered-criteria.ts';
import { useCriteriaDrafts } from '../../store/criteria-drafts.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './criteria-editor.module.css';
import { CriteriaEditor } from './criteria-editor.tsx';
import { criteriaText } from './criteria-text.ts';

type Props = {
  readonly pack: Pack;
  readonly digest: Digest;
  readonly unit: Unit;
  /** An older version is only read. */
  readonly older: boolean;
  readonly onEntered: (pack: Digest) => void;
};

/** On the page of a unit whose source prints no criteria: a way to enter them, or to enter them again. */
export function EnterCriteria({ pack, digest, unit, older, onEntered }: Props) {
  const key = `${pack.code} ${unit.code}`;
  const draft = useCriteriaDrafts((state) => state.drafts.get(key));
  const put = useCriteriaDrafts((state) => state.put);
  const forget = useCriteriaDrafts((state) => state.forget);
  /** The keyboard goes on where the person opened or closed the editor, and not where a page is only read. */
  const [acted, setActed] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const origin = originOfCriteria(pack, unit);
  if (older || origin === 'source') return null;
  const from = noteOn(pack, unit.code)?.place ?? '';
  if (!draft) {
    return (
      <div className={styles.closed}>
        {made && (
          <Notice tone="done">Entered as version {made} of the pack. Work for this unit can be taken in.</Notice>
        )}
        <p className={styles.quiet}>
          {origin === 'centre'
            ? `The centre entered the outcomes and criteria of this unit. They are from: ${from}`
            : 'A centre that has them from the awarding organisation enters them here, so that work for this unit can be taken in and marked.'}
        </p>
        <Button
          variant="default"
          autoFocus={acted}
          onClick={() => {
            setActed(true);
            setMade(null);
            put(key, { text: criteriaText(unit.outcomes), origin: from });
          }}
        >
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
      autoFocus={acted}
      onChange={(changed) => put(key, changed)}
      onDiscard={() => {
        setActed(true);
        forget(key);
      }}
      onEntered={(entered) => {
        setActed(true);
        setMade(entered.version);
        forget(key);
        onEntered(entered.digest);
      }}
    />
  );
}
