import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { DEMO_PASSPHRASE, startSession } from './support.ts';

it('finds theme, divider and zoom as they were left, though the browser forgets everything', {
  timeout: 120_000,
}, async () => {
  const kept = mkdtempSync(join(tmpdir(), 'countersign-settings-'));
  onTestFinished(() => rmSync(kept, { recursive: true, force: true }));

  const first = await startSession({ demo: true });
  await openDesk(first.page);
  expect(await looks(first.page)).toMatchObject({ theme: 'light' });
  const divider = first.page.getByRole('separator', { name: 'Width of the script' });
  await divider.focus();
  await first.page.keyboard.press('Home');
  await first.page.keyboard.press('ArrowRight');
  await first.page.keyboard.press('Control+Shift++');
  await first.page.keyboard.press('Control+8');
  await first.page.getByRole('radiogroup', { name: 'Appearance' }).getByText('Dark').click();
  await first.page.keyboard.press('Control+3');
  await first.page.getByRole('separator', { name: 'Width of the script' }).waitFor();
  const left = await looks(first.page);
  expect(left).toMatchObject({ theme: 'dark', share: '27' });
  // Locking writes what has not come to rest yet.
  await first.page.keyboard.press('Control+Shift+l');
  await first.page.getByLabel('Passphrase', { exact: true }).waitFor();
  await first.window.close();
  cpSync(join(first.folder, 'workspaces'), kept, { recursive: true });
  await first.end();

  const second = await startSession({ workspace: join(kept, 'main') });
  onTestFinished(() => second.end());
  await openDesk(second.page);
  expect(await looks(second.page)).toEqual(left);
  expect(second.complaints).toEqual([]);
});

async function openDesk(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Queue' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('group', { name: 'Page 1' })
    .getByText(/strategy/)
    .first()
    .waitFor();
}

/** The theme, the script's share of the width, and the zoom. */
async function looks(page: Page): Promise<{ theme: string | null; share: string | null; zoom: string }> {
  return {
    theme: await page.locator('html').getAttribute('data-mantine-color-scheme'),
    share: await page.getByRole('separator', { name: 'Width of the script' }).getAttribute('aria-valuenow'),
    zoom: await page.getByLabel('Zoom', { exact: true }).innerText(),
  };
}
