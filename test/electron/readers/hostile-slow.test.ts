import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forkReader } from '../../../electron/readers/launch-reader.ts';
import { inspect } from '../../support/inspect.ts';
import { SLOW_TO_REFUSE } from '../cli/hostile-outcomes.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'hostile');
/** A sixth of the time and a quarter of the memory that a reader has. */
const LIMITS = { time: 10_000, memory: 256 * 1024 * 1024 };

it.concurrent.each(SLOW_TO_REFUSE)('%s is stopped by a limit and is not drawn', async (name) => {
  const started = performance.now();
  const answer = await inspect(name, readFileSync(join(FIXTURES, name)), forkReader, LIMITS);
  expect(answer).toMatchObject({ ok: true, value: { display: 'external' } });
  expect(performance.now() - started).toBeLessThan(LIMITS.time + 5000);
});
