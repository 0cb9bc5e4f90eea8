import type { EventKind } from '../../model/audit.ts';
import type {
  AttachedSheet,
  ChainExtract,
  Register,
  SignedCheck,
  SignedExtract,
  SignedRegister,
} from '../../model/evidence.ts';
import type { CheckId, EventId, LearnerId, PersonId, SheetId } from '../../model/ids.ts';
import { ROLES } from '../../model/person.ts';
import { Unreadable } from '../unreadable.ts';
import {
  anything,
  civilDate,
  digest,
  format,
  id,
  instant,
  list,
  literal,
  nullable,
  object,
  oneOf,
  type Shape,
  text,
  whole,
} from './shape.ts';
import { centre, decision, signedSheet, signer } from './sheet-shape.ts';

export const attachedSheet: Shape<AttachedSheet> = object({
  format: format('countersign-attachment/1'),
  sheet: signedSheet,
  digest,
  docx: nullable(digest),
});

export const signedCheck: Shape<SignedCheck> = object({
  format: format('countersign-check/1'),
  check: id<CheckId>(),
  sheet: object({ sheet: id<SheetId>(), revision: whole, digest }),
  files: object({ pdf: digest, docx: nullable(digest) }),
  marks: list(object({ section: text, criterion: nullable(text), mark: checkedMark })),
  decision,
  checkDate: civilDate,
  iqa: signer,
  signedAt: instant,
  chainHead: digest,
});

export const register: Shape<Register> = object({
  format: format('countersign-register/1'),
  centre,
  edition: whole,
  signedAt: instant,
  leadIqa: signer,
  people: list(
    object({
      person: id<PersonId>(),
      name: text,
      roles: list(literal(...ROLES)),
      keys: list(object({ fingerprint: digest, from: instant, until: nullable(instant) })),
    }),
  ),
});

export const signedRegister: Shape<SignedRegister> = object({
  format: format('countersign-signed-register/1'),
  text: anyText,
  signature: anyText,
});

export const signedExtract: Shape<SignedExtract> = object({
  format: format('countersign-signed-extract/1'),
  text: anyText,
  signature: anyText,
});

export const chainExtract: Shape<ChainExtract> = object({
  format: format('countersign-extract/1'),
  scope: oneOf('kind', {
    sheet: object({ kind: literal('sheet'), sheet: id<SheetId>() }),
    learner: object({ kind: literal('learner'), learner: id<LearnerId>() }),
    person: object({ kind: literal('person'), person: id<PersonId>() }),
  }),
  title: text,
  centre,
  madeBy: signer,
  madeAt: instant,
  start: object({ sequence: whole, hash: digest }),
  links: list(
    oneOf('kind', {
      hidden: object({ kind: literal('hidden'), body: digest }),
      shown: object({
        kind: literal('shown'),
        event: object({ id: id<EventId>(), at: instant, actor: id<PersonId>(), kind: eventKind, commitment: digest }),
        disclosed: nullable(object({ salt: text, payload: anything })),
      }),
    }),
  ),
  head: object({ sequence: whole, hash: digest }),
});

/** A chain grows kinds of events without a new form; what is not known is still hashed and shown by its name. */
function eventKind(value: unknown): EventKind {
  if (typeof value === 'string' && /^[a-z][a-z-]{0,60}$/.test(value)) return value as EventKind;
  throw new Unreadable('syntax');
}

function checkedMark(value: unknown): SignedCheck['marks'][number]['mark'] {
  return typeof value === 'number' ? whole(value) : literal('achieved', 'not-yet')(value);
}

/** A text within a text is as long as the file. */
function anyText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Unreadable('syntax');
}
