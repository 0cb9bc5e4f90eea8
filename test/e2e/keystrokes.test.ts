import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addLearner, firstStart, takeInAndMark } from './desk-steps.ts';
import { demoScript, PASSPHRASE, type Session, startSession } from './support.ts';

const readme = readFileSync(resolve(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const LEARNER = 'Jo Field (demo)';
/** What is typed into the four sections of the sheet: the mark of each is above its minimum. */
const SECTIONS = [
  { strengths: 'The depot and your part in it are clear.', improvements: 'Name who asked for the review.', mark: '8' },
  { strengths: 'Six people gave feedback, and you sorted it.', improvements: 'Ask your own manager too.', mark: '21' },
  { strengths: 'You judge your own part without excuses.', improvements: 'Set it against one model.', mark: '19' },
  { strengths: 'Every action has a day and an owner.', improvements: 'Say how you will know.', mark: '24' },
] as const;

/** A keyboard that counts the keys that are pressed for the app: what is typed as feedback, mark or passphrase is not. */
function counting(page: Page) {
  const counted = { presses: 0 };
  return {
    counted,
    type: (text: string) => page.keyboard.type(text),
    press: async (keys: string) => {
      counted.presses += 1;
      await page.keyboard.press(keys);
    },
  };
}

describe('a whole sheet by keyboard', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    const { page } = session;
    await firstStart(page);
    await addLearner(page, LEARNER, 'FHD1042');
    await takeInAndMark(page, LEARNER, demoScript('A Okafor-FHD1042-012345-8316-603(1).pdf'), {
      qualification: /^Level 6 Diploma/,
      assessment: 'Reflective Review: 602',
    });
    await page.getByRole('group', { name: 'Page 1' }).getByText(/depot/i).first().waitFor();
  }, 120_000);
  afterAll(() => session.end());

  it('takes from the opened desk to the signed sheet as many key presses as the README says', {
    timeout: 120_000,
  }, async () => {
    const { page } = session;
    const { counted, type, press } = counting(page);
    for (const [index, { strengths, improvements, mark }] of SECTIONS.entries()) {
      // The section, the page of the script that it is about, and that it was seen there.
      await press(`Alt+${index + 1}`);
      if (index > 0) await press('Alt+Shift+PageDown');
      await press('Alt+p');
      await page
        .getByRole('tabpanel')
        .getByText(`p ${index + 1}`, { exact: true })
        .waitFor();
      await press('Alt+s');
      await type(strengths);
      await press('Alt+i');
      await type(improvements);
      await press('Alt+m');
      await type(mark);
    }
    await press('Alt+r');
    const rehearsal = page.getByRole('region', { name: 'Rehearsal' });
    await expect.poll(() => rehearsal.innerText()).toContain('Nothing stands in the way of signing this sheet.');
    await press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Passphrase').waitFor();
    while (!(await dialog.getByLabel('Passphrase').evaluate((field) => field === document.activeElement))) {
      await press('Tab');
    }
    await type(PASSPHRASE);
    await press('Enter');
    await page
      .getByText(/^Signed \d+ \w+ 20\d\d/)
      .first()
      .waitFor();

    const sheet = await page.getByRole('main').innerText();
    expect(sheet).toMatch(/Total\s*72\s*of 100\s*Pass/);
    expect(session.complaints).toEqual([]);
    expect({ presses: counted.presses }).toEqual({ presses: pressesInReadme() });
  });
});

/** "takes **26** key presses" of the README's section on keys. */
function pressesInReadme(): number {
  return Number(/takes \*\*(\d+)\*\* key presses/.exec(readme)?.[1]);
}
