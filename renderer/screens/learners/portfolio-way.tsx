import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { AttemptRow, EnrolmentView, PackSummary } from '../../../shared/api/contract.ts';
import type { PortfolioOf } from '../../../shared/model/portfolio.ts';
import { newestOnly } from '../../../shared/rules/pack-versions.ts';
import { choiceOf, newestValue, optionsOf, optionValue } from '../../features/progress/qualification-options.ts';
import styles from './learners-screen.module.css';

type Props = {
  readonly packs: readonly PackSummary[];
  readonly enrolments: readonly EnrolmentView[];
  readonly attempts: readonly Pick<AttemptRow, 'assessment'>[];
  readonly onOpen: (of: Omit<PortfolioOf, 'learner'>) => void;
};

/** The way to a learner's evidence: first for what the learner is enrolled for, else for what was handed in. */
export function PortfolioWay({ packs, enrolments, attempts, onOpen }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  const newest = newestOnly(packs);
  const value = asked ?? likely(packs, enrolments, attempts);
  const chosen = choiceOf(newest, value);
  return (
    <div className={styles.way}>
      <Select
        className={styles.wayField}
        label="Qualification of the portfolio"
        placeholder="Choose"
        allowDeselect={false}
        data={optionsOf(newest)}
        value={value}
        onChange={setAsked}
      />
      <Button variant="default" disabled={!chosen} onClick={() => chosen && onOpen(chosen)}>
        Open the portfolio
      </Button>
    </div>
  );
}

function likely(
  packs: readonly PackSummary[],
  enrolments: readonly EnrolmentView[],
  attempts: Props['attempts'],
): string | null {
  const [enrolled] = enrolments;
  if (enrolled) return newestValue(packs, { pack: enrolled.pack, qualification: enrolled.qualification.code });
  const handedIn = new Set(attempts.map((one) => one.assessment));
  for (const pack of newestOnly(packs)) {
    const found = pack.assessments.find((one) => handedIn.has(one.id));
    if (found) return optionValue(pack, { code: found.qualification });
  }
  return null;
}
