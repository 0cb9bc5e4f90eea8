import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { StaleSection } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { useMarking } from '../../store/marking.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import styles from './carried-note.module.css';
import { useSheet, useSheetId } from './sheet-context.ts';
import { useEntry } from './use-field.ts';

/** Where a carried section comes from, and what can be done about it; nothing for one that is marked in this attempt. */
export function CarriedNote({ section }: { readonly section: string }) {
  const sheet = useSheetId();
  const carried = useEntry(section)?.carried ?? null;
  const draft = useSheet((open) => open.view.state === 'draft');
  const stale = useSheet((open) => open.view.stale.find((one) => one.section === section));
  const [asking, setAsking] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  if (!carried) return null;

  const { carryAgain, openSection } = useMarking.getState();
  const again = async () => {
    const error = await carryAgain(sheet, section);
    setSentence(error && sentenceFor(error));
  };
  return (
    <div className={styles.carried}>
      <div className={styles.note}>
        <IconLock size={14} stroke={1.75} aria-hidden="true" className={styles.shape} />
        <p className={styles.text}>
          Passed in attempt {carried.attempt} and carried forward as it was signed, so it is locked here. Signed sheet{' '}
          <code title={`SHA-256 ${carried.digest}`}>{carried.digest.slice(0, 12)}…</code>
          {carried.revision > 1 && `, revision ${carried.revision}`}.
        </p>
        {draft && (
          <Button variant="subtle" size="compact-sm" className={styles.open ?? ''} onClick={() => setAsking(true)}>
            Open this section
          </Button>
        )}
      </div>
      {stale && (
        <Notice
          tone="warning"
          actions={
            draft &&
            stale.now.state === 'superseded' && (
              <Button variant="default" size="compact-sm" onClick={() => void again()}>
                Take the new revision’s section
              </Button>
            )
          }
        >
          {staleSentence(stale, draft)}
        </Notice>
      )}
      {sentence && <Notice tone="error">{sentence}</Notice>}
      <ReasonDialog
        opened={asking}
        title="Open the carried section"
        description="Kept in the audit chain: the work was changed, or authorship is in doubt"
        confirm="Open the section"
        onConfirm={async (reason) => {
          const error = await openSection(sheet, section, reason);
          return error && sentenceFor(error);
        }}
        onClose={() => setAsking(false)}
      >
        <p>
          The section is then marked in this attempt, beginning with what was carried. The signed sheet of attempt{' '}
          {carried.attempt} stays as it is.
        </p>
      </ReasonDialog>
    </div>
  );
}

function staleSentence({ attempt, revision, now }: StaleSection, draft: boolean): string {
  if (now.state === 'reopened') {
    const then = draft ? ' Sign that sheet first, or open this section with a reason.' : '';
    return `The sheet of attempt ${attempt} has been opened again since, so what was carried from it may not stand.${then}`;
  }
  return `Revision ${revision} of attempt ${attempt}’s sheet has been superseded by revision ${now.revision} since.`;
}
