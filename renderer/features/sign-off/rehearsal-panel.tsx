import { ActionIcon } from '@mantine/core';
import { IconCircleCheck, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { seenOf, unseenOf, useWarningsSeen } from '../../store/warnings-seen.ts';
import type { DeskFinding } from './desk-finding.ts';
import { FindingList } from './finding-list.tsx';
import type { FindingPlace } from './finding-place.ts';
import styles from './rehearsal-panel.module.css';

type Props = {
  readonly sheet: SheetId;
  /** Null until the rehearsal has answered. */
  readonly findings: readonly DeskFinding[] | null;
  readonly scheme: Scheme;
  /** Opened because the sheet cannot be signed: the keyboard goes to the first thing that blocks. */
  readonly blocked: boolean;
  readonly onGo: (place: FindingPlace) => void;
  readonly onClose: () => void;
};

/** What would embarrass the sheet at sampling. It stays open beside the work while its findings are put right. */
export function RehearsalPanel({ sheet, findings, scheme, blocked, onGo, onClose }: Props) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const seen = useWarningsSeen((state) => seenOf(state, sheet));
  const [atBlock] = useState(blocked);
  useEffect(() => {
    const first = atBlock ? panel.current?.querySelector<HTMLElement>('[data-severity="error"]') : null;
    (first ?? panel.current)?.focus();
  }, [atBlock]);
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.heading}>
          Rehearsal
        </h2>
        <p className={styles.summary} role="status">
          {findings && summaryOf(findings, seen)}
        </p>
        <ActionIcon aria-label="Close the rehearsal" title="Close (Esc)" onClick={onClose}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </header>
      {findings?.length === 0 && (
        <p className={styles.clear}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
          Nothing stands in the way of signing this sheet.
        </p>
      )}
      {findings && findings.length > 0 && <FindingList sheet={sheet} findings={findings} scheme={scheme} onGo={onGo} />}
    </section>
  );
}

function summaryOf(findings: readonly DeskFinding[], seen: ReadonlySet<string>): string {
  const errors = findings.filter((one) => one.severity === 'error').length;
  const warnings = findings.length - errors;
  const unseen = unseenOf(
    findings.filter((one) => one.code !== 'not-saved'),
    seen,
  ).length;
  const blocking = errors > 0 ? `${count(errors, 'thing', 'things')} to put right before signing` : '';
  const warning = warnings > 0 ? count(warnings, 'warning', 'warnings') : '';
  const toTick = unseen > 0 ? `${unseen} to tick as seen` : '';
  return [blocking, warning, toTick].filter(Boolean).join(', ');
}
