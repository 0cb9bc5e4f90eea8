import { parentPort } from 'node:worker_threads';
import type { FromReader, VerifyingRequest } from './reading.ts';
import { verifyHere } from './verify-here.ts';

/** Signed files are verified here: a thread of the process that reader-process.ts is, under the same limits. */
parentPort?.once('message', async ({ bytes, name }: VerifyingRequest) => {
  parentPort?.postMessage({ kind: 'verified', file: await verifyHere(name, bytes) } satisfies FromReader);
});
