import type { Assessment, Pack, PackNote, Qualification, Unit } from '../../../shared/model/pack.ts';
import { unitName } from '../../../shared/model/unit-name.ts';

/** A page of a pack. Its text form, "unit:602", is what a route and a pack's notes name. */
export type Place =
  | { readonly kind: 'pack'; readonly id: 'pack:' }
  | { readonly kind: 'qualification'; readonly id: string; readonly qualification: Qualification }
  | { readonly kind: 'unit'; readonly id: string; readonly unit: Unit }
  | { readonly kind: 'assessment'; readonly id: string; readonly assessment: Assessment };

/** A heading of the outline with the pages under it. */
export type OutlineGroup = { readonly heading: string; readonly places: readonly Place[] };

/** The pack's pages in the order a reader expects: each qualification with its units and its assessments. */
export function outlineOf(pack: Pack): readonly OutlineGroup[] {
  const groups = pack.qualifications.map((qualification) => {
    const codes = new Set(qualification.groups.flatMap((group) => group.units));
    return {
      heading: qualification.title,
      places: [
        { kind: 'qualification' as const, id: `qualification:${qualification.code}`, qualification },
        ...pack.units
          .filter((unit) => codes.has(unit.code))
          .map((unit) => ({ kind: 'unit' as const, id: `unit:${unit.code}`, unit })),
        ...pack.assessments
          .filter((assessment) => assessment.qualification === qualification.code)
          .map((assessment) => ({ kind: 'assessment' as const, id: `assessment:${assessment.id}`, assessment })),
      ],
    };
  });
  return [...groups, { heading: 'Pack', places: [{ kind: 'pack', id: 'pack:' }] }];
}

/** The page that a route names; the first qualification where it names none. */
export function findPlace(groups: readonly OutlineGroup[], id: string | null): Place | null {
  const all = groups.flatMap((group) => group.places);
  return all.find((place) => place.id === id) ?? all[0] ?? null;
}

/** What the outline and the breadcrumbs call a page. */
export function placeName(place: Place): string {
  switch (place.kind) {
    case 'pack':
      return 'Sources and notes';
    case 'qualification':
      return 'Overview and rules';
    case 'unit':
      return `${unitName(place.unit)} ${place.unit.title}`;
    case 'assessment':
      return place.assessment.title;
  }
}

/** The notes on a page: those that name it, and on an assessment those of the form its sheet is printed on. */
export function notesFor(pack: Pack, place: Place): readonly PackNote[] {
  if (place.kind === 'pack') return pack.notes.filter((note) => note.about.every((about) => about.startsWith('pack:')));
  const names = [place.id, ...(place.kind === 'assessment' ? [`form:${place.assessment.form}`] : [])];
  return pack.notes.filter((note) => note.about.some((about) => names.includes(about)));
}
