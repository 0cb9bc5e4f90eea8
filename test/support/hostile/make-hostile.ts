import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_TRICKS } from './all-tricks.ts';

/** Writes test/fixtures/hostile anew: `node test/support/hostile/make-hostile.ts`. */
const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'hostile');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, make } of ALL_TRICKS) writeFileSync(join(folder, name), await make());
