/** What a file's name says of itself; a claim to check against the register, never a fact. */
export type RecognisedName = {
  /** "R Jones". */
  readonly learner: string;
  readonly registrationNumber: string;
  readonly centreNumber: string;
  readonly qualification: string;
  readonly units: readonly string[];
  readonly attempt: number;
  readonly revision: number;
  /** Lower case, without its dot. */
  readonly ending: string;
};

const PART = '([^\\s()-]+)';
const NAME = new RegExp(
  `^(\\S.*?)\\s*-\\s*${PART}\\s*-\\s*${PART}\\s*-\\s*${PART}\\s*-\\s*${PART}\\s*\\((\\d{1,3})\\)(?: rev (\\d{1,4}))?(?: (?:countersigned|checked|verified))?(?: \\(\\d{1,3}\\))?\\.([A-Za-z0-9]{1,5})$`,
  'u',
);

/**
 * Reads a name of the awarding organisation's form, as a learner or `exportName` gave it; null where it is another.
 * Spaces around the hyphens, what was added to the file and a copy mark " (2)" at the end are let pass.
 */
export function recogniseExportName(name: string): RecognisedName | null {
  if (name.length > 255) return null;
  const parts = NAME.exec(name.normalize('NFC'));
  if (!parts) return null;
  const [, learner, registrationNumber, centreNumber, qualification, units, attempt, revision, ending] = parts;
  if (!learner || !registrationNumber || !centreNumber || !qualification || !units || !ending) return null;
  if (Number(attempt) < 1) return null;
  return {
    learner,
    registrationNumber,
    centreNumber,
    qualification,
    units: units.split('+').filter((unit) => unit !== ''),
    attempt: Number(attempt),
    revision: revision === undefined ? 1 : Number(revision),
    ending: ending.toLowerCase(),
  };
}
