import { useEffect } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { AddPack } from '../../features/qualifications/add-pack.tsx';
import { usePacks } from '../../store/packs.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { PackReader } from './pack-reader.tsx';

type Props = { readonly pack: Digest | null; readonly place: string | null };

/** The packs of the workspace, and the one that is being read. */
export function QualificationsScreen({ pack, place }: Props) {
  const summaries = usePacks((state) => state.summaries);
  const opened = usePacks((state) => state.packs);
  const error = usePacks((state) => state.error);
  const load = usePacks((state) => state.load);
  const open = usePacks((state) => state.open);
  const digest = pack ?? summaries?.[0]?.digest ?? null;
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (digest) void open(digest);
  }, [digest, open]);

  const summary = summaries?.find((one) => one.digest === digest);
  const content = digest ? opened[digest] : undefined;
  if (summaries && summary && content) {
    return <PackReader summaries={summaries} summary={summary} pack={content} place={place} />;
  }
  return (
    <Screen title="Qualifications">
      <div>
        {error && <Notice tone="error">{sentenceFor(error)}</Notice>}
        {!error && summaries?.length !== 0 && <Waiting label="Reading the pack" />}
        {summaries?.length === 0 && (
          <EmptyState heading="No pack yet" actions={<AddPack />}>
            A pack holds an awarding organisation’s qualifications: units, briefs and mark schemes. Add one from a file.
          </EmptyState>
        )}
      </div>
    </Screen>
  );
}
