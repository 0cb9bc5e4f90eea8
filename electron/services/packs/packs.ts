import type { PackSummary } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { type Assessment, type Form, type Pack, packSchema } from '../../../shared/model/pack.ts';
import { newestFirst } from '../../../shared/rules/pack-versions.ts';
import { readPack, readPacks, type StoredPack } from '../../db/stores/pack-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A pack of the workspace, parsed once. */
export function getPack(workspace: Workspace, digest: Digest): Result<Pack, AppError> {
  const known = workspace.packs.get(digest);
  if (known) return ok(known);
  const stored = readPack(workspace.db, digest);
  if (!stored) return err({ code: 'pack-unknown' });
  const pack = packSchema.parse(JSON.parse(stored.content));
  workspace.packs.set(digest, pack);
  return ok(pack);
}

/** An assessment with its pack and the form that its sheet is printed on. */
export function getAssessment(
  workspace: Workspace,
  digest: Digest,
  id: string,
): Result<{ readonly pack: Pack; readonly assessment: Assessment; readonly form: Form }, AppError> {
  const pack = getPack(workspace, digest);
  if (!pack.ok) return pack;
  const assessment = pack.value.assessments.find((one) => one.id === id);
  const form = pack.value.forms.find((one) => one.id === assessment?.form);
  if (!assessment || !form) return err({ code: 'assessment-unknown', assessment: id });
  return ok({ pack: pack.value, assessment, form });
}

/** Every pack of the workspace, with what can be chosen from it; of one code the newest version first. */
export function listPacks(workspace: Workspace): readonly PackSummary[] {
  return newestFirst(readPacks(workspace.db)).flatMap((stored) => {
    const pack = getPack(workspace, stored.digest);
    return pack.ok ? [summarise(pack.value, stored.digest, stored.builtIn)] : [];
  });
}

/** Every version that is kept of a pack, the newest first. */
export function versionsOf(workspace: Workspace, code: string): readonly Pick<StoredPack, 'digest' | 'version'>[] {
  return newestFirst(readPacks(workspace.db).filter((stored) => stored.code === code));
}

/** What the lists show of a pack. */
export function summarise(pack: Pack, digest: Digest, builtIn: boolean): PackSummary {
  return {
    digest,
    code: pack.code,
    version: pack.version,
    title: pack.title,
    organisation: pack.organisation.name,
    builtIn,
    qualifications: pack.qualifications.map(({ code, title, number }) => ({ code, title, number })),
    assessments: pack.assessments.map(({ id, title, qualification, units }) => ({ id, title, qualification, units })),
  };
}
