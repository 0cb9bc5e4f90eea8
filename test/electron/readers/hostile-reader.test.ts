import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { READING_LIMITS } from '../../../electron/readers/ask-reader.ts';
import type { LaunchReader } from '../../../electron/readers/launch-reader.ts';
import { inspect, notRead, withWords } from '../../support/inspect.ts';
import { pdfOf } from '../../support/script-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MEBIBYTE = 1024 * 1024;
const TEXT = Buffer.from('one two three');

/** A reader that runs this program on its first message, instead of reading. */
function readerThat(program: string): LaunchReader {
  const entry = join(temporaryFolder(), 'reader.mjs');
  writeFileSync(entry, `process.once('message', () => { ${program} });`);
  return () => {
    const child = fork(entry, {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      post: (message) => void child.send(message, () => undefined),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

const more = "process.send({ kind: 'more' });";
const says = (reading: string, final = true) =>
  `process.send({ kind: 'reading', reading: ${reading}, final: ${final} });`;
const COUNTED = "{ kind: 'read', found: 'text', words: { kind: 'counted', words: 7 }, pages: null, drawable: false }";

describe('a reader that a file', () => {
  it.each([
    ['kills', `${more} process.kill(process.pid, 'SIGKILL');`],
    ['ends', `${more} process.exit();`],
    ['makes say nothing that a reader says', `${more} process.send('all is well');`],
    ['makes claim words without number', says(COUNTED.replace('7', '-1'))],
    ['makes claim a type that there is not', says(COUNTED.replace("'text'", "'safe'"))],
  ])('%s gives a limit, and the next file is read', async (_what, program) => {
    expect(await inspect('essay.txt', TEXT, readerThat(program))).toMatchObject({
      ok: true,
      value: { words: { why: 'limit' }, display: 'external', pages: null },
    });
    expect(await inspect('essay.txt', TEXT)).toMatchObject(withWords(3));
  });

  it('hangs is stopped when its time is over', async () => {
    const hung = readerThat(`${more} for (;;);`);
    const limits = { ...READING_LIMITS, time: 1500 };
    expect(await inspect('essay.txt', TEXT, hung, limits)).toMatchObject(notRead('limit'));
  });

  it('hangs or kills after it said something is taken at what it said', async () => {
    const said = `${more} ${says(COUNTED, false)}`;
    expect(await inspect('essay.txt', TEXT, readerThat(`${said} process.kill(process.pid, 'SIGKILL');`))).toMatchObject(
      withWords(7),
    );
    const hung = readerThat(`${said} for (;;);`);
    expect(await inspect('essay.txt', TEXT, hung, { ...READING_LIMITS, time: 5000 })).toMatchObject(withWords(7));
  });

  it('never lets start is no word about the file, but a fault of the app', async () => {
    await expect(inspect('essay.txt', TEXT, readerThat('process.exit();'))).rejects.toThrow('did not start');
  });

  it('makes take more memory than it may have is stopped, whatever kind of memory it is', async () => {
    const limits = { ...READING_LIMITS, memory: 20 * MEBIBYTE };
    expect(await inspect('essay.pdf', await pdfOf('one two'), undefined, limits)).toMatchObject({
      value: { words: { why: 'limit' }, display: 'external' },
    });
  });
});

it('reads files next to each other', async () => {
  const texts = [1, 2, 3, 4].map((words) => inspect('essay.txt', Buffer.from('word '.repeat(words))));
  expect(await Promise.all(texts)).toMatchObject([1, 2, 3, 4].map(withWords));
});
