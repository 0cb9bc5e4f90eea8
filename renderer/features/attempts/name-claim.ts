import type { PackSummary } from '../../../shared/api/contract.ts';
import { recogniseExportName } from '../../../shared/documents/recognise-export-name.ts';
import type { Learner } from '../../../shared/model/learner.ts';
import type { IntakeEntries } from './intake-fields.tsx';

/** Of a file only its name is looked at. */
type Named = { readonly name: string };

type Claim = {
  /** The assessment that a file's name speaks of, where a pack has it. */
  readonly assessment: Pick<IntakeEntries, 'pack' | 'qualification' | 'assessment'> | null;
  /** Set where the name speaks of another learner. */
  readonly warning: string | null;
};

/** What the files' names say in the awarding organisation's form: filled in for the person to check, never a fact. */
export function claimOf(files: readonly Named[], packs: readonly PackSummary[], learner: Learner): Claim {
  const names = files.flatMap((file) => recogniseExportName(file.name) ?? []);
  const name = names[0];
  if (!name) return { assessment: null, warning: null };
  const other = names.find((one) => one.registrationNumber !== learner.registrationNumber);
  const units = [...name.units].sort().join('+');
  const pack = packs.find((one) => one.code.includes(name.qualification));
  const assessment = pack?.assessments.find((one) => [...one.units].sort().join('+') === units);
  return {
    assessment:
      pack && assessment
        ? { pack: pack.digest, qualification: assessment.qualification, assessment: assessment.id }
        : null,
    warning: other
      ? `A file is named for ${other.learner}, registration number ${other.registrationNumber}; this learner’s is ${learner.registrationNumber}. Check that it is the right learner.`
      : null,
  };
}

/** The registration number that the first file with a name of that form carries; null where none has one. */
export function claimedNumber(files: readonly Named[]): string | null {
  return files.map(({ name }) => recogniseExportName(name)?.registrationNumber).find((one) => one) ?? null;
}

/** Files that are probably one submission: all of them, unless their names speak of several learners. */
export function oneSubmission<File extends Named>(files: readonly File[]): readonly File[] {
  const numbers = new Set(files.flatMap((file) => claimedNumber([file]) ?? []));
  if (numbers.size < 2) return files;
  const first = claimedNumber(files);
  return files.filter((file) => claimedNumber([file]) === first);
}
