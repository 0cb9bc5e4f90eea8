import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE, type Session, startSession } from './support.ts';

/** A sheet that the demo's assessor signed, and exported. */
const SHEET = 'A Okafor-FHD1042-012345-8316-603(1)';
/** Verifying starts a program of its own; the machine may be busy. */
const SLOW = 60_000;

type Reached = { readonly name: string; readonly reach: (page: Page, folder: string) => Promise<void> };

/** Every screen, how a person gets there, and what shows that it is there. */
const SCREENS: readonly Reached[] = [
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
  {
    name: 'learner, progress',
    reach: async (page) => {
      await page.getByRole('gridcell', { name: 'Amira Okafor (demo)' }).click();
      const progress = page.getByRole('region', { name: 'Progress', exact: true });
      await progress.getByRole('combobox', { name: 'Qualification to enrol for' }).click();
      await page.getByRole('option', { name: 'Level 6 Diploma in Management' }).click();
      await progress.getByRole('button', { name: 'Enrol' }).click();
      const groups = (group: string) => progress.getByRole('group', { name: group });
      await groups('Group A')
        .getByRole('checkbox', { name: /^8316-603/ })
        .check();
      await progress.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'learner, units',
    reach: async (page) => {
      const progress = page.getByRole('region', { name: 'Progress', exact: true });
      await progress
        .getByRole('group', { name: 'Group A' })
        .getByRole('checkbox', { name: /^8316-602/ })
        .check();
      await progress.getByRole('combobox', { name: 'How 8316-602 is achieved' }).selectOption('rpl');
      await progress
        .getByRole('group', { name: 'Group B' })
        .getByRole('checkbox', { name: /^8316-603/ })
        .click();
      await progress.getByRole('alert').waitFor();
      await progress.getByRole('group', { name: 'Group A' }).evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'progress',
    reach: async (page) => {
      await go(page, 'Progress', /Progress/);
      await page.getByRole('combobox', { name: 'Qualification' }).click();
      await page.getByRole('option', { name: 'Level 6 Diploma in Management' }).click();
      await page.getByRole('row', { name: /Amira Okafor/ }).waitFor();
    },
  },
  {
    name: 'portfolio, empty',
    reach: async (page) => {
      await page.getByRole('row', { name: /Amira Okafor/ }).click();
      const way = page.getByRole('region', { name: 'Portfolio' });
      await way.getByRole('combobox').click();
      await page.getByRole('option', { name: /Strategic Management and Leadership/ }).click();
      await way.getByRole('button', { name: 'Open the portfolio' }).click();
      await page.getByRole('heading', { name: 'No evidence yet' }).waitFor();
    },
  },
  {
    name: 'add evidence',
    reach: async (page) => {
      await page.keyboard.press('Alt+n');
      const dialog = page.getByRole('dialog', { name: 'Add evidence' });
      await dialog.getByRole('combobox', { name: 'Type' }).click();
      await page.getByRole('option', { name: 'witness testimony' }).click();
      await dialog.getByRole('button', { name: 'Add the evidence' }).click();
      await dialog.getByText('Enter the witness’s name').waitFor();
    },
  },
  {
    name: 'portfolio',
    reach: async (page) => {
      const dialog = page.getByRole('dialog', { name: 'Add evidence' });
      const fields = ['Title', 'Name of the witness', 'Role', 'Relation to the learner', 'Statement'];
      for (const name of fields) await dialog.getByRole('textbox', { name, exact: true }).fill(`${name} (demo)`);
      await dialog.getByRole('textbox', { name: 'Stated on' }).fill('20 Nov 2026');
      await dialog.getByRole('button', { name: 'Add the evidence' }).click();
      await dialog.waitFor({ state: 'detached' });
      const cell = page.getByRole('gridcell', { name: /, E1: / }).first();
      await cell.click();
      await page.keyboard.press('Space');
      await page.getByText(/^1 of \d+ criteria have evidence/).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: /^Place in E1/ }).fill('p 3');
    },
  },
  {
    name: 'comment bank',
    reach: async (page) => {
      await go(page, 'Settings', /Settings/);
      await page.getByRole('button', { name: 'Open the comment bank' }).click();
      await page.getByRole('searchbox', { name: 'Search the bank' }).fill('second option');
      await page.getByRole('row', { name: /Cost the second option/ }).click();
      await page.getByRole('form', { name: 'Edit the statement' }).waitFor();
    },
  },
  { name: 'qualifications', reach: (page) => go(page, 'Qualifications', /Qualifications/) },
  {
    name: 'assessment plan, empty',
    reach: async (page) => {
      await page.getByRole('combobox', { name: 'Pack' }).click();
      await page.getByRole('option', { name: /7D27V2/ }).click();
      await page.getByRole('button', { name: 'Assessment plan' }).click();
      await page.getByText('No piece of work yet').waitFor();
    },
  },
  {
    name: 'a piece of work that lacks something',
    reach: async (page) => {
      await page.keyboard.press('Alt+n');
      const dialog = page.getByRole('dialog', { name: 'Add a piece of work' });
      await dialog.getByRole('button', { name: 'Add the piece of work' }).click();
      await dialog.getByText('Choose a type from the list').waitFor();
    },
  },
  {
    name: 'assessment plan',
    reach: async (page) => {
      const dialog = page.getByRole('dialog', { name: 'Add a piece of work' });
      await dialog.getByRole('textbox', { name: 'Title' }).fill('Operational plan of the department');
      await dialog.getByRole('combobox', { name: 'Type' }).click();
      await page.getByRole('option', { name: 'witness testimony' }).click();
      await dialog.getByRole('button', { name: 'Add the piece of work' }).click();
      const cell = page.getByRole('gridcell', { name: /, W1: / }).first();
      await cell.click();
      await page.keyboard.press('Space');
      await page.getByRole('gridcell', { name: /, W1: shown$/ }).waitFor();
    },
  },
  { name: 'settings', reach: (page) => go(page, 'Settings', /Settings/) },
  { name: 'settings, register', reach: (page) => scrollTo(page, 'Register', /^Edition/) },
  { name: 'settings, due dates', reach: (page) => scrollTo(page, 'Due dates', /from receipt \(source\)/) },
  { name: 'settings, audit chain', reach: (page) => scrollTo(page, 'Audit chain', /Whole: all/) },
  {
    name: 'renew the certificate',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Renew the certificate' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'checks, empty',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await go(page, 'Checks', /Sheets that came in/);
      await page.getByText('No sheet has come in yet').waitFor();
    },
  },
  {
    name: 'verify, empty',
    reach: async (page) => {
      await go(page, 'Verify', /Files/);
      await page.getByText('Find out what a file proves').waitFor();
    },
  },
  {
    name: 'verify',
    reach: (page, folder) => verify(page, [join(folder, 'demo', `${SHEET}.pdf`)], 'Intact'),
  },
  {
    name: 'verify, altered',
    reach: (page, folder) => {
      const bytes = readFileSync(join(folder, 'demo', `${SHEET}.pdf`));
      const at = bytes.indexOf('/Title') + 12;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(join(folder, 'altered.pdf'), bytes);
      return verify(page, [join(folder, 'altered.pdf'), join(folder, 'demo', `${SHEET}.docx`)], 'Altered');
    },
  },
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
    name: 'history of a field',
    reach: async (page) => {
      await page.keyboard.press('Alt+1');
      await page.keyboard.press('Alt+s');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('The theory is set out first.');
      await page.keyboard.press('Alt+h');
      await page.getByRole('dialog').locator('del').first().waitFor();
    },
  },
  {
    name: 'rehearsal',
    reach: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Close the history' }).click();
      await page.keyboard.press('Control+z');
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

/** What the demo's lead IQA sees, who checked the first sheet, and has not seen the others. */
const IQA_SCREENS: readonly Reached[] = [
  { name: 'checks', reach: (page) => go(page, 'Checks', /Sheets that came in/) },
  {
    name: 'a check that is signed',
    reach: async (page) => {
      await page.getByRole('row', { name: /Amira Okafor/ }).click();
      await sheetIsThere(page);
    },
  },
  {
    name: 'a check to be made',
    reach: async (page, folder) => {
      await go(page, 'Checks', /Sheets that came in/);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Open a signed sheet' }).click();
      await (await chooser).setFiles(join(folder, 'demo', 'T Bielak-FHA2217-012345-8316-602(1).pdf'));
      await sheetIsThere(page);
    },
  },
  {
    name: 'a check with another outcome',
    reach: async (page) => {
      const marks = page.getByRole('textbox', { name: /^QA mark, / });
      for (const [at, mark] of ['8', '23', '22', '15'].entries()) await marks.nth(at).fill(mark);
      await page.getByText(/The QA marks come to Pass/).waitFor();
    },
  },
  {
    name: 'sign as IQA',
    reach: async (page) => {
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'settings of the lead IQA',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await go(page, 'Settings', /Settings/);
      await scrollTo(page, 'Register', /Edition/);
    },
  },
  {
    name: 'a new edition',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Edit and sign a new edition' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

describe.each([
  { width: 1366, height: 768, scheme: 'light' as const },
  { width: 1920, height: 1080, scheme: 'dark' as const },
])('every screen at $width x $height, $scheme', ({ width, height, scheme }) => {
  let session: Session;
  let iqa: Session;
  const shots = process.env.COUNTERSIGN_SCREENSHOTS;

  beforeAll(async () => {
    session = await startSession({ demo: true, width, height });
    iqa = await startSession({ workspace: join(session.folder, 'workspaces', 'iqa'), width, height });
    for (const { page } of [session, iqa]) await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  }, 240_000);
  afterAll(async () => {
    await iqa.end();
    await session.end();
  });

  it('finds nothing to mend on the way in', async () => {
    const { page } = session;
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    await look(page, 'unlock');
    await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Queue' }).waitFor();
  });

  it.each(SCREENS)('finds nothing to mend on $name', { timeout: 2 * SLOW }, async ({ name, reach }) => {
    await reach(session.page, session.folder);
    await look(session.page, name);
  });

  it('lets the IQA in', async () => {
    await iqa.page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
    await iqa.page.keyboard.press('Enter');
    await iqa.page.getByRole('heading', { name: 'Queue' }).waitFor();
  });

  it.each(IQA_SCREENS)('finds nothing to mend on $name', { timeout: 2 * SLOW }, async ({ name, reach }) => {
    await reach(iqa.page, session.folder);
    await look(iqa.page, name);
  });

  it('asked for nothing that its policy refuses', () => {
    expect([...session.complaints, ...iqa.complaints]).toEqual([]);
  });

  async function look(page: Page, name: string): Promise<void> {
    // Nothing is judged while it is still fading in.
    await page.waitForTimeout(300);
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name.replaceAll(/[ ,]+/g, '-')}-${width}-${scheme}.png`) });
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

/** Brings a part of a long page to the top. */
async function scrollTo(page: Page, section: string, ready: RegExp): Promise<void> {
  const part = page.getByRole('region', { name: section, exact: true });
  await part.getByText(ready).first().waitFor({ timeout: SLOW });
  await part.evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

async function verify(page: Page, files: string[], verdict: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).first().click();
  await (await chooser).setFiles(files);
  const [first = ''] = files;
  const file = page.getByRole('region', { name: basename(first) });
  await file.getByText(verdict, { exact: true }).first().waitFor({ timeout: SLOW });
}

/** The sheet as data, and its PDF beside it. */
async function sheetIsThere(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Places to sign' }).waitFor({ timeout: SLOW });
  await page
    .getByRole('group', { name: 'Page 1' })
    .getByText(/MARK SHEET/)
    .first()
    .waitFor({ timeout: SLOW });
}
