import type { AppError } from '../../../shared/api/errors.ts';
import { placeName } from '../../../shared/documents/mark-sheet-places.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';
import type { Role } from '../../../shared/model/person.ts';
import { latestReceivedRevision, type ReceivedSignature } from '../../db/stores/received-store.ts';
import { everythingOf } from '../register/same-person.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { isOwnWork } from './own-work.ts';

/**
 * Why the person whose workspace it is cannot sign a place of a sheet that came in; null where they can. Whose work it is
 * may be asked of somebody who remembers: a list asks it of each of its sheets.
 */
export function placeRefusal(
  workspace: Workspace,
  sheet: SignedSheet,
  signed: readonly ReceivedSignature[],
  place: SignaturePlace,
  isOwn: (sheet: SignedSheet) => boolean = (one) => isOwnWork(workspace, one),
): AppError | null {
  if (signed.some((one) => one.place === place.id))
    return { code: 'place-signed', place: placeName(place.signatureLabel) };
  const roles = rolesFor(place);
  const [wanted] = roles;
  if (wanted === undefined) return { code: 'place-unknown', place: place.id };
  const owner = ownerOf(workspace);
  if (!roles.some((role) => owner.roles.includes(role))) return { code: 'not-your-role', role: wanted };
  if (isOwn(sheet)) return { code: 'own-work' };
  const mine = placeSignedBy(workspace, owner.id, sheet, signed);
  if (mine) return { code: 'signed-by-you', place: placeName(mine.signatureLabel) };
  const behind = placesBehind(sheet, place).find(({ id }) => signed.some((one) => one.place === id));
  if (behind) return { code: 'place-passed', place: placeName(behind.signatureLabel) };
  const before = place.role === 'iqa' ? unsignedCountersigner(sheet, signed) : undefined;
  if (before) return { code: 'place-waits', place: placeName(before.signatureLabel) };
  const latest = latestReceivedRevision(workspace.db, sheet.sheet) ?? 0;
  return latest > sheet.revision ? { code: 'sheet-moved-on', revision: latest } : null;
}

/** The place that the person here has signed already, with whatever key: a form's signatures are different people's. */
function placeSignedBy(
  workspace: Workspace,
  person: PersonId,
  { form }: SignedSheet,
  signed: readonly ReceivedSignature[],
): SignaturePlace | undefined {
  if (signed.length < 2) return undefined;
  const own = everythingOf(workspace, { person, fingerprint: null });
  return form.signaturePlaces.find(({ id }) => signed.some((one) => one.place === id && own.has(one.fingerprint)));
}

const ORDER = ['assessor', 'countersigning-assessor', 'iqa', 'ev'] as const;

/** The places whose signers come after a place's: what they signed is not added to behind their backs. */
function placesBehind({ form }: SignedSheet, place: SignaturePlace): readonly SignaturePlace[] {
  return form.signaturePlaces.filter(({ role }) => ORDER.indexOf(role) > ORDER.indexOf(place.role));
}

/** The roles that may sign a place, the one to ask for first; none for the assessor's, which comes signed. */
function rolesFor({ role }: SignaturePlace): readonly Role[] {
  switch (role) {
    case 'assessor':
      return [];
    case 'countersigning-assessor':
      return ['countersigning-assessor'];
    case 'iqa':
      return ['iqa', 'lead-iqa'];
    case 'ev':
      return ['ev'];
    default:
      return assertNever(role);
  }
}

function unsignedCountersigner(
  { form }: SignedSheet,
  signed: readonly ReceivedSignature[],
): SignaturePlace | undefined {
  return form.signaturePlaces.find(
    ({ id, role }) => role === 'countersigning-assessor' && !signed.some((one) => one.place === id),
  );
}
