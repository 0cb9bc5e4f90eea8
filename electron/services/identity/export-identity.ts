import type { WrittenFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { PASSPHRASE_LEAST } from '../../../shared/api/limits.ts';
import { fileSafe, shortened } from '../../../shared/documents/file-safe.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { type StoredKey, signingKeyOf } from '../../db/stores/people-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { writeIdentityFile } from '../../signing/identity-file.ts';
import type { Destinations } from '../exports/destinations.ts';
import { writeNamed } from '../exports/write-named.ts';
import { strongEnough } from '../workspace/create-workspace.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { withOpenKey } from './signing-key.ts';

/** Room for the person's name in a file name, in UTF-16 code units and in bytes. */
const NAME_ROOM = [80, 160] as const;

/** Writes key and certificate as one PKCS #12 file, under a passphrase of its own. */
export async function exportIdentity(
  workspace: Workspace,
  destinations: Destinations,
  input: ParsedInput<'identity.export'>,
): Promise<Result<WrittenFile, AppError>> {
  if (!strongEnough(input.protection)) return err({ code: 'weak-passphrase', least: PASSPHRASE_LEAST });
  return withOpenKey(workspace, input.passphrase, presentKey, async (key) => {
    const folder = destinations.claim(input.destination);
    if (!folder.ok) return folder;
    const bytes = await writeIdentityFile(key, input.protection);
    const written = await writeNamed(folder.value, fileName(workspace, 'identity'), 'p12', bytes);
    if (!written.ok) return written;
    atOnce(workspace.db, () =>
      appendEvent(workspace.db, {
        at: workspace.clock.now(),
        actor: ownerOf(workspace).id,
        kind: 'identity-exported',
        payload: { fingerprint: key.fingerprint, file: written.value.sha256 },
      }),
    );
    return written;
  });
}

/** Writes the certificate alone: no secret, for the lead IQA's register. */
export async function exportCertificate(
  workspace: Workspace,
  destinations: Destinations,
  destination: string,
): Promise<Result<WrittenFile, AppError>> {
  const key = presentKey(workspace);
  if (!key.ok) return key;
  const folder = destinations.claim(destination);
  if (!folder.ok) return folder;
  return writeNamed(folder.value, fileName(workspace, 'certificate'), 'cer', key.value.certificate);
}

/** Also one whose certificate ended: it can still show who it was. */
function presentKey(workspace: Workspace): Result<StoredKey, AppError> {
  const key = signingKeyOf(workspace.db, ownerOf(workspace).id);
  return key ? ok(key) : err({ code: 'key-missing' });
}

function fileName(workspace: Workspace, what: 'identity' | 'certificate'): string {
  const name = shortened(fileSafe(ownerOf(workspace).name), ...NAME_ROOM);
  return `countersign-${what} ${name === '' ? '_' : name}`;
}
