import { useEffect, useMemo } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { usePacks } from '../../store/packs.ts';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { qualificationRows } from './draft.ts';
import { DueDatesForm } from './due-dates-form.tsx';

/** How the centre counts to a due date: read, edited, kept. */
export function DueDatesSection({ today }: { readonly today: CivilDate }) {
  const { value: rules, error } = useAnswer('due-dates.get', {});
  const { summaries, packs, error: packsError, load, open } = usePacks();
  useEffect(() => void load(), [load]);
  // The source's own days stand in the packs themselves.
  useEffect(() => {
    for (const { digest } of summaries ?? []) void open(digest);
  }, [summaries, open]);
  const rows = useMemo(() => qualificationRows(summaries ?? [], packs), [summaries, packs]);
  const failed = error ?? packsError;
  if (failed) return <Notice tone="error">{sentenceFor(failed)}</Notice>;
  if (!rules || !summaries?.every(({ digest }) => packs[digest])) return <Waiting label="Reading the due dates" />;
  return <DueDatesForm kept={rules} rows={rows} today={today} />;
}
