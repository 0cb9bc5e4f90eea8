import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readerLauncher } from '../../../electron/app/launch-reader.ts';
import { utilityProcess } from '../../support/electron-utility-process.ts';
import { inspect, notRead, withWords } from '../../support/inspect.ts';
import { docxOf } from '../../support/script-files.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'electron', 'readers', 'reader-process.ts');
const launch = readerLauncher(utilityProcess as never, entry);

it('reads foreign files in a utility process, with the port that Electron gives one', async () => {
  expect(await inspect('essay.docx', await docxOf('What I learned.'), launch)).toMatchObject({
    ok: true,
    value: { display: 'docx', words: { words: 3 } },
  });
});

it('brings a file over that comes in many parts', async () => {
  expect(await inspect('essay.txt', Buffer.from('word '.repeat(200_000)), launch)).toMatchObject(withWords(200_000));
});

it('ends with its time', async () => {
  expect(await inspect('essay.docx', await docxOf('one'), launch, { time: 1, memory: 0 })).toMatchObject(
    notRead('limit'),
  );
});
