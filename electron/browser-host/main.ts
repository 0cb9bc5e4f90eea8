import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock } from '../services/clock.ts';
import { requireNode24 } from '../setup/node-version.ts';
import { DEFAULT_COST } from '../vault/key-slots.ts';
import { findBrowser } from './find-browser.ts';
import { startApp } from './start-app.ts';

requireNode24();
const { values } = parseArgs({
  options: {
    workspace: { type: 'string', default: join(homedir(), 'Countersign') },
    exports: { type: 'string', default: join(homedir(), 'Countersign exports') },
    headless: { type: 'boolean', default: false },
  },
});
const browser = findBrowser();
if (!browser) {
  console.error('No Chromium, Chrome or Edge was found: install one (on Debian: apt-get install chromium).');
  process.exit(1);
}
const { window } = await startApp({
  browser,
  headless: values.headless,
  workspace: values.workspace,
  exports: values.exports,
  renderer: join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'renderer'),
  clock: systemClock,
  cost: DEFAULT_COST,
  log: (incident, error) => console.error(`Incident ${incident}:`, error),
});
await window.closed;
