import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { probeCommand } from '../../../electron/cli/probe-command.ts';
import { mountSmallDisk, whyNoSmallDisk } from '../../faults/small-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const why = whyNoSmallDisk();

describe.skipIf(why !== null)(`probe FOLDER where its own disk is full${why === null ? '' : ` (${why})`}`, () => {
  afterEach(() => vi.unstubAllEnvs());

  /** Probes thirty small files with so many KiB of room in the temporary folder. */
  async function probeWith(kilobytes: number) {
    const folder = temporaryFolder();
    for (let at = 10; at < 40; at += 1) writeFileSync(join(folder, `${at}.txt`), randomBytes(100_000).toString('hex'));
    const disk = mountSmallDisk(join(temporaryFolder(), 'disk'), 32);
    onTestFinished(() => disk.remove());
    disk.fill(kilobytes * 1024);
    vi.stubEnv('TMPDIR', disk.folder);
    vi.stubEnv('COUNTERSIGN_BROWSER', join(folder, 'no-browser'));
    const lines: string[] = [];
    const complaints: string[] = [];
    const code = await probeCommand({
      folder,
      print: (line) => void lines.push(line),
      complain: (line) => void complaints.push(line),
    });
    return { code, lines, complaints, left: readdirSync(disk.folder) };
  }

  it('says how many files were not read for it, and exits 1', async () => {
    const { code, lines, complaints, left } = await probeWith(4096);
    expect(code).toBe(1);
    expect(lines.find((line) => line.startsWith('30 files: '))).toMatch(/opened/);
    expect(complaints.at(-1)).toMatch(/^\d+ of 30 files were not read: the disk that the probe works on, .* is full/);
    expect(left).toEqual(['ballast']);
  });

  it.each([0, 60, 200, 500])('says so where %i KiB are not even room to begin', async (kilobytes) => {
    const { code, complaints, left } = await probeWith(kilobytes);
    expect(code).toBe(1);
    expect(complaints.at(-1)).toMatch(/^The probe ended early: the disk that the probe works on, .* is full/);
    expect(left).toEqual(['ballast']);
  });

  it('says nothing of it where there is room', async () => {
    const { code, lines, complaints } = await probeWith(30 * 1024);
    expect(complaints).toEqual(['First pages are not drawn: no Chromium, Chrome or Edge was found.']);
    expect(lines).toContain('30 files: 30 opened');
    expect(code).toBe(0);
  });
});
