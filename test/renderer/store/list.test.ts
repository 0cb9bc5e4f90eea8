import { expect, it } from 'vitest';
import { createListStore } from '../../../renderer/store/list.ts';
import type { Page } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

type Answer = Result<Page<number>, AppError>;

/** A list of numbers; each question waits until the test answers it. */
function openList(size: number) {
  const asked: { query: string; offset: number; limit: number; give: (answer?: Answer) => Promise<void> }[] = [];
  const list = createListStore<number, string>('', (query, offset, limit) => {
    return new Promise<Answer>((answer) => {
      const rows = Array.from({ length: Math.max(0, Math.min(limit, size - offset)) }, (_, index) => offset + index);
      const give = async (other?: Answer) => {
        answer(other ?? ok({ total: size, rows }));
        await new Promise((done) => setTimeout(done));
      };
      asked.push({ query, offset, limit, give });
    });
  });
  return { list, asked };
}

it('shows a small first page at once and reads the rest in large ones', async () => {
  const { list, asked } = openList(2300);
  void list.getState().load('x');
  await asked[0]?.give();
  expect(list.getState()).toMatchObject({ total: 2300, loading: true });
  expect(list.getState().rows).toHaveLength(100);
  for (let page = 1; page < 4; page += 1) await asked[page]?.give();
  expect(asked.map(({ offset, limit }) => [offset, limit])).toEqual([
    [0, 100],
    [100, 1000],
    [1100, 1000],
    [2100, 1000],
  ]);
  expect(list.getState().loading).toBe(false);
  expect(list.getState().rows).toEqual(Array.from({ length: 2300 }, (_, index) => index));
});

it('drops an answer to a question that was asked before the last', async () => {
  const { list, asked } = openList(3);
  void list.getState().load('old');
  void list.getState().load('new');
  await asked[1]?.give(ok({ total: 1, rows: [7] }));
  await asked[0]?.give(ok({ total: 1, rows: [6] }));
  expect(list.getState()).toMatchObject({ query: 'new', rows: [7], loading: false });
});

it('keeps what it shows while it is asked for again, until as much is there', async () => {
  const { list, asked } = openList(150);
  void list.getState().load('');
  await asked[0]?.give();
  await asked[1]?.give();
  void list.getState().reload();
  await asked[2]?.give();
  expect(list.getState().rows).toHaveLength(150);
});

it('keeps its rows beside an error, and forgets them when the workspace locks', async () => {
  const { list, asked } = openList(3);
  void list.getState().load('');
  await asked[0]?.give();
  void list.getState().reload();
  await asked[1]?.give(err({ code: 'disk-refused' }));
  expect(list.getState()).toMatchObject({ rows: [0, 1, 2], error: { code: 'disk-refused' }, loading: false });
  void list.getState().load('late');
  list.getState().clear();
  await asked[2]?.give();
  expect(list.getState()).toMatchObject({ rows: [], total: null, query: '' });
});
