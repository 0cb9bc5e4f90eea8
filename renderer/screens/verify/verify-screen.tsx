import { Button, Progress } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { VerificationPage } from '../../features/verify/verification-page.tsx';
import { progressOf, tally, VERIFY_COLUMNS } from '../../features/verify/verify-columns.tsx';
import { useCommands } from '../../store/commands.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { useVerify, type VerifiedItem } from '../../store/verify.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { VERIFIED_TYPES } from '../../ui/signed-file-types.ts';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { WindowDrop } from '../../ui/window-drop.tsx';
import styles from './verify-screen.module.css';

const CRUMBS = [{ label: 'Verify' }];
const keyOf = (item: VerifiedItem) => item.id;

/** Says of any file what it proves. Nothing is taken in. */
export function VerifyScreen() {
  useCrumbs(CRUMBS);
  const { items, chosen, add, choose, stop, clear } = useVerify();
  const input = useRef<HTMLInputElement>(null);
  const progress = progressOf(items);
  const shown = items.find((one) => one.id === chosen) ?? items[0];
  useCommands(
    useMemo(
      () => [
        {
          id: 'verify.choose',
          name: 'Choose files to verify',
          group: 'Verify',
          keys: ['Mod+O'],
          perform: () => input.current?.click(),
        },
      ],
      [],
    ),
  );
  return (
    <Screen
      title="Verify"
      status={
        <StatusLine
          actions={
            progress && (
              <Button variant="default" onClick={stop}>
                Stop
              </Button>
            )
          }
        >
          <StatusItem live>{items.length === 0 ? 'Nothing verified yet' : tally(items)}</StatusItem>
          {progress && (
            <>
              <StatusItem>
                {progress.done} of {progress.total} done
              </StatusItem>
              <Progress.Root size="sm" className={styles.progress}>
                <Progress.Section value={progress.share} aria-label="Files verified" />
              </Progress.Root>
            </>
          )}
          <StatusItem tone="quiet">Files are read and forgotten; the list goes when the workspace is locked</StatusItem>
        </StatusLine>
      }
    >
      <div className={items.length === 0 ? styles.alone : styles.split}>
        <WindowDrop label="Drop to verify: nothing is taken in" onFiles={add} />
        <Panel
          heading="Files"
          flush
          actions={
            <>
              {items.length > 0 && (
                <Button variant="subtle" color="gray" onClick={clear}>
                  Clear the list
                </Button>
              )}
              <ChooseFiles inputLabel="Files to verify" accept={VERIFIED_TYPES} inputRef={input} onFiles={add}>
                Choose files
              </ChooseFiles>
            </>
          }
        >
          {items.length === 0 ? (
            <Teaching />
          ) : (
            <DataTable
              label="Files verified"
              columns={VERIFY_COLUMNS}
              rows={items}
              rowKey={keyOf}
              chosen={shown?.id ?? null}
              onOpen={(item) => choose(item.id)}
              onReach={(item) => choose(item.id)}
              autoFocus
            />
          )}
        </Panel>
        {shown && (
          <Panel key={shown.id} heading={shown.name} className={styles.side}>
            <Detail item={shown} />
          </Panel>
        )}
      </div>
    </Screen>
  );
}

function Detail({ item: { stage } }: { readonly item: VerifiedItem }) {
  switch (stage.kind) {
    case 'verified':
      return <VerificationPage result={stage.result} />;
    case 'failed':
      return <Notice tone="error">{sentenceFor(stage.error)}</Notice>;
    case 'stopped':
      return <Notice tone="info">Stopped before it was checked, so nothing is known of it. Choose it again.</Notice>;
    default:
      return <Waiting label="Reading and checking the file" />;
  }
}

function Teaching() {
  return (
    <EmptyState heading="Find out what a file proves" icon={<IconShieldCheck size="2rem" stroke={1.25} />}>
      <p>
        Choose a signed PDF or DOCX, an extract of an audit chain or a register, or drop it anywhere on this window.
        Nothing is taken in, and nothing leaves this computer.
      </p>
      <ul className={styles.lessons}>
        <li>
          <strong>Integrity</strong>: <em>intact</em>, <em>altered</em> with what was altered, or <em>not checkable</em>
          , which says nothing for the file.
        </li>
        <li>
          <strong>Trust</strong>: a signature shows which key signed. Whose key it is, the centre’s register says, or
          six words that you compare by telephone.
        </li>
      </ul>
    </EmptyState>
  );
}
