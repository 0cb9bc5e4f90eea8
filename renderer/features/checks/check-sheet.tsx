import type { CheckView } from '../../../shared/api/contract.ts';
import { ruleSentence } from '../../../shared/api/decision-sentences.ts';
import { placeName } from '../../../shared/documents/mark-sheet-places.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import styles from './check-sheet.module.css';
import { CheckVerification } from './check-verification.tsx';
import { CheckedEvidence } from './checked-evidence.tsx';
import { CheckedSection } from './checked-section.tsx';
import { PlaceList } from './place-list.tsx';
import type { Check } from './use-check.ts';

type Props = { readonly view: CheckView; readonly check: Check; readonly onSign: () => void };

/** The signed sheet as data, with what is to be entered beside it. */
export function CheckSheet({ view, check, onSign }: Props) {
  const { sheet, verification } = view;
  const { qa, due } = check;
  return (
    <div className={styles.sheet}>
      <section className={styles.part} aria-label="The sheet">
        <Facts>
          <Fact label="Learner">
            <bdi dir="auto">{sheet.learner.name}</bdi>, {sheet.learner.registrationNumber}
          </Fact>
          <Fact label="Assessment">
            {sheet.assessment.title}, attempt {sheet.attempt.number}
            {sheet.revision > 1 && `, revision ${sheet.revision}`}
          </Fact>
          <Fact label="Assessor">
            <bdi dir="auto">{sheet.assessor.name}</bdi>, <OutcomeBadge outcome={sheet.decision.outcome} />
            {sheet.decision.total !== null && `, total ${sheet.decision.total}`}
          </Fact>
          {sheet.supersedes && (
            <Fact label="Supersedes">
              Revision {sheet.supersedes.revision}: <bdi dir="auto">{sheet.supersedes.reason}</bdi>
            </Fact>
          )}
        </Facts>
        <p className={styles.quiet}>{ruleSentence(sheet.scheme.rule)}</p>
      </section>
      <section className={styles.part} aria-labelledby="check-places">
        <h3 id="check-places" className={styles.heading}>
          Places to sign
        </h3>
        <PlaceList places={view.places} onSign={onSign} />
        {check.dated && <DateField label={dateLabel(view, due)} value={check.date} onChange={check.setDate} />}
        {view.qa && <p className={styles.quiet}>Date of the IQA check: {showDate(view.qa.date)}</p>}
      </section>
      <div>
        {sheet.scheme.sections.map((section, index) => (
          <CheckedSection
            key={section.id}
            number={index + 1}
            scheme={sheet.scheme}
            section={section}
            entry={sheet.sections.find((one) => one.section === section.id)}
            evidence={sheet.evidence ?? []}
            qa={qa?.marks ?? null}
            locked={qa?.signed ?? true}
            onMark={check.mark}
          />
        ))}
      </div>
      <CheckedEvidence sheet={sheet} />
      <section className={styles.part} aria-labelledby="check-file">
        <h3 id="check-file" className={styles.heading}>
          The file, and whose keys signed it
        </h3>
        <CheckVerification result={verification} />
      </section>
    </div>
  );
}

/** As the form prints it. */
function dateLabel({ sheet: { form } }: CheckView, due: Check['due']): string {
  const printed = due?.place.role === 'iqa' ? form.labels.iqaCheckDate : (due?.place.dateLabel ?? 'Date');
  return placeName(printed);
}
