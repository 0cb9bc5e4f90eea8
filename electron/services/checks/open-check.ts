import { randomUUID } from 'node:crypto';
import type { CheckView, FileVerification } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import {
  insertReceived,
  placeSigningOf,
  type ReceivedSheet,
  receivedWithDigest,
  recordSignatures,
  updateReceivedFiles,
} from '../../db/stores/received-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import { readFile } from '../../vault/vault.ts';
import { noteKey } from '../register/trust.ts';
import type { IncomingFile } from '../submissions/incoming-files.ts';
import { forgetFile } from '../verification/forget-file.ts';
import { describe, verifyKept } from '../verification/verify-file.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewCheck } from './check-view.ts';
import { type GivenDocx, readGivenDocx } from './given-docx.ts';
import { asSignedPdf, type SignedPdf } from './signed-pdf.ts';

/** The largest PDF or DOCX of a sheet, in bytes: each is held in memory whole. */
const MOST = 64 * 1024 * 1024;

/**
 * Takes in a signed sheet as it was exported, verified first. Opening it again changes nothing; a file that was signed on
 * since takes the place of the one kept, which it begins with; one that went another way is refused.
 */
export async function openCheck(
  workspace: Workspace,
  input: ParsedInput<'checks.open'>,
  launch?: LaunchReader,
): Promise<Result<CheckView, AppError>> {
  const files = claimBoth(workspace, input);
  if (!files.ok) return files;
  try {
    const taken = await takeIn(workspace, files.value, launch);
    if (!taken.ok) return taken;
    return await viewCheck(workspace, taken.value.check, launch, taken.value.verification);
  } finally {
    for (const file of [files.value.pdf, files.value.docx]) if (file) forgetFile(workspace, file.sha256);
  }
}

type Files = { readonly pdf: IncomingFile; readonly docx: IncomingFile | null };

function claimBoth({ incoming }: Workspace, input: ParsedInput<'checks.open'>): Result<Files, AppError> {
  const docx = input.docx === undefined ? null : incoming.claim(input.docx);
  const pdf = incoming.claim(input.pdf);
  if (!pdf.ok) return pdf;
  if (docx && !docx.ok) return docx;
  return ok({ pdf: pdf.value, docx: docx?.value ?? null });
}

/** `verification` is of the PDF as it came, by what was known of the keys before. */
type Taken = { readonly check: CheckId; readonly verification: FileVerification };

async function takeIn(
  workspace: Workspace,
  { pdf: file, docx: docxFile }: Files,
  launch: LaunchReader | undefined,
): Promise<Result<Taken, AppError>> {
  for (const one of [file, docxFile]) {
    if (one && one.size > MOST) return err({ code: 'file-too-large', name: one.name, most: MOST });
  }
  const verified = await verifyKept(workspace, file, launch);
  const pdf = asSignedPdf(file.name, await readFile(workspace.vault, file.sha256), verified);
  if (!pdf.ok) return pdf;
  const docx = docxFile ? await readGivenDocx(workspace, docxFile, pdf.value, launch) : ok(null);
  if (!docx.ok) return docx;
  const known = receivedWithDigest(workspace.db, pdf.value.attached.digest);
  const verification = describe(workspace, file, verified);
  const kept = known && known.pdf.sha256 !== file.sha256 ? await readFile(workspace.vault, known.pdf.sha256) : null;
  return inTransaction<Taken, AppError>(workspace.db, () => {
    // Two tokens of one sheet may be on their way at once; what is kept is looked at again where nothing can come between.
    const now = receivedWithDigest(workspace.db, pdf.value.attached.digest);
    if (now?.pdf.sha256 !== known?.pdf.sha256) return err({ code: 'sheet-frozen' });
    const arrived: Arrived = { file, pdf: pdf.value, docx: docx.value };
    const check = now ? addTo(workspace, now, kept, arrived) : keepNew(workspace, arrived);
    if (!check.ok) return check;
    for (const { certificate } of pdf.value.signatures) if (certificate) noteKey(workspace, certificate);
    return ok({ check: check.value, verification });
  });
}

type Arrived = { readonly file: IncomingFile; readonly pdf: SignedPdf; readonly docx: GivenDocx | null };

function keepNew(workspace: Workspace, { file, pdf, docx }: Arrived): Result<CheckId, AppError> {
  const { attached } = pdf;
  const { sheet } = attached;
  const received: ReceivedSheet = {
    id: randomUUID() as CheckId,
    sheet: sheet.sheet,
    revision: sheet.revision,
    digest: attached.digest,
    content: canonicalJson(sheet),
    firstPdf: file.sha256,
    pdf: { sha256: file.sha256, size: file.size },
    assessorDocx: attached.docx === null ? null : { sha256: attached.docx, size: null },
    docx: null,
    check: null,
    receivedAt: workspace.clock.now(),
  };
  const withFiles = withGiven(received, pdf, docx);
  insertReceived(workspace.db, withFiles);
  recordArrival(workspace, withFiles, pdf);
  return ok(received.id);
}

/** `kept` holds the bytes of the PDF that is kept; null where it is this one. */
function addTo(
  workspace: Workspace,
  known: ReceivedSheet,
  kept: Buffer | null,
  { file, pdf, docx }: Arrived,
): Result<CheckId, AppError> {
  const isLater = kept !== null && beginsWith(pdf.bytes, kept);
  if (kept !== null && !isLater && !beginsWith(kept, pdf.bytes)) return err({ code: 'check-diverged' });
  const current = isLater ? { ...known, pdf: { sha256: file.sha256, size: file.size } } : known;
  const next = withGiven(current, isLater ? pdf : null, docx);
  if (canonicalJson(next) === canonicalJson(known)) return ok(known.id);
  if (placeSigningOf(workspace.db, known.id)) return err({ code: 'sheet-frozen' });
  updateReceivedFiles(workspace.db, next);
  recordArrival(workspace, next, isLater ? pdf : null);
  return ok(known.id);
}

/** The sheet with what the PDF says of the IQA, and with the DOCX that came beside it. */
function withGiven(received: ReceivedSheet, pdf: SignedPdf | null, docx: GivenDocx | null): ReceivedSheet {
  const check = received.check ?? (pdf?.qa ? canonicalJson(pdf.qa) : null);
  switch (docx?.kind) {
    case 'assessor':
      return { ...received, check, assessorDocx: { sha256: docx.file.sha256, size: docx.file.size } };
    case 'check':
      if (received.docx && received.docx.size >= docx.file.size) return { ...received, check };
      return {
        ...received,
        check: canonicalJson(docx.check),
        docx: { sha256: docx.file.sha256, size: docx.file.size },
      };
    default:
      return { ...received, check };
  }
}

function recordArrival(workspace: Workspace, received: ReceivedSheet, pdf: SignedPdf | null): void {
  const { db, clock } = workspace;
  const at = clock.now();
  if (pdf) recordSignatures(db, received.id, pdf.places);
  const { id, sheet, revision, digest } = received;
  appendEvent(db, {
    at,
    actor: ownerOf(workspace).id,
    kind: 'sheet-received',
    payload: {
      check: id,
      sheet,
      revision,
      digest,
      pdf: received.pdf.sha256,
      assessorDocx: received.assessorDocx?.size == null ? null : received.assessorDocx.sha256,
      docx: received.docx?.sha256 ?? null,
      signed: (pdf?.places ?? []).map((one) => ({ place: one.place, fingerprint: one.fingerprint })),
    },
  });
}

function beginsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.length >= start.length && bytes.subarray(0, start.length).equals(start);
}
