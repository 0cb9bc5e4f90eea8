import type {
  AttemptId,
  CentreId,
  EvidenceId,
  KeyId,
  LearnerId,
  PersonId,
  ScriptId,
  SheetId,
} from '../../model/ids.ts';
import type { CarriedFrom, SignedSheet } from '../../model/mark-sheet.ts';
import type { Form, Scheme } from '../../model/pack.ts';
import { evidenceItem } from './item-shape.ts';
import {
  civilDate,
  digest,
  flag,
  format,
  id,
  instant,
  list,
  literal,
  maybe,
  nullable,
  object,
  oneOf,
  type Shape,
  text,
  whole,
} from './shape.ts';

const scheme: Shape<Scheme> = object({
  heading: text,
  rule: oneOf('kind', {
    'section-minimum': object({ kind: literal('section-minimum'), passTotal: whole }),
    'criterion-minimum': object({ kind: literal('criterion-minimum'), passTotal: nullable(whole) }),
    'criteria-met': object({ kind: literal('criteria-met') }),
  }),
  levels: maybe(mutable(text)),
  sections: mutable(
    object({
      id: text,
      heading: text,
      preamble: mutable(text),
      criteria: mutable(
        object({
          id: text,
          text,
          answers: mutable(object({ unit: text, criterion: text })),
          available: nullable(whole),
          minimum: nullable(whole),
          descriptors: maybe(mutable(text)),
        }),
      ),
      available: nullable(whole),
      minimum: nullable(whole),
    }),
  ),
});

const labels = object({
  centreNumber: text,
  centreName: text,
  learnerNumber: text,
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
});

const form: Shape<Form> = object({
  id: text,
  labels,
  learnerNameAdded: flag,
  brief: maybe(
    object({
      centreNumber: text,
      centreName: text,
      learnerNumber: text,
      learnerName: text,
      task: text,
      headings: text,
      criteria: text,
    }),
  ),
  marksPattern: text,
  minimumPattern: text,
  statements: mutable(object({ id: text, number: text, text })),
  refusal: text,
  signaturePlaces: mutable(
    object({
      id: text,
      role: literal('assessor', 'countersigning-assessor', 'iqa', 'ev'),
      signatureLabel: text,
      nameLabel: nullable(text),
      dateLabel: nullable(text),
    }),
  ),
});

export const decision: Shape<SignedSheet['decision']> = oneOf('outcome', {
  incomplete: object({ outcome: literal('incomplete'), total: nullable(whole), unmarked: list(text) }),
  pass: object({ outcome: literal('pass'), total: nullable(whole) }),
  referral: object({
    outcome: literal('referral'),
    total: nullable(whole),
    referred: list(
      oneOf('reason', {
        'below-minimum': object({ section: text, reason: literal('below-minimum'), mark: whole, minimum: whole }),
        'criterion-below-minimum': object({
          section: text,
          reason: literal('criterion-below-minimum'),
          criteria: list(text),
        }),
        'criterion-not-met': object({ section: text, reason: literal('criterion-not-met'), criteria: list(text) }),
        'named-by-assessor': object({ section: text, reason: literal('named-by-assessor') }),
      }),
    ),
    totalShort: nullable(object({ total: whole, needed: whole })),
  }),
});

export const centre: Shape<SignedSheet['centre']> = object({ id: id<CentreId>(), number: text, name: text });

export const signer: Shape<SignedSheet['assessor']> = object({
  person: id<PersonId>(),
  name: text,
  key: id<KeyId>(),
  fingerprint: digest,
});

const carriedFrom: Shape<CarriedFrom> = object({ sheet: id<SheetId>(), attempt: whole, revision: whole, digest });

const sections: Shape<SignedSheet['sections']> = list(
  object({
    section: text,
    strengths: text,
    improvements: text,
    mark: nullable(whole),
    criteria: list(
      object({
        criterion: text,
        mark: nullable(whole),
        met: nullable(literal('achieved', 'not-yet')),
        seen: list(text),
        judgement: maybe(text),
        judged: maybe(
          list(object({ met: literal('achieved', 'not-yet'), at: instant, attempt: whole, evidence: list(whole) })),
        ),
        evidence: maybe(list(object({ evidence: id<EvidenceId>(), place: text }))),
        carried: maybe(carriedFrom),
      }),
    ),
    carried: nullable(carriedFrom),
  }),
);

/** A signed sheet as data, whole (shared/model/mark-sheet.ts). */
export const signedSheet: Shape<SignedSheet> = object({
  format: format('countersign-sheet/1'),
  sheet: id<SheetId>(),
  purpose: literal('official', 'second-mark', 'standardisation'),
  revision: whole,
  supersedes: nullable(object({ revision: whole, digest, reason: text })),
  centre,
  learner: object({ id: id<LearnerId>(), name: text, registrationNumber: text }),
  attempt: object({
    id: id<AttemptId>(),
    number: whole,
    dateReceived: civilDate,
    declarationDate: civilDate,
    standardisationRefused: flag,
    scripts: list(object({ id: id<ScriptId>(), name: text, sha256: digest, size: whole, wordCount: nullable(whole) })),
  }),
  pack: object({ code: text, version: text, digest }),
  assessment: object({
    id: text,
    title: text,
    qualification: text,
    units: list(object({ code: text, number: text, title: text })),
  }),
  scheme,
  form,
  sections,
  evidence: maybe(list(evidenceItem)),
  redo: list(text),
  decision,
  assessor: signer,
  acknowledged: maybe(list(object({ code: text, section: nullable(text), criterion: maybe(text) }))),
  signedAt: instant,
  chainHead: digest,
});

/** Packs are typed by what reads them, which hands out plain lists. */
function mutable<T>(shape: Shape<T>): Shape<T[]> {
  const items = list(shape);
  return (value) => [...items(value)];
}
