import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AssessmentPlan } from '../../../shared/model/assessment-plan.ts';
import { type PlanOf, usePlans } from '../../store/plan.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EntryDialog } from '../../ui/entry-dialog.tsx';

type Props = {
  readonly of: PlanOf;
  /** Null before anything is entered. */
  readonly plan: AssessmentPlan | null;
  readonly onClose: () => void;
};

/** What the programme is called, and with whom the plan was agreed and when. */
export function ProgrammeDialog({ of, plan, onClose }: Props) {
  const edit = usePlans((state) => state.edit);
  const [first] = useState({
    programme: plan?.programme ?? '',
    agreedWith: plan?.agreedWith ?? '',
    agreedOn: plan?.agreedOn ?? null,
  });
  const [draft, setDraft] = useState(first);
  const [readable, setReadable] = useState(true);
  const [tried, setTried] = useState(false);
  return (
    <EntryDialog
      title="Programme"
      save="Save the programme"
      entered={{ ...draft, readable }}
      first={{ ...first, readable: true }}
      kept="the plan"
      onSave={async () => {
        setTried(true);
        if (!readable) return 'incomplete';
        const error = await edit(of, draft);
        if (!error) onClose();
        return error;
      }}
      onClose={onClose}
    >
      <TextInput
        label="Programme"
        description="What your centre calls it, such as a cohort or a term"
        data-autofocus
        maxLength={200}
        dir="auto"
        value={draft.programme}
        onChange={({ currentTarget: { value } }) => setDraft((before) => ({ ...before, programme: value }))}
      />
      <TextInput
        label="Agreed with"
        maxLength={200}
        dir="auto"
        value={draft.agreedWith}
        onChange={({ currentTarget: { value } }) => setDraft((before) => ({ ...before, agreedWith: value }))}
      />
      <DateField
        label="Agreed on (may stay empty)"
        optional
        tried={tried}
        value={draft.agreedOn}
        onChange={(agreedOn, isReadable) => {
          setDraft((before) => ({ ...before, agreedOn }));
          setReadable(isReadable);
        }}
      />
    </EntryDialog>
  );
}
