import { type BankPlace, placeKey } from '../../../shared/model/comment-bank.ts';
import type { Assessment, Pack, SchemeSection } from '../../../shared/model/pack.ts';

/** A place that a statement can fit, as a person reads it. */
export type PlaceOption = {
  readonly place: BankPlace;
  /** In full, for choosing: "Assignment: 12 › 2 Context › 2.1 The context is described". */
  readonly label: string;
  /** For a table, by the codes of the units: "12 › 2.1". */
  readonly short: string;
};

/** Every assessment of the packs, every section and every criterion, in their order, by the key of the place. */
export function placeOptions(packs: readonly Pack[]): ReadonlyMap<string, PlaceOption> {
  const options = packs.flatMap((pack) => pack.assessments.flatMap((assessment) => ofAssessment(pack, assessment)));
  return new Map(options.map((option) => [placeKey(option.place), option]));
}

function ofAssessment(pack: Pack, assessment: Assessment): readonly PlaceOption[] {
  const whole = { pack: pack.code, assessment: assessment.id, section: null, criterion: null };
  const named = { place: whole, label: nameIn(pack, assessment), short: codesIn(pack, assessment) };
  return [named, ...assessment.scheme.sections.flatMap((section, at) => ofSection(named, section, at + 1))];
}

function ofSection(whole: PlaceOption, section: SchemeSection, number: number): readonly PlaceOption[] {
  const place = { ...whole.place, section: section.id };
  const label = `${whole.label} › ${number} ${section.heading}`;
  return [
    { place, label, short: `${whole.short} › ${number}` },
    ...section.criteria.map((criterion, at) => ({
      place: { ...place, criterion: criterion.id },
      label: `${label} › ${number}.${at + 1} ${criterion.text}`,
      short: `${whole.short} › ${number}.${at + 1}`,
    })),
  ];
}

/** With its qualification where another assessment of the pack has the same title. */
function nameIn(pack: Pack, { id, title, qualification }: Assessment): string {
  if (!pack.assessments.some((other) => other.title === title && other.id !== id)) return title;
  const of = pack.qualifications.find((one) => one.code === qualification);
  return of ? `${title} (${of.title})` : title;
}

/** The units' codes, with the kind of qualification where another assessment of the pack has the same units. */
function codesIn(pack: Pack, { id, units, qualification }: Assessment): string {
  const codes = units.join(' + ');
  if (!pack.assessments.some((other) => other.units.join(' + ') === codes && other.id !== id)) return codes;
  const of = pack.qualifications.find((one) => one.code === qualification);
  return of ? `${codes} ${of.kind}` : codes;
}

/** Where a statement fits, in one line. A place that no pack has any more is named by its ids. */
export function placesText(places: readonly BankPlace[], options: ReadonlyMap<string, PlaceOption>): string {
  const [first, ...others] = places.map((place) => options.get(placeKey(place))?.short ?? placeKey(place));
  if (first === undefined) return 'Anywhere';
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
