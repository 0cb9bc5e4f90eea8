import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE, type Session, startSession } from './support.ts';

/** Every screen, how a person gets there, and what shows that it is there. */
const SCREENS: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { name: 'home', reach: (page) => go(page, 'Home', /Queue/) },
  { name: 'learners', reach: (page) => go(page, 'Learners', /Learners/) },
  {
    name: 'learner',
    reach: async (page) => {
      await page.getByRole('gridcell', { name: 'Tomasz Bielak (demo)' }).click();
      await page.getByRole('list', { name: 'Attempts' }).waitFor();
    },
  },
  {
    name: 'new learner',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Add a learner' }).first().click();
      await page.getByLabel('Learner name').waitFor();
    },
  },
  { name: 'qualifications', reach: (page) => go(page, 'Qualifications', /Qualifications/) },
  { name: 'settings', reach: (page) => go(page, 'Settings', /Settings/) },
  {
    name: 'exports',
    reach: async (page) => {
      await go(page, 'Home', /Queue/);
      await page.getByRole('button', { name: 'Export signed sheets' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'palette',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'desk with a PDF',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /Carry on marking/ }).click();
      await page
        .getByRole('group', { name: 'Page 1' })
        .getByText(/strategy/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'rehearsal',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Rehearse' }).click();
      await page.getByRole('region', { name: 'Rehearsal' }).waitFor();
    },
  },
  {
    name: 'the form as it will print',
    reach: async (page) => {
      await page.keyboard.press('Control+p');
      await page
        .getByRole('dialog')
        .getByText(/MARK SHEET/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'signed desk with a DOCX',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await go(page, 'Home', /Queue/);
      await page.getByRole('row', { name: /Tomasz Bielak.*Referral/ }).click();
      await page.keyboard.press('Enter');
      await page
        .frameLocator('iframe')
        .getByText(/contact centre/i)
        .first()
        .waitFor();
    },
  },
];

describe.each([
  { width: 1366, height: 768, scheme: 'light' as const },
  { width: 1920, height: 1080, scheme: 'dark' as const },
])('every screen at $width x $height, $scheme', ({ width, height, scheme }) => {
  let session: Session;
  const shots = process.env.COUNTERSIGN_SCREENSHOTS;

  beforeAll(async () => {
    session = await startSession({ demo: true, width, height });
    await session.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  });
  afterAll(() => session.end());

  it('finds nothing to mend on the way in', async () => {
    const { page } = session;
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    await look('unlock');
    await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Queue' }).waitFor();
  });

  it.each(SCREENS)('finds nothing to mend on $name', async ({ name, reach }) => {
    await reach(session.page);
    await look(name);
  });

  it('asked for nothing that its policy refuses', () => {
    expect(session.complaints).toEqual([]);
  });

  async function look(name: string): Promise<void> {
    const { page } = session;
    // Nothing is judged while it is still fading in.
    await page.waitForTimeout(300);
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name.replaceAll(' ', '-')}-${width}-${scheme}.png`) });
    }
    // Legacy mode, because the host lets no second page be opened. The learner's own document is shown as it is: what it lacks is not ours to mend.
    const found = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
    expect(found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
  }
});

async function go(page: Page, screen: string, heading: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen, exact: true }).click();
  await page.getByRole('heading', { name: heading }).first().waitFor();
}
