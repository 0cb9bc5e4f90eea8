import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { AddPack } from '../../features/qualifications/add-pack.tsx';
import { useCrumbs } from '../../store/crumbs.ts';
import { usePacks } from '../../store/packs.ts';
import { useRoute } from '../../store/route.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { PackReader } from './pack-reader.tsx';

type Props = { readonly pack: Digest | null; readonly place: string | null };

const CRUMBS = [{ label: 'Qualifications' }];

/** The packs of the workspace, and the one that is being read. */
export function QualificationsScreen({ pack, place }: Props) {
  const summaries = usePacks((state) => state.summaries);
  const opened = usePacks((state) => state.packs);
  const error = usePacks((state) => state.error);
  const load = usePacks((state) => state.load);
  const go = useRoute((state) => state.go);
  const open = usePacks((state) => state.open);
  const digest = pack ?? summaries?.[0]?.digest ?? null;
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (digest) void open(digest);
  }, [digest, open]);

  const summary = summaries?.find((one) => one.digest === digest);
  const content = digest ? opened[digest] : undefined;
  const ready = summaries && summary && content;
  useCrumbs(ready ? null : CRUMBS);
  if (ready) {
    return <PackReader summaries={summaries} summary={summary} pack={content} place={place} />;
  }
  return (
    <Screen title="Qualifications">
      <div>
        {error && (
          <EmptyState
            heading="The qualifications cannot be shown"
            actions={<Button onClick={() => void (digest ? open(digest) : load())}>Try again</Button>}
          >
            {sentenceFor(error)}
          </EmptyState>
        )}
        {!error && summaries?.length !== 0 && <Waiting label="Reading the pack" />}
        {summaries?.length === 0 && (
          <EmptyState
            heading="No pack yet"
            actions={<AddPack onAdded={(added) => go({ screen: 'qualifications', pack: added, place: null })} />}
          >
            A pack holds an awarding organisation’s qualifications: units, briefs and mark schemes. Add one from a file.
          </EmptyState>
        )}
      </div>
    </Screen>
  );
}
