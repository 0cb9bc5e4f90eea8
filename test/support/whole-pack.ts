import { soundPack } from '../seeds/shipped-pack.ts';
import { MET_SCHEME } from './schemes.ts';
import { syntheticPack } from './synthetic-pack.ts';

export type Path = readonly (string | number)[];
export type Change = (pack: object) => void;

/** A pack with all that can be doubled: two of everything, evidence kinds, stages, levels and all three rules. */
function wholePack(): object {
  const shipped = soundPack('cmi-7d27v2');
  const pack = syntheticPack({ code: 'whole', notes: shipped.notes.slice(0, 2).map((one) => ({ ...one, about: [] })) });
  const [first, second] = pack.qualifications;
  const evidence = shipped.qualifications[0]?.evidence;
  const stages = soundPack('cmi-level-6').qualifications[0]?.stages;
  const levels = ['Not yet', 'Achieved'];
  const [forty, byCriterion, met] = pack.assessments;
  const described = MET_SCHEME.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((one) => ({ ...one, descriptors: ['Weak', 'Strong'] })),
  }));
  return structuredClone({
    ...pack,
    sources: [...pack.sources, { id: 'second', title: 'Second source' }],
    qualifications: [{ ...first, evidence, stages }, second],
    assessments: [forty, byCriterion, { ...met, scheme: { ...MET_SCHEME, levels, sections: described } }],
    forms: [...pack.forms, ...pack.forms.map((form) => ({ ...form, id: 'second' }))],
  });
}

/** What stands at a place of a pack. */
export const at = (holder: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), holder);

/** One value put in the place of another. */
export const put =
  (path: Path, to: unknown): Change =>
  (pack) =>
    void Reflect.set(Object(at(pack, path.slice(0, -1))), path.at(-1) ?? '', to);

/** Its file with changes. */
export const changed = (...changes: readonly Change[]): string => {
  const pack = wholePack();
  for (const change of changes) change(pack);
  return JSON.stringify(pack);
};
