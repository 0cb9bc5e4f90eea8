import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { findBrowser } from '../../../electron/browser-host/find-browser.ts';
import { openWindow } from '../../../electron/browser-host/open-window.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const dumpsUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dmp'));

// Where other systems keep the dumps is looked at by hand.
it.skipIf(process.platform !== 'linux')(
  'lets a page that crashes write of its memory nowhere but into the profile, which goes',
  async () => {
    const home = temporaryFolder();
    const temporary = temporaryFolder();
    vi.stubEnv('HOME', home);
    vi.stubEnv('XDG_CONFIG_HOME', undefined);
    vi.stubEnv('TMPDIR', temporary);
    const window = await openWindow({
      browser: findBrowser() ?? '',
      headless: true,
      router: async () => ({ ok: true, value: null }),
      serve: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('words') }),
      chooseDestination: async () => null,
    });
    try {
      const crashed = window.page.waitForEvent('crash');
      void window.page.goto('chrome://crash').catch(() => undefined);
      await crashed;
      // Where Chromium wrote none, nothing would be shown by there being none at home.
      await expect.poll(() => dumpsUnder(temporary).length, { timeout: 10_000 }).toBeGreaterThan(0);
      expect(dumpsUnder(temporary).filter((name) => !/^countersign-\d+-profile-/.test(name))).toEqual([]);
      expect(dumpsUnder(home)).toEqual([]);
    } finally {
      await window.close();
      vi.unstubAllEnvs();
    }
    expect([...dumpsUnder(temporary), ...readdirSync(temporary).filter((name) => name.includes('profile'))]).toEqual(
      [],
    );
  },
);
