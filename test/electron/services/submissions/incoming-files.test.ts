import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomingFiles } from '../../../../electron/services/submissions/incoming-files.ts';
import { openVault, readFile } from '../../../../electron/vault/vault.ts';
import { SCRIPT_LIMIT } from '../../../../shared/api/content-urls.ts';
import { filesUnder } from '../../../support/files-under.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function incoming() {
  const vault = openVault(join(temporaryFolder(), 'vault'), randomBytes(32));
  return { vault, ...incomingFiles(vault) };
}

const bytes = (text: string) => Buffer.from(text);
const UNKNOWN = { ok: false, error: { code: 'file-token-unknown' } };

describe('a file on its way in', () => {
  it('is whole in the vault once its last byte came, under the name it was given', async () => {
    const { vault, begin, append, claim } = incoming();
    const token = answer(begin('essay.txt', 11));
    answer(append(token, 0, bytes('hello ')));
    answer(append(token, 6, bytes('world')));
    const file = answer(claim(token));
    expect(file).toMatchObject({ name: 'essay.txt', size: 11 });
    expect((await readFile(vault, file.sha256)).toString()).toBe('hello world');
  });

  it('arrives the same in chunks of any size', async () => {
    const { vault, begin, append, claim } = incoming();
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const whole = Buffer.concat(parts);
        const token = answer(begin('essay.txt', whole.length));
        let offset = 0;
        for (const part of parts) {
          answer(append(token, offset, part));
          offset += part.length;
        }
        expect(whole.equals(await readFile(vault, answer(claim(token)).sha256))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('can be claimed once', () => {
    const { begin, append, claim } = incoming();
    const token = answer(begin('essay.txt', 1));
    answer(append(token, 0, bytes('a')));
    answer(claim(token));
    expect(claim(token)).toEqual(UNKNOWN);
  });

  it('has a token that nobody can guess from the last', () => {
    const { begin } = incoming();
    const tokens = [answer(begin('a', 1)), answer(begin('a', 1))];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['a chunk before its turn', 3],
    ['a chunk that came already', 0],
    ['a chunk at no place', Number.NaN],
    ['a chunk before the beginning', -2],
  ])('is given up for %s, and leaves nothing behind', (_what, offset) => {
    const { vault, begin, append, claim } = incoming();
    const token = answer(begin('essay.txt', 6));
    answer(append(token, 0, bytes('ab')));
    expect(refusal(append(token, offset, bytes('cd')))).toEqual({ code: 'file-truncated', name: 'essay.txt' });
    expect(append(token, 2, bytes('cd'))).toEqual(UNKNOWN);
    expect(claim(token)).toEqual(UNKNOWN);
    expect(filesUnder(vault.folder).size).toBe(0);
  });

  it('is given up when more comes than was promised', () => {
    const { vault, begin, append, claim } = incoming();
    const token = answer(begin('essay.txt', 3));
    expect(refusal(append(token, 0, bytes('abcd')))).toEqual({ code: 'file-truncated', name: 'essay.txt' });
    expect(claim(token)).toEqual(UNKNOWN);
    expect(filesUnder(vault.folder).size).toBe(0);
  });

  it('takes nothing more once it is whole', () => {
    const { begin, append, claim } = incoming();
    const token = answer(begin('essay.txt', 2));
    answer(append(token, 0, bytes('ab')));
    expect(append(token, 2, bytes('c'))).toEqual(UNKNOWN);
    expect(answer(claim(token)).size).toBe(2);
  });

  it('is refused as truncated when it is claimed before its end, and leaves nothing behind', () => {
    const { vault, begin, append, claim } = incoming();
    const token = answer(begin('essay.txt', 6));
    answer(append(token, 0, bytes('abc')));
    expect(refusal(claim(token))).toEqual({ code: 'file-truncated', name: 'essay.txt' });
    expect(claim(token)).toEqual(UNKNOWN);
    expect(filesUnder(vault.folder).size).toBe(0);
  });

  it('leaves nothing behind when it is abandoned, and its token is good for nothing', () => {
    const { vault, begin, append, claim, abandon } = incoming();
    const token = answer(begin('essay.txt', 6));
    answer(append(token, 0, bytes('abc')));
    abandon(token);
    expect(append(token, 3, bytes('def'))).toEqual(UNKNOWN);
    expect(claim(token)).toEqual(UNKNOWN);
    expect(filesUnder(vault.folder).size).toBe(0);
  });

  it('does not mix with others that come at the same time', async () => {
    const { vault, begin, append, claim } = incoming();
    const [a, b] = [answer(begin('a.txt', 4)), answer(begin('b.txt', 4))];
    answer(append(a, 0, bytes('aa')));
    answer(append(b, 0, bytes('bb')));
    answer(append(a, 2, bytes('AA')));
    answer(append(b, 2, bytes('BB')));
    expect((await readFile(vault, answer(claim(b)).sha256)).toString()).toBe('bbBB');
    expect((await readFile(vault, answer(claim(a)).sha256)).toString()).toBe('aaAA');
  });

  it.each([
    ['empty', 0, 'file-empty'],
    ['larger than the limit', SCRIPT_LIMIT + 1, 'file-too-large'],
    ['of no number of bytes', Number.NaN, 'file-too-large'],
    ['of less than no bytes', -1, 'file-too-large'],
    ['of half a byte', 1.5, 'file-too-large'],
  ])('is refused at once where it is %s', (_what, size, code) => {
    const { vault, begin } = incoming();
    expect(refusal(begin('essay.txt', size))).toMatchObject({ code, name: 'essay.txt' });
    expect(filesUnder(vault.folder).size).toBe(0);
  });

  it('is let in at the limit exactly', () => {
    const { begin, abandon } = incoming();
    abandon(answer(begin('essay.txt', SCRIPT_LIMIT)));
  });

  it('waits with at most 2000 others, and holds nothing open while it only waits', () => {
    const { begin, abandon, vault } = incoming();
    const tokens = Array.from({ length: 2000 }, () => answer(begin('a', 1)));
    expect(filesUnder(vault.folder).size).toBe(0);
    expect(refusal(begin('a', 1))).toMatchObject({ code: 'not-available-here' });
    abandon(tokens[0] ?? '');
    answer(begin('a', 1));
  });

  it('is let go of, with all others, when the workspace closes', () => {
    const { begin, append, claim, abandonAll, vault } = incoming();
    const [half, whole] = [answer(begin('a', 2)), answer(begin('b', 1))];
    answer(append(half, 0, bytes('a')));
    answer(append(whole, 0, bytes('b')));
    abandonAll();
    expect([claim(half), claim(whole)]).toEqual([UNKNOWN, UNKNOWN]);
    expect(filesUnder(join(vault.folder, 'incoming')).size).toBe(0);
  });
});

describe('the name of a file that comes in', () => {
  const nameOf = (raw: string) => {
    const { begin, append, claim } = incoming();
    const token = answer(begin(raw, 1));
    answer(append(token, 0, bytes('a')));
    return answer(claim(token)).name;
  };

  it.each([
    ['R Jones-ABC123-012345-8316-602(1).pdf', 'R Jones-ABC123-012345-8316-602(1).pdf'],
    ['/home/rhys/essay.pdf', 'essay.pdf'],
    ['..\\..\\windows\\essay.pdf', 'essay.pdf'],
    ['C:\\Users\\rhys\\essay.pdf', 'essay.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['folder/', 'script'],
    ['', 'script'],
    ['   ', 'script'],
    ['.', 'script'],
    ['..', 'script'],
    ['a/..', 'script'],
    ['es\u0000say\n\u001b[31m.pdf', 'essay[31m.pdf'],
    ['essay\u202efdp.exe', 'essayfdp.exe'],
    ['cafe\u0301.pdf', 'caf\u00e9.pdf'],
    ['作业.docx', '作业.docx'],
    ['half \ud83d.pdf', 'half .pdf'],
    ["O'Brien & sons; final.docx", "O'Brien & sons; final.docx"],
  ])('%j is kept as %j', (raw, kept) => expect(nameOf(raw)).toBe(kept));

  it('is cut to 200 with its ending kept, and never through a character', () => {
    expect(nameOf(`${'x'.repeat(300)}.docx`)).toBe(`${'x'.repeat(195)}.docx`);
    expect(nameOf(`${'x'.repeat(194)}${'😀'.repeat(20)}.docx`)).toBe(`${'x'.repeat(194)}.docx`);
    expect(nameOf(`${'x'.repeat(199)}${'😀'.repeat(20)}`)).toBe('x'.repeat(199));
  });

  it('never holds a path or a control character, whatever came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const name = nameOf(raw);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[\\/]|\p{Cc}/u);
        expect(name.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
