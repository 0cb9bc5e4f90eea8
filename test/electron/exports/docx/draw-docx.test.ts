import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import type { FormDocument } from '../../../../shared/documents/document.ts';
import { documentWords } from '../../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import type { DraftSheet } from '../../../../shared/model/mark-sheet.ts';
import { fullSheetOf, itemOf, judgedSheetOf, levelledSheetOf } from '../../../shared/documents/evidence-sheets.ts';
import {
  criterion,
  digestOf,
  entry,
  scheme602,
  schemeByCriterion,
  schemeMet,
  section,
  sheetOf,
} from '../../../shared/documents/sheets.ts';

const run = promisify(execFile);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docx-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const others = sheetOf().sections.slice(1);
const withFeedback = (strengths: string, improvements = '') =>
  sheetOf({ sections: [entry('context', 7, { strengths, improvements }), ...others] });
const attempt = sheetOf().attempt;

const sheets: Readonly<Record<string, DraftSheet>> = {
  'a pass': sheetOf(),
  'a referral of a second revision': sheetOf({
    revision: 2,
    supersedes: { revision: 1, digest: digestOf('3'), reason: 'A page was missed' },
    attempt: { ...attempt, number: 2, standardisationRefused: true },
    decision: {
      outcome: 'referral',
      total: 48,
      referred: [{ section: 'plan', reason: 'below-minimum', mark: 11, minimum: 15 }],
      totalShort: { total: 48, needed: 50 },
    },
  }),
  '20,000 characters of feedback': withFeedback('Twenty characters! \n'.repeat(1000).trimEnd(), 'Word '.repeat(4000)),
  'text without a space': withFeedback('x'.repeat(3000)),
  'bullets, bold words and quotations': withFeedback('A **costed** plan\n- first\n- **second**\n> [3] “said” (p 4)'),
  'right-to-left paragraphs among others': withFeedback('هذا تقييم جيد\nEnglish again\nזה טוב מאוד'),
  'XML in the feedback': withFeedback(`<b>&amp;</b> ]]> "quoted" 'so' \u0001 tab\there`),
  'a learner of 200 characters': sheetOf({ learner: { ...sheetOf().learner, name: 'Name '.repeat(40).trim() } }),
  'marks by criterion': sheetOf({
    scheme: schemeByCriterion,
    sections: [entry('only', null, { criteria: [criterion('c1', { mark: 6, seen: ['p 2'] })] })],
  }),
  'criteria met': sheetOf({
    scheme: schemeMet,
    sections: [entry('lo1', null, { criteria: [criterion('c1', { met: 'achieved' })] })],
    decision: { outcome: 'pass', total: null },
  }),
  'criteria judged on 40 pieces of evidence with long notes': fullSheetOf(40),
  'levels beside the criteria': levelledSheetOf(3),
};

/** The words that LibreOffice reads out of a DOCX, its own bullets aside. */
async function wordsInWriter(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  await writeFile(join(folder, `${name}.docx`), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const format = ['--convert-to', 'txt:Text (encoded):UTF8'];
  await run('soffice', [profile, '--headless', ...format, '--outdir', folder, join(folder, `${name}.docx`)]);
  return words(await readFile(join(folder, `${name}.txt`), 'utf8'));
}

function words(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== '\u2022');
}

/** One part of a DOCX, as text. */
function part(bytes: Uint8Array, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (found: yauzl.Entry) => {
        if (found.fileName !== name) return zip.readEntry();
        zip.openReadStream(found, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        });
      });
      zip.on('end', () => reject(new Error(`${name} is not in the file`)));
      zip.readEntry();
    });
  });
}

const signed = (sheet: DraftSheet): FormDocument => markSheetDocument({ sheet, digest: digestOf('1') });

const libreOffice = spawnSync('soffice', ['--version']).status === 0;

describe('the words of the file are those of the document', () => {
  test.each(Object.keys(sheets))('%s', async (name) => {
    const document = signed(sheets[name] ?? sheetOf());
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await drawDocx(document)) });
    expect(words(value)).toEqual(documentWords(document));
  });
});

describe.skipIf(!libreOffice)('LibreOffice opens it and reads the document word for word', () => {
  test.each(Object.keys(sheets))('%s', async (name) => {
    const document = signed(sheets[name] ?? sheetOf());
    const read = await wordsInWriter(await drawDocx(document), `sheet-${Object.keys(sheets).indexOf(name)}`);
    expect(read).toEqual(documentWords(document));
  });
});

