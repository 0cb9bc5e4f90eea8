import { describe, expect, it } from 'vitest';
import { auditHead, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { getLearner } from '../../../../electron/services/learners/learners.ts';
import { viewAttempt } from '../../../../electron/services/submissions/attempt-view.ts';
import { addFiles, takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { listFiles, readFile } from '../../../../electron/vault/vault.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { AttemptId, LearnerId } from '../../../../shared/model/ids.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { register, submission, submitted } from '../../../support/desk.ts';
import { filesWith } from '../../../support/files-under.ts';
import { bringIn } from '../../../support/incoming.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { docxOf, JPEG, odtOf, ole, pdfOf, png, qpdf, RTF } from '../../../support/script-files.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const take = (workspace: Workspace, ...files: readonly (readonly [name: string, bytes: Buffer])[]) => {
  const learner = register(workspace);
  const tokens = files.map(([name, bytes]) => bringIn(workspace, name, bytes));
  return takeIn(workspace, submission(workspace, learner.id, { files: tokens }));
};

describe('taking in a script', () => {
  it('makes the first attempt, to be marked, with its dates, declaration and refusal box', async () => {
    const { now } = await temporaryWorkspace();
    const learner = register(now());
    const facts = { dateReceived: '2026-10-05' as CivilDate, declarationDate: null, standardisationRefused: true };
    const view = answer(await takeIn(now(), submission(now(), learner.id, facts)));
    expect(view).toMatchObject({ state: 'to-mark', learner, sheet: null, attempts: [{ number: 1, state: 'to-mark' }] });
    expect(view.attempt).toMatchObject({
      ...facts,
      number: 1,
      previous: null,
      returned: null,
      assessment: 'award-602',
    });
    expect(answer(viewAttempt(now(), view.attempt.id))).toEqual(view);
    expect(answer(getLearner(now(), learner.id)).attempts).toHaveLength(1);
  });

  it('keeps files of every type, in their order, as they came to the byte', async () => {
    const { now } = await temporaryWorkspace();
    const files = [
      ['essay.pdf', await pdfOf('one two')],
      ['essay.docx', await docxOf('one two three')],
      ['essay.odt', await odtOf('<text:p>one</text:p>')],
      ['essay.rtf', RTF],
      ['essay.txt', Buffer.from('one two')],
      ['page.png', png()],
      ['page.jpg', JPEG],
    ] as const;
    const { attempt, wordCount } = answer(await take(now(), ...files));
    expect(attempt.scripts.map((script) => script.name)).toEqual(files.map(([name]) => name));
    for (const [at, [, bytes]] of files.entries()) {
      expect(bytes.equals(await readFile(now().vault, present(attempt.scripts[at]).sha256))).toBe(true);
    }
    expect(attempt.scripts.map((script) => script.display)).toEqual([
      'pdf',
      'docx',
      ...Array.from({ length: 5 }, () => 'external'),
    ]);
    expect(wordCount).toEqual({ kind: 'not-counted' });
  });

  it("holds the words of all files against the brief's range", async () => {
    const { now } = await temporaryWorkspace();
    const words = (count: number) => Buffer.from('word '.repeat(count));
    const view = answer(await take(now(), ['a.txt', words(1000)], ['b.txt', words(1500)]));
    expect(view.wordCount).toMatchObject({ kind: 'within', words: 2500 });
    const short = answer(await take(now(), ['a.txt', words(10)]));
    expect(short.wordCount).toMatchObject({ kind: 'under', words: 10 });
  });

  it('is an act of the chain for every file, with its digest', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = answer(await take(now(), ['a.txt', Buffer.from('a')], ['b.txt', Buffer.from('b')]));
    const { events, payloads } = readChain(now().db);
    expect(checkChain(sha256Text, events, payloads)).toBeNull();
    const taken = events.filter((event) => event.kind === 'script-taken-in');
    expect(taken.map((event) => payloads.get(event.id)?.payload)).toMatchObject(
      attempt.scripts.map(({ id, sha256, name }) => ({ script: id, sha256, name, attempt: attempt.id })),
    );
  });

  it('keeps one file of the vault for the same file twice', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = answer(await take(now(), ['a.txt', Buffer.from('same')], ['copy.txt', Buffer.from('same')]));
    expect(attempt.scripts).toHaveLength(2);
    expect(listFiles(now().vault)).toHaveLength(1);
  });

  const whole = () => pdfOf('What I learned about leading.');
  it.each<[code: string, name: string, bytes: () => Buffer | Promise<Buffer>]>([
    ['file-truncated', 'essay.pdf', async () => (await whole()).subarray(0, 600)],
    ['file-encrypted', 'essay.pdf', async () => qpdf(await whole(), '--encrypt', 'user', 'owner', '256', '--')],
    ['file-encrypted', 'essay.docx', () => ole('EncryptedPackage')],
    ['file-damaged', 'essay.pdf', () => Buffer.from('%PDF-1.7\n%%EOF')],
    ['file-not-what-its-name-says', 'essay.docx', whole],
  ])('is refused as %s for %s, and of it and the good file beside it nothing is left', async (code, name, bytes) => {
    const made = await temporaryWorkspace();
    const head = auditHead(made.now().db);
    const refused = await take(made.now(), ['good.txt', Buffer.from('good')], [name, await bytes()]);
    expect(refusal(refused)).toMatchObject({ code, name });
    expect(auditHead(made.now().db).sequence).toBe(head.sequence + 1);
    const again = await made.reopen();
    expect(listFiles(again.vault)).toEqual([]);
    expect(
      again.db.prepare('SELECT (SELECT count(*) FROM attempt) + (SELECT count(*) FROM script)').pluck().get(),
    ).toBe(0);
  });

  it('lets go of the file that was refused, and of no other of its call', async () => {
    const { now } = await temporaryWorkspace();
    const learner = register(now());
    const [before, bad, after] = ['before.txt', 'bad.pdf', 'after.txt'].map((name) => bringIn(now(), name, 'words'));
    const files = [before, bad, after].map(present);
    const called = await takeIn(now(), submission(now(), learner.id, { files }));
    expect(refusal(called)).toMatchObject({ name: 'bad.pdf' });
    expect(files.map((token) => now().incoming.claim(token))).toMatchObject([
      { ok: true, value: { name: 'before.txt' } },
      { ok: false, error: { code: 'file-token-unknown' } },
      { ok: true, value: { name: 'after.txt' } },
    ]);
  });

  it('keeps the files waiting where only what was said of them is refused', async () => {
    const { now } = await temporaryWorkspace();
    const learner = register(now());
    const files = [bringIn(now(), 'one.txt', 'one'), bringIn(now(), 'two.txt', 'two')];
    const nobody = crypto.randomUUID() as LearnerId;
    expect(refusal(await takeIn(now(), submission(now(), nobody, { files })))).toEqual({ code: 'learner-unknown' });
    const { attempt } = answer(await takeIn(now(), submission(now(), learner.id, { files })));
    expect(attempt.scripts.map((script) => script.name)).toEqual(['one.txt', 'two.txt']);
    for (const token of files) expect(refusal(now().incoming.claim(token))).toEqual({ code: 'file-token-unknown' });
  });

  it('is refused for a token that is not there, or is named twice', async () => {
    const { now } = await temporaryWorkspace();
    const learner = register(now());
    const token = bringIn(now(), 'a.txt', 'a');
    for (const files of [['no token'], [token, token]]) {
      expect(refusal(await takeIn(now(), submission(now(), learner.id, { files })))).toEqual({
        code: 'file-token-unknown',
      });
    }
    expect(answer(getLearner(now(), learner.id)).attempts).toEqual([]);
  });

  it('is refused for a learner, a pack or an assessment that is not there', async () => {
    const { now } = await temporaryWorkspace();
    const learner = register(now());
    const nobody = crypto.randomUUID() as LearnerId;
    expect(refusal(await takeIn(now(), submission(now(), nobody)))).toEqual({ code: 'learner-unknown' });
    const other = submission(now(), learner.id, { pack: sha256Text('another pack') });
    expect(refusal(await takeIn(now(), other))).toEqual({ code: 'pack-unknown' });
    const none = submission(now(), learner.id, { assessment: 'award-999' });
    expect(refusal(await takeIn(now(), none))).toEqual({ code: 'assessment-unknown', assessment: 'award-999' });
  });
});

