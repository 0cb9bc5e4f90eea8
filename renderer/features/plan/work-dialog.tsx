import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PlannedWork } from '../../../shared/model/assessment-plan.ts';
import type { EvidenceRules } from '../../../shared/model/pack.ts';
import { workName } from '../../../shared/model/planned-works.ts';
import { type PlanOf, usePlans } from '../../store/plan.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EntryDialog } from '../../ui/entry-dialog.tsx';
import { EvidenceType } from '../../ui/evidence-type.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './work-dialog.module.css';
import { type WorkDraft, type WorkFaults, workDraftOf, workFaults, workPutOf } from './work-draft.ts';

type Props = {
  readonly of: PlanOf;
  readonly rules: EvidenceRules | null;
  /** Null adds a piece of work. */
  readonly work: PlannedWork | null;
  readonly onClose: () => void;
};

const NONE: WorkFaults = {};

/** One piece of work: what it is, of which of the source's types, and when the programme has it. */
export function WorkDialog({ of, rules, work, onClose }: Props) {
  const put = usePlans((state) => state.put);
  const first = useMemo(() => workDraftOf(work, rules), [work, rules]);
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const faults = tried ? workFaults(draft) : NONE;
  const change = (to: Partial<WorkDraft>) => setDraft((before) => ({ ...before, ...to }));

  return (
    <EntryDialog
      title={work ? `Edit ${workName(work)}` : 'Add a piece of work'}
      save={work ? 'Save the changes' : 'Add the piece of work'}
      entered={draft}
      first={first}
      kept="the plan"
      onSave={async () => {
        setTried(true);
        const entered = workPutOf(draft, work);
        if (!entered) return 'incomplete';
        const error = await put(of, entered);
        if (!error) onClose();
        return error;
      }}
      onClose={onClose}
    >
      <TextInput
        label="Title"
        data-autofocus
        maxLength={200}
        dir="auto"
        value={draft.title}
        error={faults.title ?? null}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <EvidenceType
        rules={rules}
        code={draft.kind}
        own={draft.ownKind}
        words={draft.kindWords}
        codeFault={faults.kind ?? null}
        wordsFault={faults.kindWords ?? null}
        onCode={(kind) => change({ kind, ownKind: kind === null })}
        onWords={(kindWords) => change({ kindWords })}
      />
      <div className={styles.days}>
        <DateField
          label="From (may stay empty)"
          optional
          tried={tried}
          value={draft.from.date}
          onChange={(date, readable) => change({ from: { date, readable } })}
        />
        <DateField
          label="To (may stay empty)"
          optional
          tried={tried}
          value={draft.to.date}
          onChange={(date, readable) => change({ to: { date, readable } })}
        />
      </div>
      {faults.days && <Notice tone="error">{faults.days}</Notice>}
    </EntryDialog>
  );
}