describe('the file', () => {
  test('is the same bytes for the same sheet', async () => {
    expect(await drawDocx(signed(sheetOf()))).toEqual(await drawDocx(signed(sheetOf())));
  });

  test('repeats the head of the criteria table and lets its long rows break over pages', async () => {
    const xml = await part(await drawDocx(signed(withFeedback('Long. '.repeat(500)))), 'word/document.xml');
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const head = rows.filter((one) => one.includes('Areas for Improvement'));
    expect(head).toHaveLength(1);
    expect(head[0]).toContain('<w:tblHeader/>');
    const long = rows.find((one) => one.includes('Long.')) ?? '';
    expect(long).not.toMatch(/<w:cantSplit\/>|<w:cantSplit w:val="true"/);
  });

  test('holds the rows of the decision together, so that no signature stands on a page of its own', async () => {
    const xml = await part(await drawDocx(signed(sheetOf())), 'word/document.xml');
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const held = (words: string) => rows.find((one) => one.includes(words))?.includes('<w:keepNext/>');
    expect(held('Section referral')).toBe(true);
    expect(held('IQA signature:')).toBe(true);
    expect(held('ILM EV signature:')).toBe(false);
    expect(held('Strength in feedback.')).toBe(false);
  });

  test('holds an outcome to its first criterion, and lets a criterion with many references run on', async () => {
    const base = judgedSheetOf();
    const evidence = Array.from({ length: 200 }, (_, index) => itemOf(index + 1));
    const [first, ...others] = base.sections;
    const [many, ...few] = first?.criteria ?? [];
    if (!first || !many) throw new Error('No criterion');
    const references = evidence.map((item) => ({ evidence: item.id, place: `p ${item.number}` }));
    const criteria = [{ ...many, evidence: references }, ...few];
    const sheet = { ...base, evidence, sections: [{ ...first, criteria }, ...others] };
    const xml = await part(await drawDocx(signed(sheet)), 'word/document.xml');
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const rowOf = (words: string) => rows.find((one) => one.includes(words)) ?? '';
    expect(rowOf('1 Be able to do the work').match(/<w:keepNext\/>/g)).toHaveLength(5);
    expect(rowOf('1.1 Show that')).not.toMatch(/<w:keepNext\/>|<w:cantSplit\/>|<w:cantSplit w:val="true"/);
    expect(rowOf('1.2 Show that')).toMatch(/<w:cantSplit/);
  });

  test('is A4 in British English, with title, author and the time of signing in its properties', async () => {
    const bytes = await drawDocx(signed(sheetOf()));
    expect(await part(bytes, 'word/document.xml')).toContain('w:w="11906" w:h="16838"');
    expect(await part(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    const properties = await part(bytes, 'docProps/core.xml');
    expect(properties).toContain(
      '<dc:title>MARK SHEET: REFLECTIVE REVIEW: 602, Rhys Jones (ABC123), attempt 1</dc:title>',
    );
    expect(properties).toContain('<dc:creator>Morgan Vale (demo)</dc:creator>');
    expect(properties).toContain('2026-11-22T14:02:03Z');
  });

  test('says page n of m and what identifies the sheet at the foot of every page', async () => {
    const foot = await part(await drawDocx(signed(sheetOf())), 'word/footer1.xml');
    expect(foot).toMatch(/PAGE<\/w:instrText>.*NUMPAGES<\/w:instrText>/s);
    for (const line of signed(sheetOf()).footer) expect(foot).toContain(line);
  });

  test('turns only the paragraphs that read from the right', async () => {
    const bytes = await drawDocx(signed(withFeedback('هذا تقييم جيد\nEnglish again\nזה טוב מאוד')));
    const paragraphs = (await part(bytes, 'word/document.xml')).match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const turned = paragraphs.filter((one) => one.includes('<w:bidi/>'));
    expect(turned).toHaveLength(2);
    expect(turned.join('')).not.toContain('English');
  });

  test('names every empty place for a screen reader, and gives the tables their summaries', async () => {
    const xml = await part(await drawDocx(signed(sheetOf())), 'word/document.xml');
    for (const name of [
      'QA mark, Context',
      'Quality assurance use, Outcome',
      'ILM EV signature',
      'Date of IQA check',
    ]) {
      expect(xml).toContain(`<w:alias w:val="${name}"/>`);
    }
    expect(xml.match(/<w:tblCaption /g)).toHaveLength(5);
    expect(xml).toContain('QA mark, Collect and analyse feedback on own managerial practice');
  });

  test('keeps the title of a place within what Word takes', async () => {
    const scheme = { ...scheme602, sections: [section('long', 'A heading of some length '.repeat(6), 10, 5)] };
    const xml = await part(await drawDocx(signed(sheetOf({ scheme }))), 'word/document.xml');
    const titles = [...xml.matchAll(/<w:(?:alias|tag) w:val="([^"]*)"/g)].map((found) => found[1]?.length ?? 0);
    expect(Math.max(...titles)).toBeLessThanOrEqual(64);
  });

  test('has a watermark while it is a draft, and none once it is signed', async () => {
    const draft = await drawDocx(markSheetDocument({ sheet: sheetOf(), digest: null }));
    expect(await part(draft, 'word/header1.xml')).toContain('string="DRAFT"');
    expect(await part(await drawDocx(signed(sheetOf())), 'word/header1.xml')).not.toContain('textpath');
  });
});
