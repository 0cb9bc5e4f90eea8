import type {
  Assessment,
  CombinationCondition,
  EvidenceRules,
  Form,
  Pack,
  Qualification,
  Unit,
} from '../../model/pack.ts';
import { type Found, type Path, repeated, repeats, unknown } from './finding.ts';

/** Ids that stand twice, things pointed at that are not there, and what cannot be printed. */
export function referenceFindings(pack: Pack): readonly Found[] {
  const known = knownIn(pack);
  return [
    ...repeated(pack.sources, 'id', ['sources']),
    ...repeated(pack.qualifications, 'code', ['qualifications']),
    ...repeated(pack.units, 'code', ['units']),
    ...repeated(pack.assessments, 'id', ['assessments']),
    ...repeated(pack.forms, 'id', ['forms']),
    ...repeated(pack.notes, 'id', ['notes']),
    ...pack.units.flatMap((unit, at) => inUnit(unit, ['units', at])),
    ...pack.qualifications.flatMap((one, at) => inQualification(known, one, ['qualifications', at])),
    ...pack.assessments.flatMap((one, at) => inAssessment(known, one, ['assessments', at])),
    ...pack.forms.flatMap((form, at) => inForm(form, ['forms', at])),
    ...inNotes(pack),
  ];
}

/** What may be pointed at, gathered once: a pack may hold thousands of what points. */
type Known = {
  readonly forms: ReadonlySet<string>;
  /** The numbers of each unit's criteria. */
  readonly criteria: ReadonlyMap<string, ReadonlySet<string>>;
  /** The units in the groups of each qualification. */
  readonly grouped: ReadonlyMap<string, ReadonlySet<string>>;
};

function knownIn(pack: Pack): Known {
  return {
    forms: new Set(pack.forms.map((form) => form.id)),
    criteria: new Map(
      pack.units.map((unit) => [
        unit.code,
        new Set(unit.outcomes.flatMap((outcome) => outcome.criteria.map((one) => one.number))),
      ]),
    ),
    grouped: new Map(pack.qualifications.map((one) => [one.code, new Set(one.groups.flatMap((group) => group.units))])),
  };
}

function inUnit(unit: Unit, path: Path): readonly Found[] {
  const outcomes = new Set(['', ...unit.outcomes.map((outcome) => outcome.number)]);
  const numbers = unit.outcomes.flatMap((outcome, o) =>
    outcome.criteria.map((criterion, c) => ({
      value: criterion.number,
      path: [...path, 'outcomes', o, 'criteria', c, 'number'],
    })),
  );
  const criteria = new Set(numbers.map((one) => one.value));
  return [
    ...repeated(unit.outcomes, 'number', [...path, 'outcomes']),
    ...repeats(numbers),
    ...unit.indicativeContent.flatMap(({ outcome }, at) =>
      unknown('outcome', outcome, outcomes, [...path, 'indicativeContent', at, 'outcome']),
    ),
    ...(unit.advice ?? []).flatMap((one, at) => [
      ...one.outcomes.flatMap((outcome) => unknown('outcome', outcome, outcomes, [...path, 'advice', at, 'outcomes'])),
      ...one.criteria.flatMap((number) => unknown('criterion', number, criteria, [...path, 'advice', at, 'criteria'])),
    ]),
  ];
}

function inQualification(known: Known, qualification: Qualification, path: Path): readonly Found[] {
  const groups = new Set(qualification.groups.map((group) => group.code));
  const grouped = new Set(qualification.groups.flatMap((group) => group.units));
  return [
    ...repeated(qualification.groups, 'code', [...path, 'groups']),
    ...repeated(qualification.combination, 'id', [...path, 'combination']),
    ...qualification.groups.flatMap((group, g) => {
      const members = group.units.map((value, at) => ({ value, path: [...path, 'groups', g, 'units', at] }));
      return [...repeats(members), ...members.flatMap((one) => unknown('unit', one.value, known.criteria, one.path))];
    }),
    ...qualification.combination.flatMap((condition, at) =>
      groupsOf(condition).flatMap((group) => unknown('group', group, groups, [...path, 'combination', at])),
    ),
    ...repeated(qualification.stages ?? [], 'code', [...path, 'stages']),
    ...inEvidence(qualification.evidence?.kinds ?? [], [...path, 'evidence', 'kinds']),
    ...(qualification.standards ?? []).flatMap((row, at) =>
      outsideGroups(row.unit, grouped, [...path, 'standards', at, 'unit']),
    ),
    ...qualification.guidance.flatMap((section, s) =>
      section.blocks.flatMap((block, b) => {
        if (block.kind !== 'table') return [];
        const at = [...path, 'guidance', s, 'blocks', b, 'rows'];
        return block.rows.flatMap((row, r) => widthFinding(row.length, block.columns.length, [...at, r]));
      }),
    ),
  ];
}

