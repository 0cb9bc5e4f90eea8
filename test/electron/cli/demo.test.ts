import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../electron/cli/run-command.ts';
import { verifyCommand } from '../../../electron/cli/verify-command.ts';

const SHEETS = [
  'A Okafor-FHD1042-012345-8316-603(1)',
  'T Bielak-FHA2217-012345-8316-602(1)',
  'T Bielak-FHA2217-012345-8316-602(2)',
];
/** One of them with what the IQA and the EV added to it. */
const ADDED = [`iqa/${SHEETS[0]} checked`, `ev/${SHEETS[0]} verified`];

describe('the demo, held against tools that are not ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-demo-'));
  const tool = (name: string, ...args: string[]) =>
    execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const pdf = (sheet: string) => join(folder, `${sheet}.pdf`);

  beforeAll(async () => {
    const said: string[] = [];
    const scenario = resolve(import.meta.dirname, '..', '..', '..', 'seeds', 'demo', 'scenario.json');
    const status = await runCommand({
      scenario,
      out: folder,
      print: () => undefined,
      complain: (line) => said.push(line),
    });
    expect({ status, said }).toEqual({ status: 0, said: [] });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes each signed sheet as PDF and DOCX under its form name, what was added to one, and nothing else', () => {
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    const both = (base: string) => [`${base}.docx`, `${base}.pdf`];
    expect(written.sort()).toEqual(
      [
        ...SHEETS.flatMap(both),
        ...ADDED.flatMap(both),
        'people/countersign-certificate Morgan Vale (demo).cer',
        'people/countersign-register 012345 edition 1.json',
      ].sort(),
    );
  });

  it.each(SHEETS)('gives %s a signature that pdfsig calls valid and covering the whole file', (sheet) => {
    const said = tool('pdfsig', '-nocert', pdf(sheet));
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
  });

  it.each(SHEETS)('gives %s a file that qpdf finds clean', (sheet) => {
    expect(tool('qpdf', '--check', pdf(sheet))).toContain('No syntax or stream encoding errors found');
  });

  it.each(SHEETS)('gives %s the same words as PDF and as DOCX, in the same order', async (sheet) => {
    const structure = tool('pdfinfo', '-struct-text', pdf(sheet));
    const fromPdf = wordsOfStructure(structure);
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(join(folder, `${sheet}.docx`)) });
    expect(fromPdf.length).toBeGreaterThan(200);
    expect(letters(fromPdf.join(' '))).toBe(letters(value));
  });

  it('lets LibreOffice open every DOCX and read the words of the PDF', () => {
    const files = SHEETS.map((sheet) => join(folder, `${sheet}.docx`));
    const out = mkdtempSync(join(tmpdir(), 'countersign-office-'));
    const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
    tool('soffice', profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, ...files);
    for (const sheet of SHEETS) {
      const office = letters(readFileSync(join(out, `${sheet}.txt`), 'utf8').replace(/^\uFEFF/, ''));
      expect(office).toContain(
        letters(wordsOfStructure(tool('pdfinfo', '-struct-text', pdf(sheet))).join(' ')).slice(0, 4000),
      );
    }
    rmSync(out, { recursive: true, force: true });
  });

  it('is verified as intact by the command line, every file of it', async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(await verifyCommand(files, () => undefined)).toBe(0);
  });

  it('has three signatures in the end that pdfsig calls valid, in a file that qpdf finds clean', () => {
    const last = pdf(ADDED[1] ?? '');
    const said = tool('pdfsig', '-nocert', last);
    expect(said.match(/Signature Validation: Signature is Valid/g)).toHaveLength(3);
    expect(said.match(/Signature Field Name: .*/g)?.map((line) => line.split(': ')[1])).toEqual([
      'assessor/signature',
      'iqa/signature',
      'ev/signature',
    ]);
    expect(tool('qpdf', '--check', last)).toContain('No syntax or stream encoding errors found');
  });
});

/** The words of the tagged PDF in structure order: what stands between quotation marks in pdfinfo's tree. */
function wordsOfStructure(structure: string): readonly string[] {
  return [...structure.matchAll(/^\s*"(.*)"$/gm)].flatMap((match) => (match[1] ?? '').split(/\s+/u)).filter(Boolean);
}

/** Text without white space and bullet marks: a line's end inside a word counts for nothing, and a DOCX draws its bullets. */
function letters(text: string): string {
  return text.replace(/[\s•]+/gu, '');
}
