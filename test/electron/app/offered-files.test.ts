import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesAmong, OPENED } from '../../../electron/app/opened-files.ts';
import { claimedType } from '../../../electron/readers/file-type.ts';
import type { AppEvent } from '../../../shared/api/contract.ts';
import { app } from '../../support/electron-module.ts';
import { recorded } from '../../support/electron-recorded.ts';
import { PreventableEvent } from '../../support/electron-window.ts';
import { present } from '../../support/result.ts';
import { type Shell, startShell } from '../../support/start-shell.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { DETAILS, PASSPHRASE } from '../../support/workspace-details.ts';

vi.mock('electron', () => import('../../support/electron-module.ts'));

type Offer = Extract<AppEvent, { kind: 'files-offered' }>;

const folder = temporaryFolder(afterAll);
const rtf = (name: string, text: string) => {
  writeFileSync(join(folder, name), `{\\rtf1 ${text}}`);
  return join(folder, name);
};
let shell: Shell;

const offers = () => shell.heard.filter((event): event is Offer => event.kind === 'files-offered');
const nextOffer = async (number: number): Promise<Offer> => {
  await vi.waitFor(() => expect(offers().length).toBe(number));
  return present(offers()[number - 1]);
};

describe('the files among the arguments of a start', () => {
  it.each([
    [
      ['a.pdf', 'sub/b.DOCX'],
      ['/home/x/a.pdf', '/home/x/sub/b.DOCX'],
    ],
    [['/tmp/c.odt', '/tmp/c.odt'], ['/tmp/c.odt']],
    [[pathToFileURL('/tmp/R Jones-1(1).pdf').href], ['/tmp/R Jones-1(1).pdf']],
    [['--file=/tmp/a.pdf', '-a.pdf', '--no-sandbox'], []],
    [['.', '/opt/Countersign/resources/app.asar', 'notes.txt', 'a.pdf.exe', 'https://example.com/a.pdf.html'], []],
    [['file://elsewhere/a.pdf', 'file:///%00.pdf', 'file:///%zz.pdf'], []],
  ])('of %j are %j', (args, files) => {
    expect(filesAmong(args, '/home/x')).toEqual(files);
  });

  it('are of types that can be taken in and have their words counted', () => {
    expect(OPENED.map((ending) => claimedType(`a.${ending}`))).toEqual(['pdf', 'docx', 'odt', 'rtf']);
  });
});

describe('a file that the system opens with the app', () => {
  beforeAll(async () => {
    shell = await startShell(folder, [rtf('first.rtf', 'one two three')]);
  });

  it('waits while there is no open workspace', async () => {
    expect(await shell.bridge.call('workspace.status', {})).toMatchObject({ value: { state: 'missing' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(offers()).toEqual([]);
  });

  it('is offered once the workspace is open, and can be taken in like a dropped one', async () => {
    await shell.bridge.call('workspace.create', DETAILS);
    const offer = await nextOffer(1);
    expect(offer).toEqual({
      kind: 'files-offered',
      files: [{ token: expect.any(String), name: 'first.rtf', size: 21 }],
      refused: [],
    });
    expect(JSON.stringify(offer)).not.toContain(folder);
    const learner = await shell.bridge.call('learners.add', { name: 'Jo (demo)', registrationNumber: 'X1' });
    const packs = await shell.bridge.call('packs.list', {});
    const token = present(offer.files[0]).token;
    const input = {
      learner: learner.ok ? learner.value.id : '',
      pack: packs.ok ? present(packs.value.find((pack) => pack.code === 'ilm-8316')).digest : '',
      assessment: 'diploma-603',
      files: [token],
      dateReceived: '2026-11-02',
      declarationDate: '2026-11-01',
      standardisationRefused: false,
    };
    expect(await shell.bridge.call('attempts.take-in', input as never)).toMatchObject({
      ok: true,
      value: { attempt: { scripts: [{ name: 'first.rtf', size: 21 }] } },
    });
    expect(await shell.bridge.call('attempts.take-in', input as never)).toMatchObject({
      ok: false,
      error: { code: 'file-token-unknown' },
    });
  });

  it('is handed over by a second start, relative to where that was', async () => {
    rtf('second.rtf', 'four');
    app.emit('second-instance', {}, ['countersign', '--original-process-start-time=1', 'second.rtf'], folder);
    expect((await nextOffer(2)).files.map((file) => file.name)).toEqual(['second.rtf']);
  });

  it('is handed over by macOS as an event', async () => {
    const event = new PreventableEvent();
    app.emit('open-file', event, rtf('third.rtf', 'five'));
    expect(event.defaultPrevented).toBe(true);
    expect((await nextOffer(3)).files.map((file) => file.name)).toEqual(['third.rtf']);
  });

  it('is named with its reason where it cannot be brought in, and the others are', async () => {
    writeFileSync(join(folder, 'empty.pdf'), '');
    mkdirSync(join(folder, 'folder.pdf'));
    rtf('good.rtf', 'six');
    const args = ['countersign', 'empty.pdf', 'folder.pdf', 'gone.pdf', 'good.rtf'];
    app.emit('second-instance', {}, args, folder);
    expect(await nextOffer(4)).toMatchObject({
      files: [{ name: 'good.rtf' }],
      refused: [
        { name: 'empty.pdf', error: { code: 'file-empty', name: 'empty.pdf' } },
        { name: 'folder.pdf', error: { code: 'disk-refused' } },
        { name: 'gone.pdf', error: { code: 'disk-refused' } },
      ],
    });
  });

  it('waits while the workspace is locked or the page is loading', async () => {
    await shell.bridge.call('workspace.lock', {});
    app.emit('second-instance', {}, ['countersign', 'first.rtf'], folder);
    shell.window.webContents.loading = true;
    await shell.bridge.call('workspace.open', { passphrase: PASSPHRASE });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(offers()).toHaveLength(4);
    shell.window.webContents.loading = false;
    await shell.bridge.call('workspace.status', {});
    expect((await nextOffer(5)).files.map((file) => file.name)).toEqual(['first.rtf']);
  });

  it('is one of five hundred at most', async () => {
    const names = Array.from({ length: 600 }, (_, index) => `none-${index}.pdf`);
    app.emit('second-instance', {}, ['countersign', ...names], folder);
    expect((await nextOffer(6)).refused).toHaveLength(500);
    expect(recorded.windows).toHaveLength(1);
  });
});
