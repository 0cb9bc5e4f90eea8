import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readerLauncher } from '../../../electron/app/launch-reader.ts';
import { verifyApart } from '../../../electron/readers/verify-apart.ts';
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

it('verifies signed files there too', async () => {
  const bytes = Buffer.from('%PDF-1.7 and no more');
  const parts = (async function* () {
    yield bytes;
  })();
  expect(await verifyApart({ name: 'a.pdf', size: bytes.length, parts }, launch)).toMatchObject({
    type: 'pdf',
    verdict: 'not-checkable',
    findings: [{ code: 'pdf-unreadable' }],
  });
});

it('ends with its time', async () => {
  expect(await inspect('essay.docx', await docxOf('one'), launch, { time: 1, memory: 0 })).toMatchObject(
    notRead('limit'),
  );
});
