import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBeside } from '../../../../electron/services/exports/write-beside.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const bytes = (text: string) => Buffer.from(text);
const write = (folder: string, text: string) => writeBeside(folder, 'sheet', 'pdf', bytes(text));
const contents = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('writing a file beside others', () => {
  it('gives it its name, and leaves nothing else', async () => {
    const folder = temporaryFolder();
    expect(await write(folder, 'one')).toBe('sheet.pdf');
    expect(contents(folder)).toEqual({ 'sheet.pdf': 'one' });
  });

  it('never replaces another of that name, whatever it holds', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sheet.pdf'), 'mine');
    writeFileSync(join(folder, 'sheet copy 2.pdf'), '');
    expect(await write(folder, 'one')).toBe('sheet copy 3.pdf');
    expect(contents(folder)).toEqual({ 'sheet.pdf': 'mine', 'sheet copy 2.pdf': '', 'sheet copy 3.pdf': 'one' });
  });

  it('leaves the same bytes alone where they are, under the name or a copy of it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sheet.pdf'), 'mine');
    expect(await write(folder, 'one')).toBe('sheet copy 2.pdf');
    expect(await write(folder, 'one')).toBe('sheet copy 2.pdf');
    expect(await write(folder, 'mine')).toBe('sheet.pdf');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('goes past a folder and a link that lead nowhere under its name', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sheet.pdf'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'sheet copy 2.pdf'));
    expect(await write(folder, 'one')).toBe('sheet copy 3.pdf');
    expect(readdirSync(folder).sort()).toEqual(['sheet copy 2.pdf', 'sheet copy 3.pdf', 'sheet.pdf']);
  });

  it('gives many at once a name each', async () => {
    const folder = temporaryFolder();
    const texts = Array.from({ length: 8 }, (_value, at) => `text ${at}`);
    const names = await Promise.all(texts.map((text) => write(folder, text)));
    expect(new Set(names).size).toBe(8);
    expect(Object.values(contents(folder)).sort()).toEqual(texts);
  });

  it('throws what the system says where there is no folder, and leaves nothing', async () => {
    const folder = temporaryFolder();
    await expect(write(join(folder, 'gone'), 'one')).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(join(folder, 'file'), '');
    await expect(write(join(folder, 'file'), 'one')).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
