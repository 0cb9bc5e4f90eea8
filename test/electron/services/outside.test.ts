import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handlers } from '../../../electron/services/handlers.ts';
import { outsideCopies } from '../../../electron/services/outside-copies.ts';
import type { ScriptId } from '../../../shared/model/ids.ts';
import { submitted } from '../../support/desk.ts';
import { answer, present, refusal } from '../../support/result.ts';
import { temporaryApplication } from '../../support/temporary-application.ts';

describe("a script in the system's own program", () => {
  it('is handed over under its name, byte for byte', async () => {
    const opened: [string, string][] = [];
    const openOutside = async (name: string, bytes: Uint8Array) => {
      opened.push([name, Buffer.from(bytes).toString()]);
      return true;
    };
    const { app, now } = await temporaryApplication({ openOutside });
    const script = present((await submitted(now())).attempt.scripts[0]);
    expect(answer(await handlers['scripts.open-outside'](app, { script: script.id }))).toBeNull();
    expect(opened).toEqual([['script.txt', 'What I learned about leading a team.']]);
  });

  it('is refused where no program can be had, or there is no such script', async () => {
    const { app, now } = await temporaryApplication();
    const script = present((await submitted(now())).attempt.scripts[0]);
    expect(refusal(await handlers['scripts.open-outside'](app, { script: script.id })).code).toBe('not-available-here');
    const none = crypto.randomUUID() as ScriptId;
    expect(refusal(await handlers['scripts.open-outside'](app, { script: none })).code).toBe('script-unknown');
  });
});

describe('a copy for another program', () => {
  it('has the ending of the script and nothing else of its name', async () => {
    const copies = outsideCopies();
    const files = await Promise.all([
      copies.make('R Jones-ABC123.docx', Buffer.from('one')),
      copies.make('essay.tar.gz; rm -rf', Buffer.from('two')),
      copies.make('no ending', Buffer.from('three')),
    ]);
    expect(files.map((file) => basename(file))).toEqual(['script-1.docx', 'script-2', 'script-3']);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['one', 'two', 'three']);
    copies.removeAll();
    expect(files.some((file) => existsSync(file) || existsSync(dirname(file)))).toBe(false);
    copies.removeAll();
  });

  it.skipIf(process.platform === 'win32')('is for its owner to read, and for nobody to change', async () => {
    const copies = outsideCopies();
    const file = await copies.make('essay.docx', Buffer.from('one'));
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o400, 0o700]);
    copies.removeAll();
  });
});
