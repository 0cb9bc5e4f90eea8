import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSPHRASE, type Session, startSession } from './support.ts';

const DIPLOMA = 'Level 6 Diploma in Management';
let session: Session;
beforeAll(async () => {
  session = await startSession({ demo: true });
}, 120_000);
afterAll(() => session.end());

it('enrols a learner whose 603 is signed, judges the choice as it is ticked, and lists the award with the cohort', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  const screens = page.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('button', { name: 'Learners' }).click();
  await page.getByRole('gridcell', { name: 'Amira Okafor (demo)' }).click();

  const progress = page.getByRole('region', { name: 'Progress', exact: true });
  await progress.getByRole('combobox', { name: 'Qualification to enrol for' }).click();
  await page.getByRole('option', { name: DIPLOMA }).click();
  await progress.getByRole('button', { name: 'Enrol' }).click();
  const rules = progress.getByRole('table', { name: `Rules of ${DIPLOMA}` });
  const rule = (wording: RegExp) => rules.getByRole('row', { name: wording }).getByRole('cell');
  const fromA = rule(/12 credits from Group A/);
  await fromA.first().waitFor();
  expect(await fromA.allInnerTexts()).toEqual([
    expect.stringMatching(/^Not yet\s+0 of 12 credits, 12 to go$/),
    expect.stringMatching(/^Not yet\s+0 of 12 credits, 12 to go$/),
  ]);

  // What was signed as a Pass counts as achieved once it is chosen.
  const group = (name: string) => progress.getByRole('group', { name });
  const unit = (name: string, code: string) =>
    group(name).getByRole('checkbox', { name: new RegExp(`^8316-${code} `) });
  await unit('Group A', '603').check();
  await group('Group A')
    .getByRole('listitem')
    .filter({ hasText: /^8316-603/ })
    .getByText('Achieved')
    .waitFor();
  expect(await fromA.first().innerText()).toMatch(/6 of 12 credits, 6 to go/);

  // A condition turns as the unit is ticked, for the choice and not for what is achieved.
  await unit('Group A', '602').check();
  await fromA.nth(1).getByText('Holds').waitFor();
  expect(await fromA.nth(1).innerText()).toMatch(/12 of 12 credits/);
  expect(await fromA.first().innerText()).toMatch(/^Not yet/);

  // In both groups: refused, with what to do about it.
  await unit('Group B', '602').click();
  expect(await progress.getByRole('alert').innerText()).toMatch(/8316-602 is chosen twice.*counts once/);
  expect(await unit('Group B', '602').isChecked()).toBe(false);
  expect(await unit('Group A', '602').isChecked()).toBe(true);

  // One click takes a smallest set, and the choice is complete.
  await progress
    .getByRole('list', { name: 'Smallest sets' })
    .getByRole('button', { name: /^Take / })
    .first()
    .click();
  await progress.getByText('The units chosen complete the award once all are achieved.').waitFor();

  // Prior learning is not believed without its evidence.
  await progress.getByRole('combobox', { name: 'How 8316-602 is achieved' }).selectOption('rpl');
  await progress.getByRole('button', { name: 'Save the choice of units' }).click();
  await progress.getByRole('alert').filter({ hasText: '8316-602 is said to be achieved already' }).waitFor();
  await progress.getByRole('textbox', { name: 'Evidence for 8316-602' }).fill('Certificate of 2024, copy on file');
  await fromA.first().getByText('Holds').waitFor();
  await progress.getByRole('button', { name: 'Save the choice of units' }).click();
  await progress.getByRole('button', { name: 'Withdraw the enrolment' }).waitFor();

  await page.getByRole('button', { name: 'Close the learner' }).click();
  await screens.getByRole('button', { name: 'Progress' }).click();
  await page.getByRole('combobox', { name: 'Qualification' }).click();
  await page.getByRole('option', { name: DIPLOMA }).click();
  const row = page.getByRole('row', { name: /Amira Okafor/ });
  await row.getByText('Units chosen').waitFor();
  expect(await row.getByRole('gridcell').allInnerTexts()).toEqual(
    expect.arrayContaining(['12', expect.stringMatching(/^\d of 4$/)]),
  );

  // The row leads back to the learner, whose choice is as it was saved.
  await row.click();
  await unit('Group A', '602').waitFor();
  expect(await unit('Group A', '602').isChecked()).toBe(true);
  expect(await progress.getByRole('textbox', { name: 'Evidence for 8316-602' }).inputValue()).toBe(
    'Certificate of 2024, copy on file',
  );
  expect(complaints).toEqual([]);
});
