import type { Outputs, PackSummary } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { Answer } from '../../api/use-answer.ts';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { EnrolmentEditor } from './enrolment-editor.tsx';

type Props = {
  readonly learner: LearnerId;
  readonly packs: readonly PackSummary[];
  readonly today: CivilDate;
  readonly enrolments: Answer<Outputs['enrolments.get']>;
};

/** What a learner is enrolled for, and how far each award is. */
export function ProgressSection({ learner, packs, today, enrolments }: Props) {
  const { value, error, reload } = enrolments;
  if (!value) {
    return error ? <Notice tone="error">{sentenceFor(error)}</Notice> : <Waiting label="Reading the enrolments" />;
  }
  return (
    <>
      {value.map((view) => (
        <EnrolmentEditor key={view.enrolment} view={view} today={today} onChanged={reload} />
      ))}
      <EnrolForm learner={learner} packs={packs} enrolments={value} onEnrolled={reload} />
    </>
  );
}
