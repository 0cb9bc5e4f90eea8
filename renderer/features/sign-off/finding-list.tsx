import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { sentenceForFinding } from '../../../shared/api/finding-sentences.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import type { RehearsalFinding } from '../../../shared/rules/rehearsal.ts';
import { Spoken } from '../../ui/spoken.tsx';
import styles from './finding-list.module.css';
import { type FindingPlace, placeOf, placeWord } from './finding-place.ts';

type Props = {
  readonly findings: readonly RehearsalFinding[];
  readonly scheme: Scheme;
  /** Absent where there is nowhere to go from (a dialog). */
  readonly onGo?: (place: FindingPlace) => void;
};

const SHAPES = { error: IconCircleX, warning: IconAlertTriangle };
const WORDS = { error: 'Blocks signing: ', warning: 'Warning: ' };

/** What the rehearsal found, in the sheet's order, each with the way to its place. */
export function FindingList({ findings, scheme, onGo }: Props) {
  return (
    <ul className={styles.list}>
      {findings.map((finding) => {
        const Shape = SHAPES[finding.severity];
        const sentence = sentenceForFinding(finding, scheme);
        const place = placeOf(finding);
        return (
          <li key={JSON.stringify(finding)} className={styles.finding}>
            <Shape size={16} stroke={1.75} aria-hidden="true" className={styles[finding.severity]} />
            <span className={styles.sentence}>
              <Spoken>{WORDS[finding.severity]}</Spoken>
              {sentence}
            </span>
            {onGo && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${placeWord(place)}: ${sentence}`}
                onClick={() => onGo(place)}
              >
                {placeWord(place)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
