import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSignedFiles } from '../../../electron/services/sign-off/make-signed-files.ts';
import { signedContent } from '../../../electron/services/sign-off/signed-content.ts';
import { DETAILS } from '../../support/workspace-details.ts';
import { benchIdentity } from '../documents/bench-identity.ts';
import { sampleSheets } from '../documents/sample-sheets.ts';
import { figure, median, withSpread } from '../measure/figures.ts';
import type { Report } from '../measure/report.ts';
import { ratios } from '../measure/rounds.ts';
import { inTemporaryFolder } from '../measure/temporary.ts';
import { benchApp } from '../workspace/bench-app.ts';
import { fillWith } from '../workspace/many-learners.ts';

const SHEETS = 500;
const BATCH = 200;
const ROUNDS = 3;

type Measured = { readonly files: number; readonly milliseconds: number; readonly resident: number };
type Run = { readonly ours: readonly [Measured, Measured]; readonly bare: Measured };

/** A thousand signed files verified, against bare hashing and signature checks; a batch of 200 signed under one passphrase. */
export async function evidenceBench(): Promise<Report> {
  const verified = await inTemporaryFolder(verifying);
  const batch = await inTemporaryFolder(signing);
  const milliseconds = (of: (run: Run) => Measured) => verified.map((run) => of(run).milliseconds / of(run).files);
  const megabytes = (at: 0 | 1) => verified.map((run) => run.ours[at].resident / 1_000_000);
  const ours = milliseconds((run) => run.ours[1]);
  const bare = milliseconds((run) => run.bare);
  return {
    name: 'evidence',
    title: `${SHEETS * 2} signed files verified, ${ROUNDS} runs; ${BATCH} sheets signed as one batch`,
    head: ['', 'ms each', 'ratio', 'most memory, MB'],
    rows: [
      [
        `the first ${SHEETS / 5} files, verified`,
        withSpread(milliseconds((run) => run.ours[0])),
        '',
        withSpread(megabytes(0)),
      ],
      ['all files, verified', withSpread(ours), withSpread(ratios(ours, bare)), withSpread(megabytes(1))],
      ['all files, hashed and one signature checked', withSpread(bare), '', ''],
      ['a batch signed, both formats', figure(batch.together), figure(batch.together / batch.alone), ''],
      ['both files of a sheet made and signed, nothing stored', figure(batch.alone), '', ''],
    ],
    notes: [
      'Half PDFs, half DOCX, of three pages. Verified: signatures, coverage, updates, data, the outcome by the rule, the words on the pages.',
      'Of each file some 10 kB are kept, to compare the files with each other at the end; the rest is collected as it comes.',
      'The batch stores, syncs and commits every sheet by itself, so that a cut loses none that was said to be signed.',
      `Memory grew by ${figure(median(megabytes(1)) - median(megabytes(0)))} MB over ${(SHEETS * 2 * 9) / 10} more files.`,
    ],
    measured: { verified, batch },
  };
}

async function verifying(parent: string): Promise<readonly Run[]> {
  const folder = join(parent, 'files');
  mkdirSync(folder);
  const identity = await benchIdentity();
  for (const [at, drawn] of (await sampleSheets(SHEETS)).entries()) {
    const sheet = { ...drawn, assessor: { ...drawn.assessor, fingerprint: identity.fingerprint } };
    const { digest } = signedContent(sheet);
    const files = await makeSignedFiles({ sheet, digest, ...identity });
    writeFileSync(join(folder, `${at}.pdf`), files.pdf);
    writeFileSync(join(folder, `${at}.docx`), files.docx);
  }
  const key = createPrivateKey({ key: Buffer.from(identity.privateKey), format: 'der', type: 'pkcs8' });
  const [certificate, signature] = [join(parent, 'certificate.der'), join(parent, 'signature.bin')];
  writeFileSync(certificate, identity.certificate);
  writeFileSync(signature, sign('sha256', Buffer.from('other bytes'), { key, dsaEncoding: 'ieee-p1363' }));
  const script = join(import.meta.dirname, 'verify-process.ts');
  return Array.from({ length: ROUNDS }, () =>
    JSON.parse(
      execFileSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', script, folder, certificate, signature],
        {
          encoding: 'utf8',
        },
      ),
    ),
  );
}

/** Milliseconds a sheet: as one batch in a workspace, and only made and signed. */
async function signing(folder: string): Promise<{ readonly together: number; readonly alone: number }> {
  const { app, workspace, ask } = await benchApp(join(folder, 'workspace'));
  try {
    fillWith(workspace, BATCH * 4);
    const { rows } = await ask('attempts.list', { state: 'in-progress', limit: 1000 });
    const marked = rows.filter((row) => row.sectionsMarked === row.sections).slice(0, BATCH);
    const sheets = marked.flatMap(({ sheet }) => (sheet ? [{ sheet, revision: 1 }] : []));
    if (sheets.length !== BATCH) throw new Error(`Only ${sheets.length} sheets can be signed`);
    const seen = [];
    for (const one of sheets) {
      const { warnings } = await ask('sheets.rehearse', { sheet: one.sheet });
      seen.push({ ...one, acknowledged: [...warnings] });
    }
    const began = performance.now();
    const { signed, refused } = await ask('sheets.sign-batch', { sheets: seen, passphrase: DETAILS.passphrase });
    const together = (performance.now() - began) / BATCH;
    if (signed.length !== BATCH) throw new Error(`Signed ${signed.length}; ${JSON.stringify(refused[0])}`);
    const identity = await benchIdentity();
    const some = await sampleSheets(40);
    const then = performance.now();
    for (const sheet of some) await makeSignedFiles({ sheet, digest: signedContent(sheet).digest, ...identity });
    return { together, alone: (performance.now() - then) / some.length };
  } finally {
    app.lock();
  }
}
