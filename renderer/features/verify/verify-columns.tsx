import { count } from '../../../shared/api/amounts.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { VerifiedItem } from '../../store/verify.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';
import { VerdictBadge, verdictWord } from '../../ui/verdict-badge.tsx';

/** Where a file stands, in a word. */
export function stageWord({ stage, size }: VerifiedItem): string {
  switch (stage.kind) {
    case 'waiting':
      return 'Waiting';
    case 'sending':
      return `Reading, ${Math.floor((100 * stage.done) / Math.max(1, size))} %`;
    case 'checking':
      return 'Checking';
    case 'verified':
      return verdictWord(stage.result.verdict);
    case 'failed':
      return 'Not read';
    case 'stopped':
      return 'Stopped, not checked';
    default:
      return assertNever(stage);
  }
}

/** The columns of the files that are verified. */
export const VERIFY_COLUMNS: readonly Column<VerifiedItem>[] = [
  {
    id: 'name',
    header: 'File',
    width: 'minmax(8rem, 1fr)',
    sort: (item) => item.name,
    cell: (item) => <Name file>{item.name}</Name>,
  },
  {
    id: 'verdict',
    header: 'Verdict',
    width: '8.5rem',
    sort: (item) => stageWord(item),
    cell: (item) =>
      item.stage.kind === 'verified' ? <VerdictBadge verdict={item.stage.result.verdict} /> : stageWord(item),
  },
];

/** "2 intact, 1 altered": what all of them came to. */
export function tally(items: readonly VerifiedItem[]): string {
  const found = (verdict: string) =>
    items.filter((one) => one.stage.kind === 'verified' && one.stage.result.verdict === verdict).length;
  const failed = items.filter((one) => one.stage.kind === 'failed').length;
  const stopped = items.filter((one) => one.stage.kind === 'stopped').length;
  const parts = [
    [found('intact'), 'intact'],
    [found('altered'), 'altered'],
    [found('not-checkable'), 'not checkable'],
    [failed, 'not read'],
    [stopped, 'stopped'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, word]) => `${amount} ${word}`);
  return `${count(items.length, 'file', 'files')}${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
}

/** Files that are done, and all of them; null where none is under way. */
export function progressOf(
  items: readonly VerifiedItem[],
): { readonly done: number; readonly total: number; readonly share: number } | null {
  const under = items.filter(({ stage }) => ['waiting', 'sending', 'checking'].includes(stage.kind));
  if (under.length === 0) return null;
  const total = items.length;
  const done = total - under.length;
  const sending = under.find((one) => one.stage.kind === 'sending');
  const part = sending?.stage.kind === 'sending' ? sending.stage.done / Math.max(1, sending.size) / 2 : 0.5;
  return { done, total, share: (100 * (done + part)) / total };
}
