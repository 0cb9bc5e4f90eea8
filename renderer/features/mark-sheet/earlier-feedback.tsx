import { isBlank } from '../../../shared/lib/blank.ts';
import { plainFeedback } from '../../../shared/lib/feedback-text.ts';
import type { SchemeSection } from '../../../shared/model/pack.ts';
import { FeedbackText } from '../../ui/feedback-text.tsx';
import { MarkFigure } from '../../ui/mark-figure.tsx';
import styles from './earlier-feedback.module.css';
import { useSheet } from './sheet-context.ts';
import { useEntry } from './use-field.ts';

/** What the attempts before asked for in this section: the lines that the new work is held against, newest first. */
export function EarlierFeedback({ section }: { readonly section: SchemeSection }) {
  const earlier = useSheet((open) => open.view.earlier);
  const carried = useEntry(section.id)?.carried ?? null;
  if (carried) return null;
  const asked = earlier.toReversed().flatMap(({ attempt, digest, sections }) => {
    const entry = sections.find((one) => one.section === section.id);
    // A section that was carried then is told once, by the attempt that it was marked in.
    return entry && !entry.carried ? [{ attempt, digest, entry }] : [];
  });
  return asked.map(({ attempt, digest, entry }) => (
    <details key={digest} className={styles.earlier} open>
      <summary className={styles.summary}>
        Attempt {attempt} asked for
        {section.available !== null && (
          <span className={styles.figure}>
            <MarkFigure mark={entry.mark} available={section.available} minimum={section.minimum} withMinimum />
          </span>
        )}
      </summary>
      <section
        className={styles.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard to be scrolled
        tabIndex={0}
        aria-label={`Areas for improvement of attempt ${attempt}`}
      >
        {isBlank(plainFeedback(entry.improvements)) ? (
          'No area for improvement was recorded.'
        ) : (
          <FeedbackText text={entry.improvements} />
        )}
      </section>
    </details>
  ));
}
