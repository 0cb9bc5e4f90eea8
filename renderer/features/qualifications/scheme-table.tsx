import { ruleSentence } from '../../../shared/api/decision-sentences.ts';
import type { Scheme, SchemeSection, Unit } from '../../../shared/model/pack.ts';
import { unitNameIn } from '../../../shared/model/unit-name.ts';
import styles from './page.module.css';

/** The mark scheme: every section with its criteria, what they answer, and its marks. */
export function SchemeTable({ scheme, units }: { readonly scheme: Scheme; readonly units: readonly Unit[] }) {
  const bySection = scheme.rule.kind === 'section-minimum';
  const byCriterion = scheme.rule.kind === 'criterion-minimum';
  const total = scheme.sections.reduce((sum, section) => sum + (section.available ?? 0), 0);
  const minima = scheme.sections.reduce((sum, section) => sum + (section.minimum ?? 0), 0);
  return (
    <section className={styles.section} aria-label="Mark scheme">
      <h3 className={styles.heading}>{scheme.heading}</h3>
      <p>{ruleSentence(scheme.rule)}</p>
      <table className={styles.scheme}>
        <thead>
          <tr>
            <th scope="col">Section</th>
            <th scope="col">Criteria</th>
            <th scope="col">Answers</th>
            {(bySection || byCriterion) && (
              <>
                <th scope="col" className={styles.figure}>
                  Marks
                </th>
                <th scope="col" className={styles.figure}>
                  Minimum
                </th>
              </>
            )}
          </tr>
        </thead>
        {scheme.sections.map((section, index) => (
          <SectionRows key={section.id} section={section} number={index + 1} marks={scheme.rule.kind} units={units} />
        ))}
        {bySection && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                All sections
              </th>
              <td className={styles.figure}>{total}</td>
              <td className={styles.figure}>{minima}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

type RowsProps = {
  readonly section: SchemeSection;
  readonly number: number;
  readonly marks: Scheme['rule']['kind'];
  readonly units: readonly Unit[];
};

function SectionRows({ section, number, marks, units }: RowsProps) {
  const rows = section.criteria.length;
  return (
    <tbody>
      {section.criteria.map((criterion, index) => (
        <tr key={criterion.id}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={rows}>
              {number} {section.heading}
              {section.preamble.map((line) => (
                <span key={line} className={styles.preamble}>
                  {line}
                </span>
              ))}
            </th>
          )}
          <td>{criterion.text}</td>
          <td className={styles.answers}>
            {criterion.answers.map((one) => `${unitNameIn(units, one.unit)} AC ${one.criterion}`).join(', ')}
          </td>
          {marks === 'section-minimum' && index === 0 && (
            <>
              <td className={styles.figure} rowSpan={rows}>
                {section.available}
              </td>
              <td className={styles.figure} rowSpan={rows}>
                {section.minimum}
              </td>
            </>
          )}
          {marks === 'criterion-minimum' && (
            <>
              <td className={styles.figure}>{criterion.available}</td>
              <td className={styles.figure}>{criterion.minimum}</td>
            </>
          )}
        </tr>
      ))}
    </tbody>
  );
}
