import { Button } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { count, number } from '../../../shared/api/amounts.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { BankStatement } from '../../../shared/model/comment-bank.ts';
import type { StatementId } from '../../../shared/model/ids.ts';
import { bankColumns } from '../../features/comment-bank/bank-columns.tsx';
import { BankFilters } from '../../features/comment-bank/bank-filters.tsx';
import { KEEP_KEYS } from '../../features/comment-bank/bank-keys.ts';
import { bankRows, NO_FILTER } from '../../features/comment-bank/bank-rows.ts';
import { ImportDialog } from '../../features/comment-bank/import-dialog.tsx';
import { StatementForm } from '../../features/comment-bank/statement-form.tsx';
import { usePlaceOptions } from '../../features/comment-bank/use-place-options.ts';
import { useBank } from '../../store/bank.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SaidNotice } from '../../ui/said.tsx';
import { Screen } from '../../ui/screen.tsx';
import { shownKeys } from '../../ui/shortcut.ts';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './bank-screen.module.css';
import { useBankActs } from './use-bank-acts.ts';

const CRUMBS = [{ label: 'Comment bank' }];
const keyOf = (row: BankStatement) => row.id;

/** The comment bank: every statement, to be searched, worded, given places, and taken in and out as CSV. */
export function BankScreen() {
  useCrumbs(CRUMBS);
  const { bank, error, load } = useBank();
  const options = usePlaceOptions();
  const [filter, setFilter] = useState(NO_FILTER);
  const [opened, setOpened] = useState<StatementId | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const split = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  useEffect(() => void load(), [load]);

  const rows = useMemo(() => bankRows(bank ?? [], filter, new Date().toISOString() as Instant), [bank, filter]);
  const assessments = useMemo(() => [...options.values()].filter(({ place }) => place.section === null), [options]);
  const statement = bank?.find((one) => one.statement.id === opened)?.statement ?? null;
  const beside = opened === 'new' || statement !== null;
  const columns = useMemo(() => bankColumns(options, beside), [options, beside]);

  const close = () => {
    setOpened(null);
    const row = split.current?.querySelector('tr[tabindex="0"]');
    if (row instanceof HTMLElement) row.focus();
  };
  const { commands, said, removed, say, remove, undo } = useBankActs({
    add: () => setOpened('new'),
    find: () => find.current?.focus(),
    bringIn: () => setImporting(true),
  });

  return (
    <Screen
      title="Comment bank"
      status={
        <StatusLine>
          {bank && (
            <StatusItem live>
              {rows.length === bank.length
                ? count(bank.length, 'statement', 'statements')
                : `${number(rows.length)} of ${count(bank.length, 'statement', 'statements')}`}
            </StatusItem>
          )}
          <StatusItem tone="quiet">Arrow keys move, Enter opens the statement</StatusItem>
        </StatusLine>
      }
    >
      <div ref={split} className={styles.split}>
        <Panel
          heading="Statements"
          flush
          actions={
            <>
              <CommandButton
                command={commands.bringIn}
                icon={<IconDownload size="1.0625rem" stroke={1.5} />}
                iconOnly
              />
              <CommandButton command={commands.export} icon={<IconUpload size="1.0625rem" stroke={1.5} />} iconOnly />
              <CommandButton
                command={commands.add}
                icon={<IconPlus size="0.9375rem" stroke={1.75} aria-hidden="true" />}
              />
            </>
          }
          toolbar={<BankFilters filter={filter} onFilter={setFilter} assessments={assessments} findRef={find} />}
        >
          {(said || removed || error) && (
            <div className={styles.said}>
              {error && <Notice tone="error">{sentenceFor(error)}</Notice>}
              <SaidNotice said={said} />
              {removed && (
                <Notice
                  tone="info"
                  actions={
                    <Button variant="default" onClick={() => void undo(removed)}>
                      Undo
                    </Button>
                  }
                >
                  Removed: <bdi dir="auto">{shortened(removed.text)}</bdi>
                </Notice>
              )}
            </div>
          )}
          {bank ? (
            <DataTable
              label="Statements"
              columns={columns}
              rows={rows}
              rowKey={keyOf}
              chosen={statement?.id ?? null}
              onOpen={(row) => setOpened(row.id)}
              autoFocus
              empty={<Nothing filtered={bank.length > 0} onClear={() => setFilter(NO_FILTER)} />}
            />
          ) : (
            !error && <Waiting label="Reading the bank" />
          )}
        </Panel>
        {beside && (
          <Panel heading={statement ? 'Statement' : 'New statement'} className={styles.side}>
            <StatementForm
              key={statement?.id ?? 'new'}
              statement={statement}
              options={options}
              onSaved={() => {
                say({ tone: 'done', text: statement ? 'The statement was changed.' : 'The statement was added.' });
                close();
              }}
              onCancel={close}
              {...(statement ? { onRemove: () => void remove(statement).then(close) } : {})}
            />
          </Panel>
        )}
      </div>
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onAdded={(text) => {
            setImporting(false);
            say({ tone: 'done', text });
          }}
        />
      )}
    </Screen>
  );
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  return filtered ? (
    <EmptyState heading="No statement fits" actions={<Button onClick={onClear}>Show all</Button>}>
      Each word typed must begin a word of the statement. Try fewer words, or another place.
    </EmptyState>
  ) : (
    <EmptyState heading="No statement yet">
      Write one here, take them in from a CSV file, or keep words from a sheet while you mark: select them and press
      {shownKeys(KEEP_KEYS[0]).join(' + ')}.
    </EmptyState>
  );
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
}
