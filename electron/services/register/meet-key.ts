import type { RegisterView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { holderOfKey } from '../../db/stores/people-store.ts';
import { certificateInFile } from '../../signing/certificate-facts.ts';
import { fingerprintOf } from '../../signing/certificate-names.ts';
import { withSmallFile } from '../submissions/small-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { viewRegister } from './register-view.ts';
import { noteKey } from './trust.ts';

/** Bytes; a certificate has some seven hundred. */
const LARGEST = 65_536;

/** Takes note of a certificate that its owner sent as a file, DER or PEM. One that is known already changes nothing. */
export function meetKey(workspace: Workspace, token: string): Promise<Result<RegisterView, AppError>> {
  return withSmallFile(workspace, token, LARGEST, async (bytes) => {
    const certificate = certificateInFile(bytes);
    if (!certificate) return err({ code: 'certificate-refused', reason: 'damaged' });
    if (holderOfKey(workspace.db, fingerprintOf(certificate))) {
      return err({ code: 'certificate-refused', reason: 'own' });
    }
    if (!noteKey(workspace, certificate)) return err({ code: 'certificate-refused', reason: 'damaged' });
    return ok(viewRegister(workspace));
  });
}
