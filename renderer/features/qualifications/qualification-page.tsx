import type { ReactNode } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { Pack, Qualification } from '../../../shared/model/pack.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { AssessmentRules } from './assessment-rules.tsx';
import { conditionSentence } from './condition-sentence.ts';
import styles from './page.module.css';
import { TextBlocks } from './text-blocks.tsx';

type Props = {
  readonly pack: Pack;
  readonly qualification: Qualification;
  readonly onUnit: (code: string) => void;
  /** What can be done for it, under its title. */
  readonly actions?: ReactNode;
};

/** A qualification as its document introduces it: overview, groups, rules of combination, guidance. */
export function QualificationPage({ pack, qualification, onUnit, actions }: Props) {
  const withTime = pack.units.some((unit) => unit.totalUnitTime !== null);
  return (
    <>
      <h2 className={styles.title}>{qualification.title}</h2>
      {actions && <div>{actions}</div>}
      <Facts>
        {qualification.overview.map((row) => (
          <Fact key={row.label} label={row.label.replace(/:$/, '')}>
            {row.text}
            {row.items && <TextBlocks blocks={row.items} />}
          </Fact>
        ))}
      </Facts>
      <section className={styles.section} aria-label="Rules of combination">
        <h3 className={styles.heading}>Rules of combination</h3>
        {qualification.combination.length === 0 && <p className={styles.quiet}>The source states none.</p>}
        <ul className={styles.rules}>
          {qualification.combination.map((condition) => (
            <li key={condition.id}>
              <q className={styles.wording}>{condition.wording}</q>
              <span className={styles.quiet}>Checked as: {conditionSentence(condition, qualification)}</span>
            </li>
          ))}
        </ul>
      </section>
      <AssessmentRules qualification={qualification} />
      {qualification.groups.map((group) => (
        <section key={group.code} className={styles.section} aria-label={group.title}>
          <h3 className={styles.heading}>{group.title}</h3>
          <table className={styles.units}>
            <thead>
              <tr>
                <th scope="col">Unit</th>
                <th scope="col">Title</th>
                <th scope="col" className={styles.figure}>
                  Level
                </th>
                <th scope="col" className={styles.figure}>
                  Credits
                </th>
                <th scope="col" className={styles.figure}>
                  GLH
                </th>
                {withTime && (
                  <th scope="col" className={styles.figure}>
                    TUT
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {group.units.map((code) => (
                <UnitLine key={code} pack={pack} code={code} withTime={withTime} onUnit={onUnit} />
              ))}
            </tbody>
          </table>
          <p className={styles.quiet}>{count(group.units.length, 'unit', 'units')}</p>
        </section>
      ))}
      {qualification.guidance.map((part) => (
        // The document's own headings may be ones that this page has too: they are headings, not landmarks.
        <div key={part.heading} className={styles.section}>
          <h3 className={styles.heading}>{part.heading}</h3>
          <TextBlocks blocks={part.blocks} />
        </div>
      ))}
    </>
  );
}

type LineProps = Pick<Props, 'pack' | 'onUnit'> & { readonly code: string; readonly withTime: boolean };

function UnitLine({ pack, code, withTime, onUnit }: LineProps) {
  const unit = pack.units.find((one) => one.code === code);
  if (!unit) return null;
  return (
    <tr>
      <td>{unitName(unit)}</td>
      <td>
        <button type="button" className={styles.link} onClick={() => onUnit(code)}>
          {unit.title}
        </button>
      </td>
      <td className={styles.figure}>{unit.level}</td>
      <td className={styles.figure}>{unit.credits ?? ''}</td>
      <td className={styles.figure}>{unit.guidedLearningHours ?? ''}</td>
      {withTime && <td className={styles.figure}>{unit.totalUnitTime ?? ''}</td>}
    </tr>
  );
}
