import { readdirSync } from 'node:fs';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInPacks } from '../../../../electron/services/packs/built-in-packs.ts';
import { exportPlan } from '../../../../electron/services/plans/export-plan.ts';
import { viewPlan } from '../../../../electron/services/plans/plan-view.ts';
import { editPlan, removeWork } from '../../../../electron/services/plans/plans.ts';
import { editCentre } from '../../../../electron/services/workspace/edit-centre.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import { LOST } from '../../../../shared/model/pack.ts';
import { hasLibreOffice, textsInLibreOffice } from '../../../support/libre-office/texts-in-libre-office.ts';
import { chosenFolder } from '../../../support/people.ts';
import { addWork, plannedDiploma, show } from '../../../support/planning.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { afterFile } from '../../../support/temporary-folder.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { complaints, placedText, readAloud } from '../../exports/pdf/pdf-tools.ts';

const PLAN = plannedDiploma();
const PRODUCTS = 'physical products of work (such as reports, plans, correspondence etc)';
const day = (date: string) => date as CivilDate;
const one = (text: string) => text.replace(/\s+/g, ' ');
/** The lines of a placed text, each with its gaps closed. */
const linesOf = (text: string) => text.split('\n').map((line) => one(line).trim());

function written(workspace: Workspace, to = chosenFolder(), of = PLAN) {
  const input = { ...of, formats: ['pdf' as const, 'docx' as const], destination: to.token() };
  return exportPlan(workspace, to.destinations, input);
}

async function files(workspace: Workspace, to = chosenFolder(), of = PLAN) {
  const names = answer(await written(workspace, to, of)).files.map((file) => file.name);
  const [pdf, docx] = names.map((name) => to.read(name));
  return { names, pdf: present(pdf), docx: present(docx) };
}

describe('a plan as PDF and DOCX', () => {
  const afterwards = afterFile();
  let workspace: Workspace;
  let made: Awaited<ReturnType<typeof files>>;
  let placed: string;
  /** The DOCX from its beginning to its end. */
  let words: string;

  beforeAll(async () => {
    workspace = (await temporaryWorkspace({ afterwards })).now();
    const head = { programme: 'Autumn 2026, day release', agreedWith: 'Ada Wren', agreedOn: day('2026-09-30') };
    answer(editPlan(workspace, { ...PLAN, ...head }));
    const interview = addWork(workspace, {
      title: 'Interview with the line manager',
      kind: { code: 'witness-testimony' },
      from: null,
      to: null,
    });
    const early = { from: day('2026-09-14'), to: day('2026-09-30') };
    const dropped = addWork(workspace, { title: 'Dropped', ...early });
    const account = addWork(workspace, { title: 'Account 📊', kind: { text: 'recorded call' }, ...early });
    const report = addWork(workspace);
    show(workspace, interview, 'ML58', ['1.2', '2.1']);
    show(workspace, account, 'ML58', ['2.1']);
    show(workspace, dropped, 'ML58', ['1.1']);
    show(workspace, report, 'ML56', ['1.1']);
    answer(removeWork(workspace, { ...PLAN, work: dropped.id }));
    made = await files(workspace, chosenFolder(afterwards));
    placed = placedText(made.pdf);
    words = one((await mammoth.extractRawText({ buffer: made.docx })).value);
  });

  it('says whose plan it is, for what, and with whom it was agreed', () => {
    for (const line of [
      'Centre number: 012345 Centre name: Fernhollow Training Centre',
      'Programme: Autumn 2026, day release',
      'Agreed with: Ada Wren Agreed on: 30 Sep 2026',
    ]) {
      expect(linesOf(placed)).toContain(line);
    }
    expect(one(placed)).toContain(
      'Qualification: CMI Level 7 NVQ Diploma in Strategic Management and Leadership (601/3778/2)',
    );
  });

  it('lists the pieces of work in the source’s words for their types, those taken out left out', () => {
    expect(words.slice(words.indexOf('Pieces of work'), words.indexOf('Coverage'))).toBe(
      `Pieces of work Work Title Type of evidence When W1 Interview with the line manager witness testimony no date yet W3 Account � recorded call 14 Sep 2026 to 30 Sep 2026 W4 Operational plan of the department ${PRODUCTS} 5 Oct 2026 to 18 Dec 2026 `,
    );
  });

  it('shows by which pieces of work each criterion is shown, and says plainly which are not', () => {
    const unit = present(answer(viewPlan(workspace, PLAN)).units.find((found) => found.code === 'ML58'));
    const lines = linesOf(placed);
    const from = lines.lastIndexOf(`M&L 58 ${unit.title}`);
    const rows = lines.slice(
      from,
      lines.findLastIndex((line) => line.startsWith('M&L 67 ')),
    );
    const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria.map((criterion) => criterion.number));
    const cellOf = (number: string) =>
      /(?:W\d+(?:, W\d+)*|Not covered)$/.exec(present(rows.find((row) => row.startsWith(`${number} `))))?.[0];
    expect(Object.fromEntries(criteria.map((number) => [number, cellOf(number)]))).toEqual({
      ...Object.fromEntries(criteria.map((number) => [number, 'Not covered'])),
      '1.2': 'W1',
      '2.1': 'W1, W3',
    });
    expect(one(rows.join(' '))).toContain(
      'MANDATORY GROUP A. Level 7, 5 credits. Assessed by W1, W3. 14 of its 16 criteria are not covered: 1.1, 1.3,',
    );
  });

  it('has every unit and every criterion of the qualification, and counts them', () => {
    const { units } = answer(viewPlan(workspace, PLAN));
    for (const unit of units) expect(words).toContain(one(`${unit.number} ${unit.title}`));
    const criteria = units.flatMap((unit) => unit.outcomes.flatMap((outcome) => outcome.criteria));
    const missing = criteria.filter(({ number, text }) => !words.includes(one(`${number} ${text}`)));
    expect(missing).toEqual([]);
    expect(words).toContain(
      `Covered by a piece of work: 3 of ${criteria.length} criteria. Not covered: ${criteria.length - 3}. Units without any piece of work: 16 of 18.`,
    );
    // In each row, and once in the head and once in the sentence of the table that counts.
    expect(words.split('Not covered').length - 1).toBe(criteria.length - 3 + 2);
    expect(words).toContain(`${LOST} stands where words are lost in the source.`);
    const lost = criteria.filter((criterion) => criterion.reading?.wording === 'lost');
    expect(lost.length).toBeGreaterThan(0);
    for (const { text } of lost) expect(words).toContain(`${one(text)} Words lost`);
  });

  it('gives the schedule by date, what has no date last', () => {
    expect(words.slice(words.indexOf('Schedule When'), words.indexOf('Matrix '))).toBe(
      'Schedule When Work Units and criteria 14 Sep 2026 to 30 Sep 2026 W3 Account � M&L 58: 2.1 5 Oct 2026 to 18 Dec 2026 W4 Operational plan of the department M&L 56: 1.1 no date yet W1 Interview with the line manager M&L 58: 1.2, 2.1 ',
    );
  });

  it('names the pack by code, version and digest on its last page, and says that nobody signed it', () => {
    expect(one(placed)).toContain('Signed: no. This is a working document; it shows the plan as it stood');
    expect(one(placed)).toMatch(/Pack: cmi-7d27v2 \d+\.\d+\.\d+ /);
    expect(one(placed)).toContain(`Pack digest (SHA-256): ${PLAN.pack}`);
    expect(placed.match(/Working document, not signed/g)?.length).toBe(placed.split('\f').length - 1);
  });

  it('is a PDF that qpdf finds nothing wrong with', () => expect(complaints(made.pdf)).toBe(''));

  it('has every criterion on the pages too', () => {
    const { units } = answer(viewPlan(workspace, PLAN));
    const pages = linesOf(placed);
    for (const unit of units) {
      for (const { number, text } of unit.outcomes.flatMap((outcome) => outcome.criteria)) {
        const start = text.split(' ').slice(0, 3).join(' ');
        expect(pages.some((line) => line.startsWith(`${number} ${start}`))).toBe(true);
      }
    }
  });
});

