import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyCommand } from '../../electron/cli/verify-command.ts';
import { edited } from '../electron/signing/opc/opc-tools.ts';
import { opensslVerdict, pdfsig } from '../electron/signing/signature-tools.ts';
import { present } from '../support/result.ts';
import { afterFile, temporaryFolder } from '../support/temporary-folder.ts';
import { foreignSigner, hasForeignTools } from './foreign-signer.ts';
import { cli, type ThreePeople, threePeople } from './three-people.ts';

const afterwards = afterFile();
let folder: string;
let empty: string;
let people: ThreePeople;
let foreign: Buffer;

/** The file after each signature, with the fields that are signed in it. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  assessor: ['assessor/signature'],
  iqa: ['assessor/signature', 'iqa/signature'],
  ev: ['assessor/signature', 'iqa/signature', 'ev/signature'],
  'foreign-place': ['assessor/signature', 'iqa/signature', 'ev/signature'],
  'foreign-field': ['assessor/signature', 'iqa/signature', 'Externally verified'],
};
const stages = Object.keys(STAGES);
const paths = new Map<string, string>();
const pathOf = (stage: string) => present(paths.get(stage));
const bytesOf = (stage: string) => readFileSync(pathOf(stage));

describe.skipIf(!hasForeignTools)('three signatures by three processes', () => {
  beforeAll(() => {
    folder = temporaryFolder(afterwards);
    empty = join(folder, 'empty');
    mkdirSync(empty);
    people = threePeople(folder);
    for (const who of ['assessor', 'iqa', 'ev'] as const) {
      paths.set(who, join(folder, present(people[who].files.get('pdf'))));
      paths.set(`${who}-docx`, join(folder, present(people[who].files.get('docx'))));
    }
    const other = foreignSigner(folder);
    foreign = other.certificate;
    const by = (stage: string, ...how: readonly string[]) => {
      paths.set(stage, join(folder, `${stage}.pdf`));
      other.sign(pathOf('iqa'), pathOf(stage), how);
    };
    by('foreign-place', '-sign', 'ev/signature');
    by('foreign-field', '-add-signature', '-new-signature-field-name', 'Externally verified');
  });

  const certificates = (stage: string): readonly Buffer[] => {
    const { assessor, iqa, ev } = people;
    const third = stage === 'ev' ? ev.certificate : foreign;
    return [assessor.certificate, iqa.certificate, third].slice(0, present(STAGES[stage]).length);
  };

  it('are made with keys of their own', () => {
    const { assessor, iqa, ev } = people;
    const all = [assessor.certificate, iqa.certificate, ev.certificate, foreign];
    expect(new Set(all.map((one) => createHash('sha256').update(one).digest('hex'))).size).toBe(4);
  });

  it('are each added to the bytes that were there', () => {
    for (const [before, after] of [
      ['assessor', 'iqa'],
      ['iqa', 'ev'],
      ['iqa', 'foreign-place'],
      ['iqa', 'foreign-field'],
    ] as const) {
      const start = bytesOf(before);
      expect(bytesOf(after).subarray(0, start.length).equals(start)).toBe(true);
    }
  });

  it.each(stages)('are all valid to pdfsig: %s', (stage) => {
    const reports = pdfsig(bytesOf(stage));
    expect(reports.map((one) => one.field).sort()).toEqual([...present(STAGES[stage])].sort());
    for (const { report } of reports) expect(report).toContain('Signature Validation: Signature is Valid.');
    expect(reports.filter(({ report }) => report.includes('- Total document signed'))).toHaveLength(1);
  });

  it.each(stages)('are each accepted by openssl as CAdES, with its own certificate alone: %s', (stage) => {
    const found = signaturesIn(bytesOf(stage));
    const own = certificates(stage);
    expect(found).toHaveLength(own.length);
    found.forEach((one, at) => {
      const certificate = present(own[at]);
      expect(opensslVerdict(one, certificate)).toBe('CAdES Verification successful');
      const another = certificate.equals(foreign) ? people.assessor.certificate : foreign;
      expect(opensslVerdict(one, another)).not.toContain('successful');
    });
  });

  it.each(stages)('leave a file that qpdf finds clean: %s', (stage) => {
    expect(execFileSync('qpdf', ['--check', pathOf(stage)], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors found',
    );
  });

  it.each(stages)('leave the form in its order: %s', (stage) => {
    const structure = wordsOf(pathOf(stage));
    expect(structure.length).toBeGreaterThan(150);
    expect(structure).toEqual(wordsOf(pathOf('assessor')));
  });

  it('verify as intact with no workspace at hand, PDF and DOCX alike', () => {
    const { status, said } = cli(['verify', ...paths.values()], empty);
    expect({ status, altered: said.match(/ALTERED|NOT CHECKABLE/g) }).toEqual({ status: 0, altered: null });
    for (const path of paths.values()) expect(said).toContain(`${basename(path)}: INTACT.`);
    expect(said).toContain('“qa/mark/s1” with “6”');
    expect(said).toMatch(/quality assurance filled in PASS with a total of 68/);
  });

  /** As the command line answers, here: each alteration would start a process else. */
  const verify = async (path: string) => {
    const lines: string[] = [];
    const status = await verifyCommand([path], (line) => lines.push(line));
    return { status, said: lines.join('\n') };
  };

  const named = (path: string, change: (bytes: Buffer) => Buffer): string => {
    const altered = join(folder, `altered ${basename(path)}`);
    writeFileSync(altered, change(readFileSync(path)));
    return altered;
  };

  it.each(stages)('verify as altered where a bit was turned in what each signature covers: %s', async (stage) => {
    let start = 0;
    for (const [at, { range }] of signaturesIn(bytesOf(stage)).entries()) {
      const [, length = 0] = range;
      const place = start + Math.floor((length - start) / 2);
      const path = named(pathOf(stage), (bytes) => turned(bytes, place));
      const { status, said } = await verify(path);
      expect(status).toBe(1);
      expect(said).toContain(`${basename(path)}: ALTERED.`);
      expect(said).toContain(NAMES[at === 2 && stage !== 'ev' ? 3 : at] ?? 'nobody');
      expect(said).toMatch(/bytes that the signature covers were changed|was not allowed|cannot be read|does not fit/);
      start = bytesOf(stage).indexOf('%%EOF', length, 'latin1');
    }
  });

  it.each(stages)('verify as altered where the end was cut off: %s', async (stage) => {
    const path = named(pathOf(stage), (bytes) => bytes.subarray(0, bytes.length - 200));
    const { status, said } = await verify(path);
    expect([status, said.includes(`${basename(path)}: ALTERED.`)]).toEqual([1, true]);
    expect(said).toMatch(/byte range goes beyond the end of the file|was not allowed/);
  });

  it.each(['assessor', 'iqa', 'ev'])('verify as altered where a word of the DOCX was changed: %s', async (stage) => {
    const path = pathOf(`${stage}-docx`);
    const forged = join(folder, `altered ${basename(path)}`);
    const change = (text: string) => text.replace('Jo Field', 'Al Field');
    writeFileSync(forged, await edited(readFileSync(path), { 'word/document.xml': change }));
    const { status, said } = await verify(forged);
    expect([status, said.includes(`${basename(forged)}: ALTERED.`)]).toEqual([1, true]);
    expect(said).toContain('word/document.xml');
  });
});

const NAMES = ['Asha Ray (demo)', 'Bo Lind (demo)', 'Cleo Marr (demo)', 'Vera Lunt (demo)'];

/** Every signature by the text of its byte range, oldest first; its CMS with the zeros behind it, as it stands there. */
function signaturesIn(bytes: Buffer) {
  const found = bytes.toString('latin1').matchAll(/\/ByteRange ?\[ ?(\d+) +(\d+) +(\d+) +(\d+) *\]/g);
  return [...found].map((match) => {
    const range = match.slice(1, 5).map(Number);
    const [start = 0, length = 0, after = 0, rest = 0] = range;
    const cms = Buffer.from(bytes.toString('latin1', length + 1, after - 1), 'hex');
    const content = Buffer.concat([bytes.subarray(start, length), bytes.subarray(after, after + rest)]);
    return { range, content, cms };
  });
}

function turned(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

/** What a screen reader goes through, word by word. */
function wordsOf(path: string): readonly string[] {
  const structure = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' });
  return [...structure.matchAll(/^\s*"(.*)"$/gm)].flatMap((match) => (match[1] ?? '').split(/\s+/u)).filter(Boolean);
}
