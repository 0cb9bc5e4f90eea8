import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { Scheme } from '../../../shared/model/pack.ts';
import { keyOf } from '../../store/marking-field.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { type DeskFinding, sentenceForDeskFinding } from './desk-finding.ts';
import styles from './finding-list.module.css';
import { type FindingPlace, placeOf, placeWord } from './finding-place.ts';

type Props = {
  readonly findings: readonly DeskFinding[];
  readonly scheme: Scheme;
  /** Absent where there is nowhere to go from (a dialog). */
  readonly onGo?: (place: FindingPlace) => void;
};

const SHAPES = { error: IconCircleX, warning: IconAlertTriangle };
const WORDS = { error: 'Blocks signing: ', warning: 'Warning: ' };

/** What is to be seen to before signing, each with the way to its place. */
export function FindingList({ findings, scheme, onGo }: Props) {
  return (
    <ul className={styles.list}>
      {findings.map((finding) => {
        const Shape = SHAPES[finding.severity];
        const sentence = sentenceForDeskFinding(finding, scheme);
        const place = placeOf(finding);
        return (
          <li key={keyOfFinding(finding)} className={styles.finding}>
            <Shape size={16} stroke={1.75} aria-hidden="true" className={styles[finding.severity]} />
            <span className={styles.sentence}>
              <Spoken>{WORDS[finding.severity]}</Spoken>
              {sentence}
            </span>
            {onGo && (
              <Button
                size="compact-xs"
                variant="default"
                data-severity={finding.severity}
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

/** What is not saved keeps its line while it is typed over. */
function keyOfFinding(finding: DeskFinding): string {
  return finding.code === 'not-saved' ? keyOf(finding.unsaved.edit) : JSON.stringify(finding);
}
