import { createHash, verify, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyCommand } from '../../../electron/cli/verify-command.ts';

/**
 * The `verify` command over a folder in a process of its own: first over a tenth of the files, then over all, with the
 * memory that each took; then the floor over the same files: read, hashed, one P-256 signature checked.
 */
const [folder = '', certificatePath = '', signaturePath = ''] = process.argv.slice(2);
const files = readdirSync(folder)
  .toSorted()
  .map((name) => join(folder, name));
const certificate = new X509Certificate(readFileSync(certificatePath));
const key = certificate.publicKey;
const signature = readFileSync(signaturePath);

type Measured = { readonly files: number; readonly milliseconds: number; readonly resident: number };
const ours: Measured[] = [];
for (const share of [0.1, 1]) {
  const some = files.slice(0, Math.ceil(files.length * share));
  const began = performance.now();
  let altered = 0;
  let most = 0;
  const code = await verifyCommand(some, (line) => {
    if (line.includes('ALTERED') || line.includes('WRONG')) altered += 1;
    most = Math.max(most, process.memoryUsage.rss());
  });
  if (code !== 0 || altered > 0) throw new Error(`verify ended with ${code}, ${altered} lines of alteration`);
  ours.push({ files: some.length, milliseconds: performance.now() - began, resident: most });
}

const began = performance.now();
let valid = 0;
for (const file of files) {
  const bytes = readFileSync(file);
  const digest = createHash('sha256').update(bytes).digest();
  // Any signature costs the same to check; this one is over other bytes, and must fail.
  if (verify('sha256', digest, { key, dsaEncoding: 'ieee-p1363' }, signature)) valid += 1;
}
if (valid > 0) throw new Error('A signature over other bytes was taken for valid');
const bare = { files: files.length, milliseconds: performance.now() - began, resident: process.memoryUsage.rss() };
process.stdout.write(JSON.stringify({ ours, bare }));
