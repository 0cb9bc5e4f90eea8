import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { warningKey } from '../../../shared/rules/acknowledged-warnings.ts';
import { keyOf } from '../../store/marking-field.ts';
import { seenOf, useWarningsSeen } from '../../store/warnings-seen.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { type DeskFinding, sentenceForDeskFinding } from './desk-finding.ts';
import { moveAmongFindings } from './finding-keys.ts';
import styles from './finding-list.module.css';
import { type FindingPlace, placeOf, placeWord } from './finding-place.ts';

type Props = {
  readonly sheet: SheetId;
  readonly findings: readonly DeskFinding[];
  readonly scheme: Scheme;
  /** The warning that has the keyboard first, by its key. */
  readonly startAt?: string | null;
  /** Absent where there is nowhere to go from (a dialog). */
  readonly onGo?: (place: FindingPlace) => void;
};

const SHAPES = { error: IconCircleX, warning: IconAlertTriangle };
const WORDS = { error: 'Blocks signing: ', warning: 'Warning: ' };
/** Ticks the warning that has the keyboard, wherever in its line that is. */
const SEEN_KEY = 's';

/**
 * What is to be seen to before signing, what blocks it first, each with the way to its place and each warning to be
 * ticked. Up and down go from one to the next.
 */
export function FindingList({ findings, ...props }: Props) {
  const order = [
    ...findings.filter((one) => one.severity === 'error'),
    ...findings.filter((one) => one.severity !== 'error'),
  ];
  return (
    <ul className={styles.list}>
      {order.map((finding) => (
        <Finding key={keyOfFinding(finding)} finding={finding} {...props} />
      ))}
    </ul>
  );
}

function Finding({
  finding,
  sheet,
  scheme,
  startAt,
  onGo,
}: Omit<Props, 'findings'> & { readonly finding: DeskFinding }) {
  const Shape = SHAPES[finding.severity];
  const sentence = sentenceForDeskFinding(finding, scheme);
  const place = placeOf(finding);
  const key = finding.severity === 'warning' ? warningKey(finding) : null;
  const seen = useWarningsSeen((state) => key !== null && seenOf(state, sheet).has(key));
  const { see } = useWarningsSeen.getState();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const bare = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (key !== null && bare && event.key.toLowerCase() === SEEN_KEY) {
      event.preventDefault();
      see(sheet, key, !seen);
    } else moveAmongFindings(event);
  };
  return (
    <li className={styles.finding} data-narrow={onGo === undefined || undefined}>
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
          onKeyDown={onKeyDown}
        >
          {placeWord(place)}
        </Button>
      )}
      {key !== null && (
        <Checkbox
          size="xs"
          data-autofocus={key === startAt || undefined}
          className={styles.seen}
          label="I have seen this"
          aria-label={`I have seen this: ${sentence}`}
          aria-keyshortcuts="S"
          title="I have seen this (S)"
          checked={seen}
          onChange={(event) => see(sheet, key, event.currentTarget.checked)}
          onKeyDown={onKeyDown}
        />
      )}
    </li>
  );
}

/** What is not saved keeps its line while it is typed over. */
function keyOfFinding(finding: DeskFinding): string {
  return finding.code === 'not-saved' ? keyOf(finding.unsaved.edit) : JSON.stringify(finding);
}
