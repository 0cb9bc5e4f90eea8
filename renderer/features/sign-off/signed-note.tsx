import { IconArrowBackUp, IconFileTypePdf, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import { showInstant } from '../../../shared/lib/dates.ts';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Name } from '../../ui/name.tsx';
import { ExportSigned } from './export-signed.tsx';
import styles from './signed-note.module.css';

type Props = {
  readonly view: SheetView;
  /** Shows the signed PDF. */
  readonly show: Command;
  /** What can be done with the sheet's revisions. */
  readonly revisions: ReactNode;
};

/** Who signed the sheet, when and what, with the ways to the signed files; nothing while nothing of it is signed. */
export function SignedNote({ view, show, revisions }: Props) {
  const latest = view.signed.at(-1);
  if (!latest) return null;
  if (view.state === 'draft') return <ReopenedNote view={view} revisions={revisions} />;
  const { signer, signedAt, digest, revision } = latest;
  return (
    <section className={styles.note} aria-label="Signature">
      <div className={styles.line}>
        <IconRosetteDiscountCheck size={18} stroke={1.5} aria-hidden="true" className={styles.shape} />
        <p className={styles.who}>
          Signed by{' '}
          <strong className={styles.name}>
            <Name>{signer.name}</Name>
          </strong>{' '}
          on {showInstant(signedAt)} by this laptop’s clock
          {revision > 1 && `, revision ${revision}`}
        </p>
        {revisions}
      </div>
      <div className={styles.line}>
        <details className={styles.facts}>
          <summary>
            Digest <code>{digest.slice(0, 8)}…</code>, key <code>{signer.fingerprint.slice(0, 8)}…</code>
          </summary>
          <dl>
            <dt>SHA-256 of the sheet</dt>
            <dd>
              <code>{digest}</code>
            </dd>
            <dt>SHA-256 of the signer’s certificate</dt>
            <dd>
              <code>{signer.fingerprint}</code>
            </dd>
          </dl>
        </details>
        <CommandButton command={show} icon={<IconFileTypePdf size={16} stroke={1.5} aria-hidden="true" />} />
        <ExportSigned sheet={view.sheet} />
      </div>
    </section>
  );
}

/** Why a signed sheet is a draft again. */
function ReopenedNote({ view, revisions }: Omit<Props, 'show'>) {
  if (!view.reopened) return null;
  const { reason, supersedes } = view.reopened;
  return (
    <section className={styles.note} aria-label="Revision">
      <div className={styles.line}>
        <IconArrowBackUp size={18} stroke={1.5} aria-hidden="true" className={styles.opened} />
        <p className={styles.who} dir="auto">
          Revision {view.revision}, opened again: {reason} Revision {supersedes} stays as it was signed and counts until
          this one is.
        </p>
        {revisions}
      </div>
    </section>
  );
}
