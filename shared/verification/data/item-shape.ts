import type { EvidenceId, ScriptId } from '../../model/ids.ts';
import type { EvidenceItem } from '../../model/portfolio.ts';
import { civilDate, digest, flag, id, literal, nullable, object, oneOf, type Shape, text, whole } from './shape.ts';

const discussion = object({
  form: literal('professional-discussion', 'questioning'),
  date: civilDate,
  place: text,
  participants: text,
  notes: text,
});

/** A piece of evidence as a signed sheet carries it (shared/model/portfolio.ts). */
export const evidenceItem: Shape<EvidenceItem> = object({
  id: id<EvidenceId>(),
  number: whole,
  title: text,
  kind: object({ code: nullable(text), text }),
  record: oneOf('form', {
    document: object({
      form: literal('document'),
      file: nullable(object({ script: id<ScriptId>(), name: text, sha256: digest })),
      place: text,
    }),
    product: object({ form: literal('product'), description: text, place: text }),
    observation: object({ form: literal('observation'), date: civilDate, place: text, observer: text, notes: text }),
    'witness-testimony': object({
      form: literal('witness-testimony'),
      witness: object({ name: text, role: text, relation: text, contact: text }),
      date: civilDate,
      statement: text,
    }),
    'professional-discussion': discussion,
    questioning: discussion,
  }),
  simulated: flag,
  addedOn: civilDate,
});
