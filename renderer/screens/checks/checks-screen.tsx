import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { CheckRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { CHECK_COLUMNS } from '../../features/checks/check-columns.tsx';
import { type Refusal, useOpening } from '../../features/checks/use-opening.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { type Route, useRoute } from '../../store/route.ts';
import { useVerify } from '../../store/verify.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindBox } from '../../ui/find-box.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SHEET_TYPES } from '../../ui/signed-file-types.ts';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { WindowDrop } from '../../ui/window-drop.tsx';
import styles from './checks-screen.module.css';

const CRUMBS = [{ label: 'Checks' }];
const SORT = { id: 'due', descending: false };
const NONE: readonly CheckRow[] = [];
const keyOf = (row: CheckRow) => row.check;
const isDone = (row: CheckRow) => row.due === null;

/** The signed sheets that came in, and what is to be done on each here. */
export function ChecksScreen() {
  useCrumbs(CRUMBS);
  const { value, error, reload } = useAnswer('checks.list', {});
  const go = useRoute((state) => state.go);
  const last = useRoute((state) => lastChecked(state.entries));
  const [search, setSearch] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const show = useCallback((check: CheckId) => go({ screen: 'checks', check }), [go]);
  const opening = useOpening((opened) => {
    const [only, ...more] = opened;
    if (only && more.length === 0) show(only);
    else reload();
  });
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'checks.open',
        name: 'Open a signed sheet',
        group: 'Checks',
        keys: ['Mod+O'],
        perform: () => input.current?.click(),
      },
    ],
    [],
  );
  useCommands(commands);
  const all = value ?? NONE;
  const rows = useMemo(() => all.filter((row) => matches(row, search)), [all, search]);
  const due = all.filter((row) => row.due !== null).length;
  const { open } = opening;
  const choose = (label: string, ref?: typeof input) => (
    <ChooseFiles
      inputLabel={ref ? 'Signed sheets' : 'Signed sheets to begin with'}
      accept={SHEET_TYPES}
      loading={opening.opening !== null}
      {...(ref ? { inputRef: ref } : {})}
      onFiles={(files) => void open(files)}
    >
      {label}
    </ChooseFiles>
  );

  return (
    <Screen
      title="Checks"
      status={
        <StatusLine>
          {value && (
            <StatusItem live>
              {count(all.length, 'sheet', 'sheets')}, {due} due here
            </StatusItem>
          )}
          {opening.opening && (
            <StatusItem live>
              Opening {opening.opening.done + 1} of {opening.opening.total}
            </StatusItem>
          )}
          {all.length > 0 && <StatusItem tone="quiet">Arrow keys move, Enter opens the sheet</StatusItem>}
        </StatusLine>
      }
    >
      <Panel
        heading="Sheets that came in"
        flush
        actions={choose('Open a signed sheet', input)}
        toolbar={
          all.length > 0 ? (
            <FindBox label="Find a sheet" placeholder="Learner, number, assessor" value={search} onFind={setSearch} />
          ) : undefined
        }
      >
        <WindowDrop
          label="Drop the signed PDF here, with its DOCX if it came too"
          onFiles={(files) => void open(files)}
        />
        <Refusals refusals={opening.refusals} onDismiss={opening.dismiss} />
        {error && <Notice tone="error">{sentenceFor(error)}</Notice>}
        {!value && !error ? (
          <Waiting label="Reading the sheets" />
        ) : (
          <DataTable
            label="Sheets that came in"
            columns={CHECK_COLUMNS}
            rows={rows}
            rowKey={keyOf}
            chosen={last}
            onOpen={(row) => show(row.check)}
            quiet={isDone}
            initialSort={SORT}
            autoFocus
            empty={
              all.length > 0 ? (
                <EmptyState
                  heading="No sheet matches"
                  actions={
                    <Button variant="default" onClick={() => setSearch('')}>
                      Show all sheets
                    </Button>
                  }
                >
                  No learner, registration number or assessor holds these words.
                </EmptyState>
              ) : (
                value && (
                  <EmptyState
                    heading="No sheet has come in yet"
                    icon={<IconUserCheck size="2rem" stroke={1.25} />}
                    actions={choose('Open the first sheet')}
                  >
                    A sheet that an assessor signed and exported brings all its data with it. Open its PDF, and its DOCX
                    if it came too, or drop both on this window. What was altered after signing is refused. An IQA
                    enters QA marks and signs in the same file; a countersigning assessor and an EV sign their own
                    places.
                  </EmptyState>
                )
              )
            }
          />
        )}
      </Panel>
    </Screen>
  );
}

function Refusals({ refusals, onDismiss }: { readonly refusals: readonly Refusal[]; readonly onDismiss: () => void }) {
  const go = useRoute((state) => state.go);
  if (refusals.length === 0) return null;
  return (
    <div className={styles.refusals}>
      {refusals.map(({ id, sentence, verify }) => (
        <Notice
          key={id}
          tone="error"
          actions={
            verify && (
              <Button
                variant="default"
                onClick={() => {
                  useVerify.getState().add([verify]);
                  go({ screen: 'verify' });
                }}
              >
                Verify it
              </Button>
            )
          }
        >
          {sentence}
        </Notice>
      ))}
      <div>
        <Button variant="subtle" color="gray" onClick={onDismiss}>
          Dismiss
        </Button>
      </div>
    </div>
  );
}

function matches(row: CheckRow, search: string): boolean {
  const text = `${row.learnerName} ${row.registrationNumber} ${row.assessor} ${row.assessmentTitle}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The sheet that was looked at last: the list opens where the person left it. */
function lastChecked(entries: readonly Route[]): string | null {
  const last = entries.findLast((entry) => entry.screen === 'checks' && entry.check !== null);
  return last?.screen === 'checks' ? last.check : null;
}
