import type { Outputs, PackSummary } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { PortfolioOf } from '../../../shared/model/portfolio.ts';
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
  /** Opens the learner's evidence for a qualification. */
  readonly onPortfolio: (of: PortfolioOf) => void;
};

/** What a learner is enrolled for, and how far each award is. */
export function ProgressSection({ learner, packs, today, enrolments, onPortfolio }: Props) {
  const { value, error, reload } = enrolments;
  if (!value) {
    return error ? <Notice tone="error">{sentenceFor(error)}</Notice> : <Waiting label="Reading the enrolments" />;
  }
  return (
    <>
      {value.map((view) => (
        <EnrolmentEditor
          key={view.enrolment}
          view={view}
          today={today}
          onChanged={reload}
          onPortfolio={() => onPortfolio({ learner, pack: view.pack, qualification: view.qualification.code })}
        />
      ))}
      <EnrolForm learner={learner} packs={packs} enrolments={value} onEnrolled={reload} />
    </>
  );
}
