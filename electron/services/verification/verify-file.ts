import type { FileVerification, SignerTrust } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { fingerprintWords } from '../../../shared/lib/fingerprint-words.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import type { VerifiedFile } from '../../readers/verified-file.ts';
import { verifyApart } from '../../readers/verify-apart.ts';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { readRange } from '../../vault/vault.ts';
import { trustOf } from '../register/trust.ts';
import type { IncomingFile } from '../submissions/incoming-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readCarriedSheet } from './carried-data.ts';
import { forgetFile } from './forget-file.ts';
import { verdictSentence } from './verdict-sentence.ts';

/** The largest file that is verified, in bytes: it is held in memory whole. */
const MOST = 512 * 1024 * 1024;

/** Says what an offered file proves. It is not kept, and nothing of it is written down. */
export async function verifyOffered(
  workspace: Workspace,
  { file: token }: ParsedInput<'files.verify'>,
  launch?: LaunchReader,
): Promise<Result<FileVerification, AppError>> {
  const claimed = workspace.incoming.claim(token);
  if (!claimed.ok) return claimed;
  const file = claimed.value;
  try {
    if (file.size > MOST) return err({ code: 'file-too-large', name: file.name, most: MOST });
    return ok(describe(workspace, file, await verifyKept(workspace, file, launch)));
  } finally {
    forgetFile(workspace, file.sha256);
  }
}

/** Verifies a file that lies in the vault, apart from this process. */
export async function verifyKept(
  { vault }: Workspace,
  { name, sha256, size }: IncomingFile,
  launch?: LaunchReader,
): Promise<VerifiedFile> {
  const verified = await verifyApart({ name, size, parts: readRange(vault, sha256, 0, size) }, launch);
  return verified === 'limit' ? TOO_MUCH : verified;
}

const TOO_MUCH: VerifiedFile = {
  type: 'other',
  verdict: 'not-checkable',
  findings: [
    {
      code: 'reading-limit',
      severity: 'not-checkable',
      sentence: 'Checking the file took more time or memory than any honest file needs, so it was stopped.',
    },
  ],
  signatures: [],
  fields: [],
  sheet: null,
  check: null,
};

/** What was found, with what is known here of the keys. */
export function describe(workspace: Workspace, file: IncomingFile, verified: VerifiedFile): FileVerification {
  const { name, sha256, size } = file;
  const { verdict } = verified;
  return {
    name,
    sha256,
    size,
    verdict,
    verdictSentence: verdictSentence(verdict),
    // What is known of the keys is told with the signers.
    findings: verified.findings.filter((one) => one.code !== 'trust-not-judged'),
    signers: signersOf(workspace, verified),
    sheet: carriedSheet(verified),
  };
}

/** Each key once, in the order of signing. */
function signersOf(workspace: Workspace, { signatures }: VerifiedFile): readonly SignerTrust[] {
  const byKey = new Map(signatures.map((one) => [one.fingerprint, one]));
  return [...byKey.values()].map(({ name, fingerprint, certificate }) => {
    const person = (certificate && certificateFacts(certificate)?.person) ?? null;
    return {
      name,
      fingerprint,
      words: fingerprintWords(fingerprint),
      trust: trustOf(workspace, { fingerprint, name, person }),
    };
  });
}

function carriedSheet(verified: VerifiedFile): FileVerification['sheet'] {
  const carried = readCarriedSheet(verified.sheet);
  if (!carried) return null;
  const { learner, assessment, attempt, revision, decision } = carried.sheet;
  return {
    digest: carried.digest,
    learner: learner.name,
    registrationNumber: learner.registrationNumber,
    assessment: assessment.title,
    attempt: attempt.number,
    revision,
    outcome: decision.outcome,
    total: decision.total,
  };
}
