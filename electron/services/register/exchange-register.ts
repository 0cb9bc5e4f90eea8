import type { RegisterView, WrittenFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { fileSafe, shortened } from '../../../shared/documents/file-safe.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Register } from '../../../shared/model/evidence.ts';
import { appendEvent, sha256Text } from '../../db/stores/audit-store.ts';
import { insertEdition, latestEdition } from '../../db/stores/register-store.ts';
import { atOnce, inTransaction } from '../../db/transaction.ts';
import { type CertificateFacts, certificateFacts } from '../../signing/certificate-facts.ts';
import { signerOfText } from '../../signing/detached-text.ts';
import type { Destinations } from '../exports/destinations.ts';
import { writeNamed } from '../exports/write-named.ts';
import { withSmallFile } from '../submissions/small-file.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { currentSignedRegister, registerInForce } from './register-in-force.ts';
import { readRegisterFile } from './register-schema.ts';
import { viewRegister } from './register-view.ts';
import { noteKey } from './trust.ts';

/** Bytes; a thousand people with fifty keys each stay under it. */
const LARGEST = 16 * 1024 * 1024;
const NUMBER_ROOM = [40, 80] as const;

/** Writes the edition in force as a file, for everybody of the centre. */
export async function exportRegister(
  workspace: Workspace,
  destinations: Destinations,
  destination: string,
): Promise<Result<WrittenFile, AppError>> {
  const edition = registerInForce(workspace);
  const signed = currentSignedRegister(workspace);
  if (!edition || !signed) return err({ code: 'register-missing' });
  const folder = destinations.claim(destination);
  if (!folder.ok) return folder;
  const { number } = edition.register.centre;
  const base = `countersign-register ${shortened(fileSafe(number), ...NUMBER_ROOM)} edition ${edition.register.edition}`;
  const written = await writeNamed(folder.value, base, 'json', Buffer.from(canonicalJson(signed), 'utf8'));
  if (!written.ok) return written;
  atOnce(workspace.db, () =>
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'register-exported',
      payload: { edition: edition.register.edition, digest: sha256Text(signed.text), file: written.value.sha256 },
    }),
  );
  return written;
}

/**
 * Takes in a newer edition that the lead IQA signed. A lead IQA's key that is new here is taken too: the view says so,
 * and a person compares it by telephone.
 */
export function importRegister(workspace: Workspace, token: string): Promise<Result<RegisterView, AppError>> {
  return withSmallFile(workspace, token, LARGEST, (bytes) => adoptRegister(workspace, bytes));
}

async function adoptRegister(workspace: Workspace, bytes: Uint8Array): Promise<Result<RegisterView, AppError>> {
  const read = readRegisterFile(bytes);
  if (!read) return refused('damaged');
  const { signed, register } = read;
  const der = await signerOfText(signed);
  const signer = der && certificateFacts(der);
  if (!signer || !isLeadOf(register, signer)) return refused('signature');
  return inTransaction<RegisterView, AppError>(workspace.db, () => {
    if (!sameNumber(register.centre.number, centreOf(workspace).number)) return refused('other-centre');
    if (register.edition <= (latestEdition(workspace.db)?.edition ?? 0)) return refused('older');
    noteKey(workspace, signer.certificate);
    const at = workspace.clock.now();
    const { edition, leadIqa } = register;
    const signature = Buffer.from(signed.signature, 'base64');
    insertEdition(workspace.db, {
      edition,
      content: signed.text,
      signature,
      fingerprint: signer.fingerprint,
      takenAt: at,
    });
    appendEvent(workspace.db, {
      at,
      actor: ownerOf(workspace).id,
      kind: 'register-adopted',
      payload: { edition, digest: sha256Text(signed.text), leadIqa: { ...leadIqa } },
    });
    return ok(viewRegister(workspace));
  });
}

/** The signer is the lead IQA whom the register itself lists, with a key that has not ended and was good at the time. */
function isLeadOf(register: Register, { fingerprint, roles, from, until }: CertificateFacts): boolean {
  const { leadIqa, people, signedAt } = register;
  const entry = people.find((one) => one.person === leadIqa.person);
  const key = entry?.keys.find((one) => one.fingerprint === fingerprint);
  const at = Date.parse(signedAt);
  // A certificate's times have no milliseconds: it begins up to one second before it was made.
  const good = from !== null && until !== null && Date.parse(from) <= at && at <= Date.parse(until);
  return (
    leadIqa.fingerprint === fingerprint &&
    roles.includes('lead-iqa') &&
    entry?.roles.includes('lead-iqa') === true &&
    entry.name === leadIqa.name &&
    key?.until === null &&
    good
  );
}

/** Each workspace gave its centre an id of its own; the awarding organisation's number is what they share. */
function sameNumber(one: string, other: string): boolean {
  const plain = (number: string) => number.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  return plain(one) === plain(other);
}

function refused(reason: Extract<AppError, { code: 'register-refused' }>['reason']) {
  return err({ code: 'register-refused', reason } as const);
}
