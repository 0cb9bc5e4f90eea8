import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { AttemptView, EnrolmentView } from '../../../shared/api/contract.ts';
import { wordCountSentence } from '../../../shared/api/decision-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { AttemptId, LearnerId } from '../../../shared/model/ids.ts';
import type { PortfolioOf } from '../../../shared/model/portfolio.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { AttemptItem } from '../../features/attempts/attempt-item.tsx';
import { IntakeForm } from '../../features/attempts/intake-form.tsx';
import { ExtractButton } from '../../features/audit/extract-button.tsx';
import { LearnerForm } from '../../features/learners/learner-form.tsx';
import { ProgressSection } from '../../features/progress/progress-section.tsx';
import { useCrumbs } from '../../store/crumbs.ts';
import { useLearners } from '../../store/learners.ts';
import { usePacks } from '../../store/packs.ts';
import { useRoute } from '../../store/route.ts';
import { useSession } from '../../store/workspace.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './learners-screen.module.css';
import { PortfolioWay } from './portfolio-way.tsx';

const NO_ENROLMENTS: readonly EnrolmentView[] = [];

type Props = {
  readonly learner: LearnerId;
  readonly className: string | undefined;
  /** Takes the keyboard when it appears. */
  readonly autoFocus: boolean;
  readonly onClose: () => void;
};

/** One learner: the register's entry, the script to take in, and every attempt. */
export function LearnerPanel({ learner, className, autoFocus, onClose }: Props) {
  const { value, error, reload } = useAnswer('learners.get', { learner });
  const enrolments = useAnswer('enrolments.get', { learner });
  const reloadList = useLearners((state) => state.reload);
  const session = useSession();
  const packs = usePacks((state) => state.summaries);
  const packsError = usePacks((state) => state.error);
  const loadPacks = usePacks((state) => state.load);
  const go = useRoute((state) => state.go);
  const [editing, setEditing] = useState(false);
  const [opened, setOpened] = useState<AttemptId | null>(null);
  const [takenIn, setTakenIn] = useState<AttemptView | null>(null);
  useEffect(() => void loadPacks(), [loadPacks]);
  const name = value?.learner.name;
  useCrumbs(
    useMemo(
      () => [
        { label: 'Learners', to: { screen: 'learners', learner: null } as const },
        ...(name ? [{ label: name }] : []),
      ],
      [name],
    ),
  );
  const changed = () => {
    setTakenIn(null);
    reload();
    enrolments.reload();
    void reloadList();
  };
  const openPortfolio = (of: PortfolioOf) => go({ screen: 'portfolio', ...of });
  const mark = (attempt: AttemptId) => go({ screen: 'marking', attempt });
  const close = (
    <ActionIcon aria-label="Close the learner" onClick={onClose}>
      <IconX size="1rem" stroke={1.75} />
    </ActionIcon>
  );

  if (!value || !session || !packs) {
    const fault = error ?? packsError;
    return (
      <Panel heading="Learner" className={className} actions={close}>
        {fault ? <Notice tone="error">{sentenceFor(fault)}</Notice> : <Waiting label="Reading the learner" />}
      </Panel>
    );
  }
  return (
    <Panel heading={value.learner.name} className={className} actions={close} flush autoFocus={autoFocus}>
      <div className={styles.scroll}>
        <div className={styles.section}>
          {editing ? (
            <LearnerForm
              learner={value.learner}
              onCancel={() => setEditing(false)}
              onSaved={() => {
                setEditing(false);
                changed();
              }}
            />
          ) : (
            <>
              <Facts>
                <Fact label="Name">
                  <bdi dir="auto">{value.learner.name}</bdi>
                </Fact>
                <Fact label="Registration number">{value.learner.registrationNumber}</Fact>
                <Fact label="Cohort">{value.learner.cohort || <span className={styles.quiet}>None</span>}</Fact>
              </Facts>
              <div>
                <Button variant="default" onClick={() => setEditing(true)}>
                  Edit the learner
                </Button>
              </div>
            </>
          )}
        </div>
        <div className={styles.section}>
          <h3 className={styles.heading}>Take in a script</h3>
          {takenIn && (
            <Notice
              tone="done"
              actions={
                <Button variant="default" autoFocus onClick={() => mark(takenIn.attempt.id)}>
                  Mark it now
                </Button>
              }
            >
              Taken in as attempt {takenIn.attempt.number} of {takenIn.assessment.title}.{' '}
              {wordCountSentence(takenIn.wordCount)}.
            </Notice>
          )}
          <IntakeForm
            learner={value.learner}
            packs={packs}
            today={session.today}
            onTakenIn={(view) => {
              changed();
              setTakenIn(view);
            }}
          />
        </div>
        <div className={styles.section}>
          <h3 className={styles.heading}>Attempts</h3>
          {value.attempts.length === 0 ? (
            <p className={styles.quiet}>Nothing has been taken in for this learner.</p>
          ) : (
            <ul className={styles.attempts} aria-label="Attempts">
              {value.attempts.map((row) => (
                <AttemptItem
                  key={row.attempt}
                  row={row}
                  opened={opened === row.attempt}
                  onToggle={() => setOpened((before) => (before === row.attempt ? null : row.attempt))}
                  onMark={() => mark(row.attempt)}
                  onChanged={changed}
                />
              ))}
            </ul>
          )}
        </div>
        <section className={styles.section} aria-label="Progress">
          <h3 className={styles.heading}>Progress</h3>
          <ProgressSection
            learner={learner}
            packs={packs}
            today={session.today}
            enrolments={enrolments}
            onPortfolio={openPortfolio}
          />
        </section>
        <section className={styles.section} aria-label="Portfolio">
          <h3 className={styles.heading}>Portfolio</h3>
          <PortfolioWay
            packs={packs}
            enrolments={enrolments.value ?? NO_ENROLMENTS}
            attempts={value.attempts}
            onOpen={(of) => openPortfolio({ learner, ...of })}
          />
        </section>
        <div className={styles.section}>
          <h3 className={styles.heading}>Record</h3>
          <ExtractButton scope={{ kind: 'learner', learner }} about={value.learner.name} />
        </div>
      </div>
    </Panel>
  );
}
