import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.ts';
import { requireNode24 } from './node-version.ts';

requireNode24();
await buildAll(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
