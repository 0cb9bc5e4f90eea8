import { Select } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { count, number } from '../../../shared/api/amounts.ts';
import type { ProgressRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { newestOnly } from '../../../shared/rules/pack-versions.ts';
import { progressColumns } from '../../features/progress/progress-columns.tsx';
import { ProgressEmpty } from '../../features/progress/progress-empty.tsx';
import { choiceOf, newestValue, optionsOf } from '../../features/progress/qualification-options.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { usePacks } from '../../store/packs.ts';
import { useProgress } from '../../store/progress.ts';
import { useRoute } from '../../store/route.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FindBox } from '../../ui/find-box.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './progress-screen.module.css';

const CRUMBS = [{ label: 'Progress' }];
const SORT = { id: 'name', descending: false };
const keyOf = (row: ProgressRow) => row.enrolment;

/** Everybody enrolled for a qualification in one table: what is achieved, and how many of its rules hold. */
export function ProgressScreen() {
  useCrumbs(CRUMBS);
  const list = useProgress();
  const { load, reload, query, rows, total } = list;
  const packs = usePacks((state) => state.summaries);
  const packsError = usePacks((state) => state.error);
  const loadPacks = usePacks((state) => state.load);
  const go = useRoute((state) => state.go);
  const find = useRef<HTMLInputElement>(null);
  const value = useMemo(() => newestValue(packs ?? [], query.of), [packs, query.of]);
  const options = useMemo(() => optionsOf(newestOnly(packs ?? [])), [packs]);
  useEffect(() => void loadPacks(), [loadPacks]);
  useEffect(() => {
    if (useProgress.getState().query.of) void reload();
  }, [reload]);
  useEffect(() => {
    const first = options[0]?.items[0]?.value ?? null;
    if (packs && first && !useProgress.getState().query.of) void load({ of: choiceOf(packs, first), search: '' });
  }, [packs, options, load]);
  const openPortfolio = useCallback(
    ({ learner }: ProgressRow) => {
      const { of } = useProgress.getState().query;
      if (of) go({ screen: 'portfolio', learner, ...of });
    },
    [go],
  );
  const columns = useMemo(() => progressColumns(openPortfolio), [openPortfolio]);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'progress.find',
          name: 'Find in the progress',
          group: 'Progress',
          keys: ['Mod+F'],
          perform: () => find.current?.focus(),
        },
      ],
      [],
    ),
  );
  // Thousands of rows are put in order while nothing else waits.
  const shown = useDeferredValue(rows);
  const complete = useMemo(() => rows.filter((row) => row.complete).length, [rows]);

  return (
    <Screen
      title="Progress"
      status={
        <StatusLine>
          {total !== null && <StatusItem live>{count(total, 'learner', 'learners')} enrolled</StatusItem>}
          {list.loading && rows.length > 0 ? (
            <StatusItem tone="quiet">Reading: {count(rows.length, 'row', 'rows')} so far</StatusItem>
          ) : (
            rows.length > 0 && <StatusItem tone="quiet">{number(complete)} complete</StatusItem>
          )}
          <StatusItem tone="quiet">
            Figures are credits of the units chosen. Enter opens the learner, Space the portfolio
          </StatusItem>
        </StatusLine>
      }
    >
      <Panel
        heading="Progress"
        flush
        className={styles.panel}
        toolbar={
          <>
            <Select
              aria-label="Qualification"
              className={styles.qualification}
              allowDeselect={false}
              data={options}
              value={value}
              onChange={(to) => packs && void load({ ...query, of: choiceOf(packs, to) })}
            />
            <FindBox
              label="Find in the progress"
              placeholder="Name, number, cohort"
              value={query.search}
              inputRef={find}
              onFind={(search) => void load({ ...query, search })}
            />
          </>
        }
      >
        {packsError && <Notice tone="error">{sentenceFor(packsError)}</Notice>}
        {total === null && !list.error && !packsError ? (
          <Waiting label="Reading the progress" />
        ) : (
          <DataTable
            label="Progress"
            columns={columns}
            rows={shown}
            rowKey={keyOf}
            onOpen={(row) => go({ screen: 'learners', learner: row.learner })}
            onToggle={openPortfolio}
            initialSort={SORT}
            autoFocus
            empty={<ProgressEmpty list={list} />}
          />
        )}
      </Panel>
    </Screen>
  );
}
