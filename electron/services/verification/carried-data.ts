import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { AttachedSheet, SignedCheck } from '../../../shared/model/evidence.ts';
import { attachedSheet, signedCheck } from '../../../shared/verification/data/evidence-shapes.ts';
import type { Shape } from '../../../shared/verification/data/shape.ts';
import { parseCanonicalJson } from '../../../shared/verification/data/strict-json.ts';
import { reading } from '../../../shared/verification/unreadable.ts';
import { sha256Text } from '../../db/stores/audit-store.ts';

/** The sheet that a file carries; null for what is none, or is not what its own digest says. */
export function readCarriedSheet(data: string | null): AttachedSheet | null {
  const read = shaped(data, attachedSheet);
  return read && sha256Text(canonicalJson(read.sheet)) === read.digest ? read : null;
}

/** The check that a DOCX carries; null for what is none. */
export function readCarriedCheck(data: string | null): SignedCheck | null {
  return shaped(data, signedCheck);
}

/** What the verifier says that it found is looked at once more here: it may have been taken over. */
function shaped<T>(data: string | null, shape: Shape<T>): T | null {
  if (data === null) return null;
  const read = reading(() => shape(parseCanonicalJson(data)));
  return read.ok ? read.value : null;
}
