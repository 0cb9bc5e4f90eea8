import type { Assessment, Form, Pack, PackNote, Qualification, Unit } from '../model/pack.ts';
import { unitName } from '../model/unit-name.ts';

/** Outcomes and criteria as a centre has them from the awarding organisation; their numbers are their places. */
export type EnteredOutcome = { readonly text: string; readonly criteria: readonly string[] };
export type EnteredCriteria = {
  readonly unit: string;
  /** Where they were taken from. */
  readonly origin: string;
  /** Who entered them, as the note says it. */
  readonly centre: string;
  readonly outcomes: readonly EnteredOutcome[];
};

const ENTERED = 'entered-';

/** Where a unit's criteria come from: printed in the source, entered by a centre, or nowhere yet. */
export function originOfCriteria(pack: Pack, unit: Unit): 'source' | 'centre' | 'none' {
  if (unit.outcomes.length === 0) return 'none';
  return noteOn(pack, unit.code) ? 'centre' : 'source';
}

/** The note that says by whom a unit's criteria were entered; its place is where they were taken from. */
export function noteOn(pack: Pack, unit: string): PackNote | undefined {
  return pack.notes.find(
    (note) => note.kind === 'addition' && note.id.startsWith(ENTERED) && note.about.includes(`unit:${unit}`),
  );
}

/**
 * The pack with a unit's outcomes and criteria, numbered 1, 1.1 and on, a note that names their origin, and an
 * assessment by criteria for each qualification that has the unit and no assessment of it. What was entered for the
 * unit before is replaced. Whether the result is a pack is for `validatePack` to say.
 */
export function withEnteredCriteria(pack: Pack, entered: EnteredCriteria, version: string): Pack {
  const before = noteOn(pack, entered.unit);
  const made = new Set(before?.about ?? []);
  const kept = pack.assessments.filter((one) => !made.has(`assessment:${one.id}`));
  const [form] = pack.forms;
  const unit = pack.units.find((one) => one.code === entered.unit);
  if (!unit) return pack;
  const numbered = { ...unit, outcomes: numberedOutcomes(entered.outcomes) };
  const assessments = form ? assessmentsFor(pack.qualifications, kept, numbered, form) : [];
  const note: PackNote = {
    id: before?.id ?? freeName(`${ENTERED}${unit.code}`, new Set(pack.notes.map((one) => one.id))),
    kind: 'addition',
    place: entered.origin,
    found: 'The source prints no learning outcomes and no assessment criteria of this unit.',
    choice: `Entered by centre ${entered.centre} from there, and numbered in the order in which they were entered.`,
    about: [`unit:${unit.code}`, ...assessments.map((one) => `assessment:${one.id}`)],
  };
  return {
    ...pack,
    version,
    units: pack.units.map((one) => (one.code === unit.code ? numbered : one)),
    assessments: kept.toSpliced(placeAmong(pack.assessments, made), 0, ...assessments),
    notes: before ? pack.notes.map((one) => (one === before ? note : one)) : [...pack.notes, note],
  };
}

/** Where the first of what is replaced stands; at the end where nothing is. */
function placeAmong(assessments: readonly Assessment[], made: ReadonlySet<string>): number {
  const first = assessments.findIndex((one) => made.has(`assessment:${one.id}`));
  return first < 0 ? assessments.length : first;
}

/** As they will be on the record: 1 with 1.1, 1.2 and on. */
export function numberedOutcomes(outcomes: readonly EnteredOutcome[]): Unit['outcomes'] {
  return outcomes.map((outcome, o) => ({
    number: `${o + 1}`,
    text: outcome.text,
    criteria: outcome.criteria.map((text, c) => ({ number: `${o + 1}.${c + 1}`, text })),
  }));
}

function assessmentsFor(
  qualifications: readonly Qualification[],
  kept: readonly Assessment[],
  unit: Unit,
  form: Form,
): readonly Assessment[] {
  const taken = new Set(kept.map((one) => one.id));
  return qualifications
    .filter(({ groups }) => groups.some((group) => group.units.includes(unit.code)))
    .filter(({ code }) => !kept.some((one) => one.qualification === code && one.units.includes(unit.code)))
    .map((qualification) => {
      const id = freeName(`${qualification.code}-${unit.code}`, taken);
      taken.add(id);
      return recordOf(id, qualification, unit, form);
    });
}

/** The record of a unit by its criteria: a section for each outcome, and in place of a brief what the source says of evidence. */
function recordOf(id: string, qualification: Qualification, unit: Unit, form: Form): Assessment {
  const title = `${unitName(unit)} ${unit.title}`;
  return {
    id,
    title,
    qualification: qualification.code,
    units: [unit.code],
    brief: {
      heading: `Evidence for ${unitName(unit)}`,
      task: qualification.evidence?.rules ?? [],
      wordCount: { kind: 'none' },
      headings: [],
      closing: [],
    },
    scheme: {
      heading: `ASSESSMENT RECORD: ${title}`,
      rule: { kind: 'criteria-met' },
      sections: unit.outcomes.map((outcome) => ({
        id: `lo${outcome.number}`,
        heading: outcome.text,
        preamble: [],
        criteria: outcome.criteria.map(({ number, text }) => ({
          id: `ac${number}`,
          text: `${number} ${text}`,
          answers: [{ unit: unit.code, criterion: number }],
          available: null,
          minimum: null,
        })),
        available: null,
        minimum: null,
      })),
    },
    form: form.id,
  };
}

/** A name of the form of a code that nothing has yet. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted.slice(0, 58);
  let free = name;
  for (let counted = 2; taken.has(free); counted += 1) free = `${name}-${counted}`;
  return free;
}
