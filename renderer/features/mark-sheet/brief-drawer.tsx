import { Drawer } from '@mantine/core';
import { wordCountSentence } from '../../../shared/api/decision-sentences.ts';
import type { Brief, PackNote } from '../../../shared/model/pack.ts';
import type { WordCountVerdict } from '../../../shared/model/submission.ts';
import styles from './brief-drawer.module.css';
import { BriefText } from './brief-text.tsx';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly brief: Brief;
  readonly wordCount: WordCountVerdict;
  /** What the pack says about the source's wording of this assessment and its form. */
  readonly notes: readonly PackNote[];
};

/** The task as it was set, with its headings and its word range, over the sheet while it is read. */
export function BriefDrawer({ opened, onClose, brief, wordCount, notes }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="36rem"
      title={brief.heading}
      closeButtonProps={{ 'aria-label': 'Close the brief' }}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.brief}>
        <p className={styles.words}>{wordCountSentence(wordCount)}.</p>
        <BriefText blocks={brief.task} />
        {brief.headings.map((heading) => (
          <section key={heading.heading} className={styles.part}>
            <h3 className={styles.heading}>
              {heading.heading} {heading.marks && <span className={styles.marks}>{heading.marks}</span>}
            </h3>
            <BriefText blocks={heading.guidance} />
            {heading.criteria.length > 0 && (
              <>
                <h4 className={styles.label}>Assessment criteria</h4>
                <ul className={styles.list}>
                  {heading.criteria.map((criterion) => (
                    <li key={criterion}>{criterion}</li>
                  ))}
                </ul>
              </>
            )}
          </section>
        ))}
        {brief.closing.map((line) => (
          <p key={line} className={styles.words}>
            {line}
          </p>
        ))}
        {notes.length > 0 && (
          <section className={styles.part}>
            <h3 className={styles.heading}>Notes on the source</h3>
            {notes.map((note) => (
              <dl key={note.id} className={styles.note}>
                <dt>{note.place}</dt>
                <dd>{note.found}</dd>
                <dd className={styles.words}>{note.choice}</dd>
              </dl>
            ))}
          </section>
        )}
      </div>
    </Drawer>
  );
}