function inEvidence(kinds: EvidenceRules['kinds'], path: Path): readonly Found[] {
  return [
    ...repeated(kinds, 'code', path),
    ...repeated(kinds, 'text', path),
    ...kinds.flatMap((kind, at) =>
      repeats((kind.forms ?? []).map((value, f) => ({ value, path: [...path, at, 'forms', f] }))),
    ),
  ];
}

function groupsOf(condition: CombinationCondition): readonly string[] {
  if (condition.kind === 'one-group-per-unit') return condition.groups;
  return condition.kind === 'minimum-credits' && condition.group !== null ? [condition.group] : [];
}

function widthFinding(cells: number, columns: number, path: Path): readonly Found[] {
  return cells === columns ? [] : [{ code: 'layout', path, message: `${cells} cells under ${columns} heads.` }];
}

function inAssessment(known: Known, assessment: Assessment, path: Path): readonly Found[] {
  const { qualification, scheme } = assessment;
  const grouped = known.grouped.get(qualification) ?? new Set();
  const assessed = new Set(assessment.units);
  const sections = [...path, 'scheme', 'sections'];
  const criteria = scheme.sections.flatMap((section, s) =>
    section.criteria.map((criterion, c) => ({ criterion, path: [...sections, s, 'criteria', c] })),
  );
  return [
    ...unknown('qualification', qualification, known.grouped, [...path, 'qualification']),
    ...unknown('form', assessment.form, known.forms, [...path, 'form']),
    ...repeats(assessment.units.map((value, at) => ({ value, path: [...path, 'units', at] }))),
    ...assessment.units.flatMap((unit, at) => outsideGroups(unit, grouped, [...path, 'units', at])),
    ...repeated(scheme.sections, 'id', sections),
    ...repeats(criteria.map((one) => ({ value: one.criterion.id, path: [...one.path, 'id'] }))),
    ...criteria.flatMap((one) =>
      one.criterion.answers.flatMap(({ unit, criterion }, at): readonly Found[] => {
        if (assessed.has(unit) && known.criteria.get(unit)?.has(criterion)) return [];
        const message = `There is no criterion of the units assessed “${unit} ${criterion}”.`;
        return [{ code: 'reference', path: [...one.path, 'answers', at], message }];
      }),
    ),
  ];
}

function outsideGroups(unit: string, grouped: ReadonlySet<string>, path: Path): readonly Found[] {
  const message = `Unit “${unit}” stands in no group of the qualification.`;
  return grouped.has(unit) ? [] : [{ code: 'reference', path, message }];
}

function inForm(form: Form, path: Path): readonly Found[] {
  const pattern = (name: 'marksPattern' | 'minimumPattern', slot: string): readonly Found[] =>
    form[name].includes(slot) ? [] : [{ code: 'layout', path: [...path, name], message: `Has no place for ${slot}.` }];
  return [
    ...repeated(form.statements, 'id', [...path, 'statements']),
    ...repeated(form.signaturePlaces, 'id', [...path, 'signaturePlaces']),
    ...pattern('marksPattern', '{available}'),
    ...pattern('minimumPattern', '{minimum}'),
  ];
}

function inNotes(pack: Pack): readonly Found[] {
  const known = new Set([
    'pack:',
    `pack:${pack.code}`,
    ...pack.units.map((one) => `unit:${one.code}`),
    ...pack.assessments.map((one) => `assessment:${one.id}`),
    ...pack.qualifications.map((one) => `qualification:${one.code}`),
    ...pack.forms.map((one) => `form:${one.id}`),
  ]);
  return pack.notes.flatMap((note, n) =>
    note.about.flatMap((about, at) => unknown('part of the pack', about, known, ['notes', n, 'about', at])),
  );
}
