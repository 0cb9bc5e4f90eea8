import { z } from 'zod';
import { list } from './list.ts';
import { EVIDENCE_FORMS } from './portfolio.ts';

/**
 * A pack is one awarding organisation's qualifications as data. Wording is carried exactly as in the source document,
 * white space aside; what the source does not say is absent, never invented.
 * Codes and ids inside a pack are stable: once published, one never changes its meaning.
 */
const text = z.string().min(1).max(20_000);
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/, 'letters, digits, dot, plus and hyphen, at most 64');
const count = z.number().int().min(0).max(100_000);
/** Of one qualification; every condition is judged over the units of its groups. */
const MOST_GROUPS = 200;
const MOST_CONDITIONS = 100;

/** A run of the source's text: a paragraph or a bullet, with bullets that hang below it. */
export type TextBlock = {
  readonly kind: 'paragraph' | 'bullet' | 'number';
  readonly text: string;
  readonly items?: readonly TextBlock[] | undefined;
};
const textBlock: z.ZodType<TextBlock> = z.strictObject({
  kind: z.enum(['paragraph', 'bullet', 'number']),
  text,
  get items() {
    return list(textBlock).optional();
  },
});

/** A table as the source prints it: heads, then rows of as many cells, each cell a run of blocks (none where it is empty). */
export type TableBlock = {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (readonly TextBlock[])[])[];
};
const tableBlock = z.strictObject({
  kind: z.literal('table'),
  columns: list(text, 1),
  rows: list(list(list(textBlock))),
});

/** Guidance is text, with tables between. */
export type GuidanceBlock = TextBlock | TableBlock;
const guidanceBlock: z.ZodType<GuidanceBlock> = z.union([textBlock, tableBlock]);

/** Stands in a text for each stretch of words that the source lost. */
export const LOST = '[lost]';

/**
 * How a thing was read where its number or words do not stand in the source as they stand here. `found` is what stands
 * there, in pieces where other cells lie between; empty where nothing is left.
 */
const reading = z.strictObject({
  found: list(text),
  /** `given`: by its place among the others, since the source lost the number or prints none. */
  number: z.enum(['found', 'given']),
  /** `mended`: put together again from what is there. `lost`: words are missing, each stretch of them `LOST` in the text. */
  wording: z.enum(['found', 'mended', 'lost']),
});

const outcomeNumber = z.string().regex(/^\d+$/);
const criterionNumber = z.string().regex(/^\d+\.\d+$/);

const assessmentCriterion = z.strictObject({
  /** The number as the unit prints it, "1.1". */
  number: criterionNumber,
  text,
  reading: reading.optional(),
});

const learningOutcome = z.strictObject({
  number: outcomeNumber,
  text,
  criteria: list(assessmentCriterion),
  reading: reading.optional(),
});

/** What the source prints beside the criteria for whoever assesses or prepares the evidence. */
const advice = z.strictObject({
  kind: z.enum(['guidance', 'mistake']),
  /** The outcomes and criteria that the source puts it beside; none where it is about the whole unit. */
  outcomes: list(outcomeNumber),
  criteria: list(criterionNumber),
  blocks: list(textBlock, 1),
  reading: reading.optional(),
});

const unit = z.strictObject({
  /** The unit's short code in the app, "602". Unique in the pack. */
  code,
  /** The number as the source prints it, "8316-602"; null where it prints none. */
  number: text.nullable(),
  title: text,
  level: z.number().int().min(1).max(8),
  credits: count.nullable(),
  guidedLearningHours: count.nullable(),
  totalUnitTime: count.nullable(),
  /** What the source says of the unit under no label of its own. */
  description: text.optional(),
  outcomes: list(learningOutcome),
  /** The unit's own labelled rows ("Unit purpose and aim(s)" ...), label and text as printed; text "" where the cell is empty. */
  particulars: list(z.strictObject({ label: text, text: z.string().max(20_000) })),
  /** Indicative content by the outcome that it stands beside. */
  indicativeContent: list(z.strictObject({ outcome: z.string(), blocks: list(textBlock) })),
  advice: list(advice).optional(),
  /** How the head of the unit was read: number, title, level, credits and hours. */
  reading: reading.optional(),
});

/** Points at one AC of one unit of the same pack. */
const criterionReference = z.strictObject({ unit: code, criterion: criterionNumber });

const wordCount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('range'), minimum: count, maximum: count, wording: text }),
  z.strictObject({ kind: z.literal('nominal'), nominal: count, minimum: count, maximum: count, wording: text }),
]);