describe('adding files to an attempt', () => {
  it('puts them after those that are there', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await submitted(now());
    const files = [bringIn(now(), 'appendix.txt', 'one two'), bringIn(now(), 'photo.png', png())];
    const view = answer(await addFiles(now(), { attempt: attempt.id, files }));
    expect(view.attempt.scripts.map((script) => script.name)).toEqual(['script.txt', 'appendix.txt', 'photo.png']);
  });

  it('is refused for an attempt that is not there', async () => {
    const { now } = await temporaryWorkspace();
    const files = [bringIn(now(), 'appendix.txt', 'one two')];
    const nowhere = crypto.randomUUID() as AttemptId;
    expect(refusal(await addFiles(now(), { attempt: nowhere, files }))).toEqual({ code: 'attempt-unknown' });
    const { attempt } = await submitted(now());
    expect((await addFiles(now(), { attempt: attempt.id, files })).ok).toBe(true);
  });
});

it('tidies away at the next start what was brought in and never claimed, and nothing that is named', async () => {
  const made = await temporaryWorkspace();
  const { attempt } = await submitted(made.now());
  bringIn(made.now(), 'never-claimed.txt', 'lost');
  expect(listFiles(made.now().vault)).toHaveLength(2);
  const again = await made.reopen();
  expect(listFiles(again.vault)).toEqual(attempt.scripts.map((script) => script.sha256));
});

it('leaves no word and no name of a script in plain on disk, open or closed', async () => {
  const made = await temporaryWorkspace();
  const text = 'Confidential reflections. '.repeat(40_000);
  const files = [bringIn(made.now(), 'R Jones-ABC123.txt', text), bringIn(made.now(), 'waiting.txt', text)];
  answer(
    await takeIn(
      made.now(),
      submission(made.now(), register(made.now(), 'Rhys Jones').id, { files: files.slice(0, 1) }),
    ),
  );
  const found = () => ['Confidential', 'Jones', 'ABC123', 'waiting'].flatMap((word) => filesWith(made.folder, word));
  expect(found()).toEqual([]);
  made.now().close();
  expect(found()).toEqual([]);
});
