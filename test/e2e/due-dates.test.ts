import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../electron/services/clock.ts';
import { dueWords } from '../../shared/api/due-date-sentences.ts';
import { type CivilDate, civilDateOf, dateOfDay, dayNumber, showDate } from '../../shared/lib/dates.ts';
import { DEMO_PASSPHRASE, type Session, startSession } from './support.ts';

/** Of the demo's one script that is still to be marked. */
const RECEIVED = '2026-10-12' as CivilDate;
const DIPLOMA = 'Level 6 Diploma in Management';
const SLOW = { timeout: 120_000 };
let session: Session;
beforeAll(async () => {
  session = await startSession({ demo: true });
  await session.page.emulateMedia({ reducedMotion: 'reduce' });
}, 120_000);
afterAll(() => session.end());

it('shows no due dates until somebody sets days', SLOW, async () => {
  const { page } = session;
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Queue' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Due' }).count()).toBe(0);
  expect(await page.getByRole('radiogroup', { name: 'Due', exact: true }).count()).toBe(0);
});

it(
  'takes days, closures and days off by keyboard, with an example that follows, and refuses what is not whole',
  SLOW,
  async () => {
    const { page } = session;
    const { part, days, example } = await settings(page);
    const received = part.getByRole('textbox', { name: 'Example: work received on' });
    await received.fill('22 Nov 2026');
    await days.fill('42');
    await example.getByText('due 3 Jan 2027').waitFor();
    await example.getByText('42 days from receipt (the centre’s own)', { exact: true }).waitFor();

    await part.getByRole('button', { name: 'Add a closure' }).focus();
    await page.keyboard.press('Enter');
    // Adding goes on in the closure's first field, and Tab through its others.
    await page.keyboard.type('24 Dec 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.type('23 Dec 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Winter');
    await part.getByRole('alert').filter({ hasText: 'The last day is before the first' }).waitFor();
    await part.getByRole('button', { name: 'Save the due dates' }).click();
    await part.getByRole('alert').filter({ hasText: 'Nothing was saved. Closure 1 ends before it begins.' }).waitFor();
    await part.getByRole('group', { name: 'Closure 1' }).getByRole('textbox', { name: 'Last day' }).fill('26 Dec 2026');

    await part.getByRole('switch', { name: 'Do not count the days of closures' }).press('Space');
    await example.getByText('due 6 Jan 2027').waitFor();
    await example.getByText(/; 3 days of closure not counted$/).waitFor();
    await part.getByRole('switch', { name: /Move a due date/ }).press('Space');
    await part.getByRole('checkbox', { name: 'Wednesday' }).press('Space');
    await example.getByText(/; 3 days of closure not counted; moved from Wed 6 Jan to Tue 5 Jan$/).waitFor();
    await look(page, part, 'due dates');
    await part.getByRole('checkbox', { name: 'Wednesday' }).press('Space');

    await part.getByRole('button', { name: 'Save the due dates' }).press('Enter');
    await part.getByRole('status').filter({ hasText: 'The due dates are saved' }).waitFor();
  },
);

it('counts the queue by them at once, and tells what is overdue by shape and words', SLOW, async () => {
  const { page } = session;
  const today = civilDateOf(systemClock.now());
  const since = dayNumber(today) - dayNumber(RECEIVED);
  // Due two days ago, then today, then in 90 days: counted from the day the script was received.
  for (const [to, filter] of [
    [-2, 'Overdue 1'],
    [0, 'Due this week 1'],
    [90, null],
  ] as const) {
    const { part, days } = await settings(page);
    await clearClosures(part);
    await days.fill(String(since + to));
    await part.getByRole('button', { name: 'Save the due dates' }).click();
    await part.getByRole('status').filter({ hasText: 'The due dates are saved' }).waitFor();
    await home(page);
    const due = dateOfDay(dayNumber(today) + to);
    const row = page.getByRole('row', { name: /Ffion Prosser/ });
    await row.getByText(showDate(due)).waitFor();
    const cell = row.getByRole('gridcell').filter({ hasText: showDate(due) });
    expect((await cell.innerText()).split(/\s*\n/)).toEqual([showDate(due), dueWords(due, today)]);
    expect(await cell.locator('svg').count()).toBe(1);
    const choice = page.getByRole('radiogroup', { name: 'Due', exact: true });
    await choice.getByText(filter ?? 'Overdue 0').click();
    if (filter === null) {
      await page.getByText('Nothing is overdue').waitFor();
      await page.getByRole('button', { name: 'Show it whenever it is due' }).click();
    } else await page.getByText(/^1 of \d attempts$/).waitFor();
    // Every column is in sight in the smallest window that the queue is made for.
    const frame = page.getByRole('grid', { name: 'Queue' }).locator('xpath=..');
    expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await look(page, page.locator('body'), `queue ${to}`);
    await choice.getByText('Any time').click();
    // What is signed has no due date any more, and stands after what has one.
    expect(await row.getAttribute('aria-rowindex')).toBe('2');
    expect(await page.getByRole('row', { name: /Amira Okafor/ }).innerText()).not.toMatch(/overdue|in \d+ days/);
  }
});

it('explains the date with the attempt', SLOW, async () => {
  const { page } = session;
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Learners' }).click();
  await page.getByRole('gridcell', { name: 'Ffion Prosser (demo)' }).click();
  await page.getByRole('list', { name: 'Attempts' }).getByRole('button').first().click();
  await page.getByText(/^\d+ \w+ \d+: [\d,]+ days from receipt \(the centre’s own\)/).waitFor();
  expect(session.complaints).toEqual([]);
});

async function settings(page: Page): Promise<{ part: Locator; days: Locator; example: Locator }> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Settings' }).click();
  const part = page.getByRole('region', { name: 'Due dates' });
  const days = part.getByRole('textbox', { name: `The centre’s own days, ${DIPLOMA}` });
  await days.waitFor();
  return {
    part,
    days,
    example: part.getByRole('region', { name: 'Example' }).getByRole('listitem').filter({ hasText: DIPLOMA }),
  };
}

async function home(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Home' }).click();
  await page.getByRole('grid', { name: 'Queue' }).waitFor();
}

/** No closure and no switch, so that what is due depends on the days alone. */
async function clearClosures(part: Locator): Promise<void> {
  for (const left of [
    part.getByRole('button', { name: /^Remove closure/ }),
    part.getByRole('switch', { checked: true }),
  ]) {
    while ((await left.count()) > 0) await left.first().press('Space');
  }
}

/** Nothing for axe to find, and a picture where pictures are asked for. */
async function look(page: Page, part: Locator, name: string): Promise<void> {
  const shots = process.env.COUNTERSIGN_SCREENSHOTS;
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await part.scrollIntoViewIfNeeded();
    for (const [colorScheme, width, height] of [
      ['dark', 1920, 1080],
      ['light', 1920, 1080],
      ['dark', 1366, 768],
      ['light', 1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(shots, `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`) });
    }
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
}