const brief = z.strictObject({
  /** The heading as printed, "REFLECTIVE REVIEW: 602". */
  heading: text,
  /** Every paragraph of the task, the one that states the word count included. */
  task: list(textBlock),
  wordCount,
  /** The headings under which the learner writes, with the guidance and the criteria beside them. */
  headings: list(
    z.strictObject({
      heading: text,
      guidance: list(textBlock),
      /** "(min 5 marks required from 10 available)" as printed; null where the brief prints none. */
      marks: text.nullable(),
      criteria: list(text),
    }),
  ),
  closing: list(text),
});

const rule = z.discriminatedUnion('kind', [
  /** Pass: overall total at `passTotal` or more and the minimum in every section (source 003). */
  z.strictObject({ kind: z.literal('section-minimum'), passTotal: count }),
  /** Marks per criterion, every criterion at its minimum; `passTotal` null where the total does not count. */
  z.strictObject({ kind: z.literal('criterion-minimum'), passTotal: count.nullable() }),
  /** No marks: every criterion achieved or not yet. */
  z.strictObject({ kind: z.literal('criteria-met') }),
]);

const schemeCriterion = z.strictObject({
  id: code,
  text,
  answers: list(criterionReference),
  /** Only where the rule gives marks by criterion. */
  available: count.nullable(),
  minimum: count.nullable(),
  /** What work at each of the scheme's levels looks like, in their order. */
  descriptors: list(text).optional(),
});

const schemeSection = z.strictObject({
  id: code,
  heading: text,
  /** Wording printed between heading and criteria, where the sheet prints any. */
  preamble: list(text),
  criteria: list(schemeCriterion),
  /** Marks of the section; null where the rule has none. */
  available: count.nullable(),
  minimum: count.nullable(),
});

const scheme = z.strictObject({
  /** The heading as printed, "MARK SHEET: REFLECTIVE REVIEW: 602". */
  heading: text,
  rule,
  /** Columns that describe work at each level beside a criterion ("Referral", "Pass", "Good Pass"); they judge nothing. */
  levels: list(text, 2, 6).optional(),
  sections: list(schemeSection, 1),
});

const assessment = z.strictObject({
  /** Stable id in the pack, "award-602", "diploma-602-604". */
  id: code,
  title: text,
  /** The qualification whose appendix prints it. */
  qualification: code,
  /** Units it assesses: one, or several when integrated. */
  units: list(code, 1),
  brief,
  scheme,
  /** The form in `forms` that its sheet is printed on. */
  form: code,
});

/** A place for a signature: a list, since a form may carry a countersigning assessor too. */
const signaturePlace = z.strictObject({
  id: code,
  role: z.enum(['assessor', 'countersigning-assessor', 'iqa', 'ev']),
  /** "Assessor signature and date:" as printed. */
  signatureLabel: text,
  nameLabel: text.nullable(),
  dateLabel: text.nullable(),
});

const form = z.strictObject({
  id: code,
  labels: z.strictObject({
    centreNumber: text,
    centreName: text,
    learnerNumber: text,
    /** Where `learnerNameAdded` is true the source's mark sheet has no such field, and the app adds it. */
    learnerName: text,
    criteria: text,
    strengths: text,
    improvements: text,
    assessorMark: text,
    qaMark: text,
    assessorDecision: text,
    qualityAssurance: text,
    totalMarks: text,
    outcome: text,
    outcomeHint: text,
    totalRule: text,
    outcomeChoice: text,
    sectionReferral: text,
    iqaCheckDate: text,
  }),
  learnerNameAdded: z.boolean(),
  /** The labels of the brief that the sheet goes with, where the source prints any. */
  brief: z
    .strictObject({
      centreNumber: text,
      centreName: text,
      learnerNumber: text,
      learnerName: text,
      task: text,
      headings: text,
      criteria: text,
    })
    .optional(),
  /** "{available} marks" and "(min {minimum})": how a section's marks are printed. */
  marksPattern: text,
  minimumPattern: text,
  /** Statements printed above the table, in order; the refusal box follows `refusal`. */
  statements: list(z.strictObject({ id: code, number: z.string(), text })),
  refusal: text,
  signaturePlaces: list(signaturePlace, 1),
});

