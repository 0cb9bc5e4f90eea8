import { count } from '../../../shared/api/amounts.ts';
import type { PackSummary } from '../../../shared/api/contract.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './page.module.css';

/** The pack itself: where its wording comes from, and the digest that sheets are tied to. */
export function PackPage({ pack, summary }: { readonly pack: Pack; readonly summary: PackSummary }) {
  return (
    <>
      <h2 className={styles.title}>{pack.title}</h2>
      <Facts>
        <Fact label="Organisation">{pack.organisation.name}</Fact>
        <Fact label="Code">{pack.code}</Fact>
        <Fact label="Version">
          {pack.version}
          {summary.builtIn ? ', shipped with Countersign' : ', added to this workspace'}
        </Fact>
        <Fact label="Digest">
          <span className={styles.digest}>{summary.digest}</span>
        </Fact>
        <Fact label="Holds">
          {[
            count(pack.qualifications.length, 'qualification', 'qualifications'),
            count(pack.units.length, 'unit', 'units'),
            count(pack.assessments.length, 'assessment', 'assessments'),
            count(pack.notes.length, 'note', 'notes'),
          ].join(', ')}
        </Fact>
      </Facts>
      <section className={styles.section} aria-label="Sources">
        <h3 className={styles.heading}>Sources</h3>
        <ul className={styles.plain}>
          {pack.sources.map((source) => (
            <li key={source.id}>
              {source.id}: {source.title}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
