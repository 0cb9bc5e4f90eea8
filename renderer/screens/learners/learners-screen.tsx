import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { LearnerRow } from '../../../shared/api/contract.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { LearnerDrop } from '../../features/attempts/learner-drop.tsx';
import { LEARNER_COLUMNS } from '../../features/learners/learner-columns.tsx';
import { LearnerForm } from '../../features/learners/learner-form.tsx';
import { LearnerListEmpty } from '../../features/learners/learner-list-empty.tsx';
import { type Command, useCommands } from '../../store/commands.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { useLearners } from '../../store/learners.ts';
import { useRoute } from '../../store/route.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FindBox } from '../../ui/find-box.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { LearnerPanel } from './learner-panel.tsx';
import styles from './learners-screen.module.css';

const CRUMBS = [{ label: 'Learners' }];
const SORT = { id: 'name', descending: false };
const keyOf = (row: LearnerRow) => row.id;

/** Everyone who is assessed, and beside the list the one that was opened. */
export function LearnersScreen({ learner }: { readonly learner: LearnerId | null }) {
  useCrumbs(learner ? null : CRUMBS);
  const list = useLearners();
  const { load, reload, query, rows, total } = list;
  const go = useRoute((state) => state.go);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<LearnerId | null>(null);
  const split = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  useEffect(() => void reload(), [reload]);

  function focusList(): void {
    const row = split.current?.querySelector('tr[tabindex="0"]');
    if (row instanceof HTMLElement) row.focus();
  }

  const open = useCallback(
    (id: LearnerId) => {
      setAdding(false);
      go({ screen: 'learners', learner: id });
    },
    [go],
  );
  const commands = useMemo<{ readonly add: Command; readonly find: Command }>(
    () => ({
      add: {
        id: 'learners.add',
        name: 'Add a learner',
        group: 'Learners',
        keys: ['Alt+N'],
        perform: () => setAdding(true),
      },
      find: {
        id: 'learners.find',
        name: 'Find a learner',
        group: 'Learners',
        keys: ['Mod+F'],
        perform: () => find.current?.focus(),
      },
    }),
    [],
  );
  useCommands(useMemo(() => Object.values(commands), [commands]));

  return (
    <Screen
      title="Learners"
      status={
        <StatusLine>
          {total !== null && <StatusItem live>{count(total, 'learner', 'learners')}</StatusItem>}
          {list.loading && rows.length > 0 && (
            <StatusItem tone="quiet">Reading: {count(rows.length, 'row', 'rows')} so far</StatusItem>
          )}
          <StatusItem tone="quiet">Arrow keys move, Enter opens the learner</StatusItem>
        </StatusLine>
      }
    >
      <div ref={split} className={styles.split}>
        <Panel
          heading="Learners"
          flush
          actions={
            <CommandButton
              command={commands.add}
              icon={<IconPlus size="0.9375rem" stroke={1.75} aria-hidden="true" />}
            />
          }
          toolbar={
            <FindBox
              label="Find a learner"
              placeholder="Name, number, cohort"
              value={query.search}
              inputRef={find}
              onFind={(search) => void load({ search })}
            />
          }
        >
          {!adding && !learner && <LearnerDrop onLearner={open} />}
          {total === null && !list.error ? (
            <Waiting label="Reading the learners" />
          ) : (
            <DataTable
              label="Learners"
              columns={LEARNER_COLUMNS}
              rows={rows}
              rowKey={keyOf}
              chosen={learner}
              onOpen={(row) => open(row.id)}
              initialSort={SORT}
              autoFocus
              empty={<LearnerListEmpty list={list} onAdd={() => setAdding(true)} />}
            />
          )}
        </Panel>
        {adding && (
          <Panel heading="New learner" className={styles.side}>
            <LearnerForm
              learner={null}
              onCancel={() => {
                setAdding(false);
                focusList();
              }}
              onSaved={({ id }) => {
                setAdded(id);
                open(id);
                void reload();
              }}
            />
          </Panel>
        )}
        {!adding && learner && (
          <LearnerPanel
            key={learner}
            learner={learner}
            className={styles.side}
            autoFocus={learner === added}
            onClose={() => {
              go({ screen: 'learners', learner: null });
              focusList();
            }}
          />
        )}
      </div>
    </Screen>
  );
}
