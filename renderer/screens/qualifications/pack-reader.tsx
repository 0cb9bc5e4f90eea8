import { Button, Select } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { PackSummary } from '../../../shared/api/contract.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import { newestOnly } from '../../../shared/rules/pack-versions.ts';
import { AddPack } from '../../features/qualifications/add-pack.tsx';
import { PackOutline } from '../../features/qualifications/pack-outline.tsx';
import { searchPack } from '../../features/qualifications/pack-search.ts';
import { findPlace, outlineOf, type Place, placeName } from '../../features/qualifications/places.ts';
import { useHighlights } from '../../features/qualifications/use-highlights.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { useRoute } from '../../store/route.ts';
import { FindBox } from '../../ui/find-box.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import styles from './pack-reader.module.css';
import { PlacePage } from './place-page.tsx';

type Props = {
  readonly summaries: readonly PackSummary[];
  readonly summary: PackSummary;
  readonly pack: Pack;
  readonly place: string | null;
};

/** A pack to read: its contents on the left, the page on the right, and a find that reaches every page. */
export function PackReader({ summaries, summary, pack, place: placeId }: Props) {
  const go = useRoute((state) => state.go);
  const [query, setQuery] = useState('');
  const find = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLElement>(null);
  const groups = useMemo(() => outlineOf(pack), [pack]);
  const place = findPlace(groups, placeId);
  const found = useMemo(
    () =>
      query.trim() === ''
        ? null
        : searchPack(
            pack,
            groups.flatMap((group) => group.places),
            query,
          ),
    [pack, groups, query],
  );
  const { digest } = summary;
  const newest = useMemo(() => newestOnly(summaries), [summaries]);
  const newer = newest.find((one) => one.code === summary.code && one.digest !== digest) ?? null;
  const open = useCallback((to: string) => go({ screen: 'qualifications', pack: digest, place: to }), [go, digest]);
  const highlights = useHighlights(page, query, `${digest} ${place?.id}`);

  const name = place ? placeName(place) : '';
  useCrumbs(useMemo(() => [{ label: 'Qualifications' }, { label: pack.title }, { label: name }], [pack.title, name]));
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'qualifications.find',
          name: 'Find in the qualifications',
          group: 'Qualifications',
          keys: ['Mod+F'],
          perform: () => find.current?.focus(),
        },
      ],
      [],
    ),
  );

  return (
    <Screen
      title="Qualifications"
      status={
        <StatusLine>
          <StatusItem tone="quiet">
            {pack.organisation.name}, version {pack.version}
          </StatusItem>
          <StatusItem live>{query.trim() === '' ? '' : foundSentence(highlights, found?.size ?? 0)}</StatusItem>
        </StatusLine>
      }
    >
      <div className={styles.split}>
        <Panel
          heading="Contents"
          flush
          className={styles.contents}
          actions={<AddPack onAdded={(added) => go({ screen: 'qualifications', pack: added, place: null })} />}
          toolbar={
            <>
              {summaries.length > 1 && (
                <Select
                  aria-label="Pack"
                  className={styles.packs}
                  allowDeselect={false}
                  data={packOptions(summaries, newest)}
                  value={digest}
                  onChange={(value) => {
                    const chosen = summaries.find((one) => one.digest === value);
                    if (chosen) go({ screen: 'qualifications', pack: chosen.digest, place: null });
                  }}
                />
              )}
              <FindBox
                label="Find in the qualifications"
                placeholder="A unit or words"
                value={query}
                inputRef={find}
                onFind={setQuery}
                onNext={highlights.next}
              />
            </>
          }
        >
          <div className={styles.scroll}>
            <PackOutline groups={groups} current={place?.id ?? ''} found={found} onOpen={(to: Place) => open(to.id)} />
          </div>
        </Panel>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page must scroll by keyboard */}
        <section key={place?.id} ref={page} className={styles.page} tabIndex={0} aria-label={name}>
          {newer && (
            <Notice
              tone="info"
              actions={
                <Button
                  variant="default"
                  onClick={() => go({ screen: 'qualifications', pack: newer.digest, place: place?.id ?? null })}
                >
                  Open version {newer.version}
                </Button>
              }
            >
              This is version {pack.version}. It stays for what was marked with it; the newest is {newer.version}.
            </Notice>
          )}
          {place && <PlacePage pack={pack} summary={summary} newer={newer} place={place} onOpen={open} />}
        </section>
      </div>
    </Screen>
  );
}

/** The newest of every pack, then under a heading of their own the versions before. */
function packOptions(summaries: readonly PackSummary[], newest: readonly PackSummary[]) {
  const option = (one: PackSummary) => ({ value: one.digest, label: `${one.title}, ${one.version}` });
  const older = summaries.filter((one) => !newest.includes(one));
  if (older.length === 0) return newest.map(option);
  return [
    { group: 'Newest versions', items: newest.map(option) },
    { group: 'Older versions', items: older.map(option) },
  ];
}

function foundSentence(highlights: { readonly found: number; readonly current: number }, pages: number): string {
  const elsewhere = `${count(pages, 'page', 'pages')} of the pack ${pages === 1 ? 'holds' : 'hold'} it`;
  if (highlights.found === 0) return `Not on this page; ${elsewhere}`;
  const at = highlights.current >= 0 ? `${highlights.current + 1} of ` : '';
  return `${at}${highlights.found} on this page; ${elsewhere}. Enter goes to the next`;
}
