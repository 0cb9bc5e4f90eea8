import type {
  Advice,
  Pack,
  PackNote,
  Reading,
  SchemeCriterion,
  SchemeSection,
  Unit,
} from '../../../shared/model/pack.ts';

type Answer = SchemeCriterion['answers'][number];
type Answers = readonly Answer[];

/** How a wording of the sheet stands in its source, where it does not stand there as it reads here. */
export type Marked = { readonly word: 'Mended' | 'Words lost'; readonly note: string };

/** An assessment criterion that a criterion of the sheet answers in other words than its own. */
export type OtherWording = { readonly answer: Answer; readonly text: string };

/** What the criterion answers and does not say itself: a sheet that prints the criteria as they are has none. */
export function otherWordings(pack: Pack, criterion: SchemeCriterion): readonly OtherWording[] {
  return criterion.answers.flatMap((answer) => {
    const text = assessed(pack, answer)?.text ?? '';
    return says(criterion, answer, text) ? [] : [{ answer, text }];
  });
}

/** The mark of a criterion that says what it answers in the unit's words. */
export function markedCriterion(pack: Pack, criterion: SchemeCriterion): Marked | null {
  for (const answer of criterion.answers) {
    const found = assessed(pack, answer);
    if (found && says(criterion, answer, found.text)) return marked(pack, answer.unit, found.reading);
  }
  return null;
}

/** The mark of a heading that is a learning outcome in the unit's words. */
export function markedHeading(pack: Pack, section: SchemeSection): Marked | null {
  for (const unit of unitsOf(pack, section.criteria)) {
    const outcome = unit.outcomes.find((one) => one.text === section.heading);
    if (outcome) return marked(pack, unit.code, outcome.reading);
  }
  return null;
}

/** Advice that carries a mark of its own. */
export function markedAdvice(pack: Pack, unit: string, advice: Advice): Marked | null {
  return marked(pack, unit, advice.reading);
}

/** Advice with the unit that prints it. */
export type UnitAdvice = { readonly unit: string; readonly advice: Advice };

/** What the source puts beside the criteria that a criterion of the sheet answers. */
export function adviceOnCriterion(pack: Pack, criterion: SchemeCriterion): readonly UnitAdvice[] {
  return adviceWhere(pack, [criterion], (advice, numbers) => advice.criteria.some((one) => numbers.has(one)));
}

/** What the source puts beside the section's outcomes, or beside the unit as a whole. */
export function adviceOnSection(pack: Pack, section: SchemeSection): readonly UnitAdvice[] {
  return adviceWhere(pack, section.criteria, (advice, numbers, unit) => {
    if (advice.criteria.length > 0) return false;
    const outcomes = unit.outcomes.filter((outcome) => outcome.criteria.some((one) => numbers.has(one.number)));
    return advice.outcomes.length === 0 || outcomes.some((outcome) => advice.outcomes.includes(outcome.number));
  });
}

type Beside = (advice: Advice, numbers: ReadonlySet<string>, unit: Unit) => boolean;

function adviceWhere(pack: Pack, criteria: readonly SchemeCriterion[], beside: Beside): readonly UnitAdvice[] {
  return unitsOf(pack, criteria).flatMap((unit) => {
    const numbers = new Set(answersOf(criteria).flatMap((one) => (one.unit === unit.code ? [one.criterion] : [])));
    const advice = (unit.advice ?? []).filter((one) => beside(one, numbers, unit));
    return advice.map((one) => ({ unit: unit.code, advice: one }));
  });
}

function answersOf(criteria: readonly SchemeCriterion[]): Answers {
  return criteria.flatMap((one) => one.answers);
}

function unitsOf(pack: Pack, criteria: readonly SchemeCriterion[]): readonly Unit[] {
  const codes = new Set(answersOf(criteria).map((one) => one.unit));
  return pack.units.filter((unit) => codes.has(unit.code));
}

function assessed(pack: Pack, { unit, criterion }: Answer): Unit['outcomes'][number]['criteria'][number] | undefined {
  const outcomes = pack.units.find((one) => one.code === unit)?.outcomes ?? [];
  return outcomes.flatMap((outcome) => outcome.criteria).find((one) => one.number === criterion);
}

function says(criterion: SchemeCriterion, { criterion: number }: Answer, text: string): boolean {
  return criterion.text === text || criterion.text === `${number} ${text}`;
}

function marked(pack: Pack, unit: string, reading: Reading | undefined): Marked | null {
  if (!reading || reading.wording === 'found') return null;
  const source = reading.found.map((words) => `“${words}”`).join(' and ');
  const note = [
    source === '' ? 'Nothing is left of it in the source.' : `The source has ${source}.`,
    reading.number === 'given' ? 'Numbered by its place.' : '',
    onlyNote(pack.notes, reading.wording, `unit:${unit}`)?.choice ?? '',
  ];
  return {
    word: reading.wording === 'lost' ? 'Words lost' : 'Mended',
    note: note.filter((part) => part !== '').join(' '),
  };
}

/** The note on this loss or mending. Where a unit has several of a kind, none of them says which wording it is about. */
function onlyNote(notes: readonly PackNote[], kind: PackNote['kind'], about: string): PackNote | undefined {
  const found = notes.filter((note) => note.kind === kind && note.about.includes(about));
  return found.length === 1 ? found[0] : undefined;
}