it.skipIf(!hasLibreOffice)(
  'has the same words in both formats, as a screen reader and LibreOffice read them',
  async () => {
    const workspace = (await temporaryWorkspace()).now();
    const { digest } = present(builtInPacks().find((pack) => pack.code === 'cmi-public-service'));
    const of = { pack: digest, qualification: 'award' };
    const [unit] = answer(viewPlan(workspace, of)).units;
    const report = addWork(workspace, { kind: { text: 'report' } }, of);
    show(workspace, report, present(unit).code, ['1.1'], of);
    const { pdf, docx } = await files(workspace, chosenFolder(), of);
    const read = one(textsInLibreOffice([docx])[0] ?? '').replace('\ufeff', '');
    expect(read).toContain('Not covered');
    expect(read.trim()).toBe(one(readAloud(pdf)));
  },
);

describe('writing a plan', () => {
  it('says that there is none before a piece of work is entered, and writes nothing', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const to = chosenFolder();
    expect(refusal(await written(workspace, to))).toEqual({ code: 'plan-missing' });
    answer(editPlan(workspace, { ...PLAN, programme: 'Autumn', agreedWith: '', agreedOn: null }));
    expect(refusal(await written(workspace, to))).toEqual({ code: 'plan-missing' });
    expect(readdirSync(to.folder)).toEqual([]);
  });

  it('gives its files names that every system takes, and never replaces one', async () => {
    const workspace = (await temporaryWorkspace()).now();
    answer(editCentre(workspace, { number: '01/23:45', name: 'A?' }));
    const programme = `Autumn <2026> / ${'é'.repeat(150)}`;
    answer(editPlan(workspace, { ...PLAN, programme, agreedWith: '', agreedOn: null }));
    addWork(workspace);
    const to = chosenFolder();
    const [pdf, docx] = answer(await written(workspace, to)).files.map((file) => file.name);
    expect(pdf).toMatch(/^Assessment plan 01_23_45 601_3778_2 Autumn _2026_ _ é+ 2026-11-22\.pdf$/);
    expect(docx).toBe(pdf?.replace(/pdf$/, 'docx'));
    expect(Buffer.byteLength(present(docx))).toBeLessThanOrEqual(240);
    addWork(workspace, { title: 'Another' });
    const first = to.read(present(pdf));
    const again = answer(await written(workspace, to)).files.map((file) => file.name);
    expect(again[0]).toBe(pdf?.replace('.pdf', ' copy 2.pdf'));
    expect(to.read(present(pdf)).equals(first)).toBe(true);
  });

  it('says what is not entered yet, instead of leaving it out', async () => {
    const workspace = (await temporaryWorkspace()).now();
    addWork(workspace);
    const text = one(placedText((await files(workspace)).pdf));
    expect(text).toContain('Programme: not entered');
    expect(text).toContain('Agreed with: not entered Agreed on: not agreed yet');
    expect(text).toContain('no criteria yet');
  });
});