const combinationCondition = z.discriminatedUnion('kind', [
  z.strictObject({ id: code, kind: z.literal('all-units'), units: list(code, 1), wording: text }),
  z.strictObject({
    id: code,
    kind: z.literal('minimum-credits'),
    group: code.nullable(),
    credits: count,
    /** Hours of total unit time, where the source gives the same minimum in hours too. */
    totalUnitTime: count.optional(),
    wording: text,
  }),
  z.strictObject({
    id: code,
    kind: z.literal('one-group-per-unit'),
    groups: list(code, 2, MOST_GROUPS),
    wording: text,
  }),
  z.strictObject({
    id: code,
    kind: z.literal('credit-share-above'),
    level: z.number().int(),
    /** The share of the claimed credits must be more than this, 0 to 1. */
    share: z.number().min(0).max(1),
    wording: text,
  }),
  z.strictObject({
    id: code,
    kind: z.literal('minimum-credits-at-level'),
    level: z.number().int(),
    credits: count,
    totalUnitTime: count.optional(),
    wording: text,
  }),
]);

/** What a learner may bring as evidence, in the source's own words. */
const evidence = z.strictObject({
  kinds: list(
    z.strictObject({
      code,
      text,
      /** How the app records evidence of this type; any form where none is named. A convention of the pack, not the source's. */
      forms: list(z.enum(EVIDENCE_FORMS), 1).optional(),
    }),
    1,
  ),
  /** Whether the source leaves the list open ("etc"). */
  open: z.boolean(),
  rules: list(textBlock),
  simulation: z.strictObject({ allowed: z.boolean(), wording: text }).optional(),
});

const qualification = z.strictObject({
  code,
  title: text,
  level: z.number().int().min(1).max(8),
  kind: z.string().min(1).max(60),
  number: text.nullable(),
  /** The overview's rows, label and text as printed. */
  overview: list(z.strictObject({ label: text, text: z.string().max(20_000), items: list(textBlock).optional() })),
  credits: count.nullable(),
  guidedLearningHours: count.nullable(),
  totalQualificationTime: count.nullable(),
  groups: list(z.strictObject({ code, title: text, units: list(code, 1) }), 1, MOST_GROUPS),
  combination: list(combinationCondition, 0, MOST_CONDITIONS),
  /** Days from receipt to the result; null where the source sets none. */
  turnaroundDays: count.nullable(),
  /** The stages that a result passes, in order. */
  stages: list(z.strictObject({ code, text })).optional(),
  evidence: evidence.optional(),
  /** Whether results are graded beyond pass or not. */
  grading: z.strictObject({ graded: z.boolean(), wording: text }).optional(),
  /** National occupational standards, row by row as the source maps units to them. */
  standards: list(z.strictObject({ unit: code, standard: text })).optional(),
  guidance: list(z.strictObject({ heading: text, blocks: list(guidanceBlock) })),
});

const note = z.strictObject({
  id: code,
  kind: z.enum(['contradiction', 'wording', 'addition', 'convention', 'mended', 'lost']),
  /** Where in the source, in words: "Appendix D, 609, mark sheet, section 2". */
  place: text,
  /** What the source says, each wording as printed. */
  found: text,
  /** What the pack does about it, and why. */
  choice: text,
  /** What the note is about, so that the app shows it there: "unit:507", "assessment:diploma-609", "qualification:diploma", "form:ilm-mark-sheet". */
  about: list(z.string().regex(/^(pack|unit|assessment|qualification|form):[A-Za-z0-9.+-]*$/)),
});

export const packSchema = z.strictObject({
  format: z.literal('countersign-pack/1'),
  code,
  /** The pack's own version, "1.0.0", with "+..." where a centre added to it; the digest of its canonical content is what identifies it. */
  version: z.string().regex(/^\d+\.\d+\.\d+(\+[A-Za-z0-9.-]{1,40})?$/),
  title: text,
  organisation: z.strictObject({ code, name: text }),
  sources: list(z.strictObject({ id: code, title: text })),
  qualifications: list(qualification, 1),
  units: list(unit),
  assessments: list(assessment),
  forms: list(form),
  notes: list(note),
});

export type Pack = z.infer<typeof packSchema>;
export type Unit = Pack['units'][number];
export type Advice = NonNullable<Unit['advice']>[number];
export type Reading = NonNullable<Unit['reading']>;
export type Qualification = Pack['qualifications'][number];
export type Assessment = Pack['assessments'][number];
export type Brief = Assessment['brief'];
export type WordCount = Brief['wordCount'];
export type Scheme = Assessment['scheme'];
export type SchemeSection = Scheme['sections'][number];
export type SchemeCriterion = SchemeSection['criteria'][number];
export type SchemeRule = Scheme['rule'];
export type EvidenceRules = NonNullable<Qualification['evidence']>;
export type Form = Pack['forms'][number];
export type SignaturePlace = Form['signaturePlaces'][number];
export type CombinationCondition = Qualification['combination'][number];
export type PackNote = Pack['notes'][number];
