import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpHexagon,
  IconInfoCircle,
  IconOctagonFilled,
} from '@tabler/icons-react';
import type { FileVerification } from '../../shared/api/contract.ts';
import styles from './finding-groups.module.css';

type Finding = FileVerification['findings'][number];

/** The worst first: what was altered must not be read past. */
const GROUPS = [
  { severity: 'altered', heading: 'Altered', Shape: IconOctagonFilled },
  { severity: 'not-checkable', heading: 'Could not be checked', Shape: IconHelpHexagon },
  { severity: 'warning', heading: 'Warnings', Shape: IconAlertTriangle },
  { severity: 'good', heading: 'Holds', Shape: IconCircleCheck },
  { severity: 'note', heading: 'To know', Shape: IconInfoCircle },
] as const satisfies readonly { severity: Finding['severity']; heading: string; Shape: unknown }[];

/** What a register inside the file says of the keys is about trust, not about whether the file is whole. */
export function isOfTrust({ code }: Finding): boolean {
  return /^(register|trust)-/.test(code);
}

/** What was found in a file, a sentence each, grouped by what it means. */
export function FindingGroups({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <div className={styles.groups}>
      {GROUPS.map(({ severity, heading, Shape }) => {
        const found = findings.filter((one) => one.severity === severity);
        if (found.length === 0) return null;
        return (
          <section key={severity}>
            <h4 className={`${styles.heading} ${styles[severity]}`}>
              <Shape size="0.9375rem" stroke={1.75} aria-hidden="true" />
              {heading}
            </h4>
            <ul className={styles.list} aria-label={heading}>
              {found.map(({ code, sentence }) => (
                <li key={`${code} ${sentence}`} dir="auto">
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
