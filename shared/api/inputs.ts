import { z } from 'zod';
import { countCharacters, isBlank } from '../lib/blank.ts';
import { type CivilDate, isCivilDate } from '../lib/dates.ts';
import {
  type AttemptId,
  type Digest,
  isDigest,
  isId,
  type LearnerId,
  type ScriptId,
  type SheetId,
} from '../model/ids.ts';
import { FEEDBACK_LIMIT } from './limits.ts';

const id = <T extends string>() => z.custom<T>((value) => typeof value === 'string' && isId(value), 'not an id');
const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a SHA-256');
const civilDate = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), 'not a date');
const wellFormed = z.string().refine((value) => value.isWellFormed(), 'holds half a character');
/** Accents that stand by themselves belong to their letter; so many code units a character may have, and no more. */
const UNITS_PER_CHARACTER = 8;
/** One line of text: trimmed, normalised to NFC, no control characters; its length as a person counts it. */
const line = (most: number) =>
  wellFormed
    .transform((value) => value.normalize('NFC').trim())
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
    .refine((value) => !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value), 'holds a control character')
    .refine(
      (value) => countCharacters(value) <= most && value.length <= most * UNITS_PER_CHARACTER,
      `longer than ${most} characters`,
    );
const requiredLine = (most: number) => line(most).refine((value) => !isBlank(value), 'is empty');
/** A number that the awarding organisation gave: what cannot be seen in it cannot tell two apart. */
const registrationNumber = requiredLine(40).refine(
  (value) => !/[\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(value),
  'holds a character that cannot be seen',
);
const feedback = wellFormed.max(FEEDBACK_LIMIT, `is longer than ${FEEDBACK_LIMIT.toLocaleString('en-GB')} characters`);
const passphrase = wellFormed.min(1, 'is empty').max(1024);
const code = z.string().min(1).max(64);
const token = z.string().min(1).max(128);
const none = z.strictObject({});

/** What a person types into one field of a sheet. A mark travels as typed text, so that the rule reads it once. */
const field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('strengths'), section: code, text: feedback }),
  z.strictObject({ kind: z.literal('improvements'), section: code, text: feedback }),
  z.strictObject({ kind: z.literal('mark'), section: code, typed: z.string().max(32) }),
  z.strictObject({ kind: z.literal('criterion-mark'), section: code, criterion: code, typed: z.string().max(32) }),
  z.strictObject({
    kind: z.literal('criterion-met'),
    section: code,
    criterion: code,
    met: z.enum(['achieved', 'not-yet']).nullable(),
  }),
  z.strictObject({ kind: z.literal('seen'), section: code, criterion: code, seen: z.array(requiredLine(80)).max(50) }),
  z.strictObject({ kind: z.literal('redo'), sections: z.array(code).max(100) }),
]);
export type FieldEdit = z.infer<typeof field>;

/** What can be set of how the app looks; nothing of it is about a person. Null is the app's own choice. */
const settings = z.strictObject({
  theme: z.enum(['auto', 'light', 'dark']).nullable(),
  /** Share of the desk's width that the script has, in per cent. */
  split: z.number().min(25).max(75).nullable(),
  /** Scale at which scripts open, 1 being the paper's own size; null fits the width. */
  zoom: z.number().min(0.25).max(4).nullable(),
});
/** A closed list. A setting that is not valid, as another version may have stored it, counts as not set. */
export const storedSettings = z.object({
  theme: settings.shape.theme.catch(null),
  split: settings.shape.split.catch(null),
  zoom: settings.shape.zoom.catch(null),
});
export type Settings = Readonly<z.infer<typeof settings>>;

/** The schema of every call's input; what is not here cannot be asked. */
export const inputs = {
  'workspace.status': none,
  'workspace.create': z.strictObject({
    passphrase,
    centre: z.strictObject({ number: requiredLine(40), name: requiredLine(200) }),
    person: z.strictObject({ name: requiredLine(200) }),
  }),
  'workspace.open': z.strictObject({ passphrase }),
  'workspace.lock': none,
  'workspace.change-passphrase': z.strictObject({ current: passphrase, next: passphrase }),
  'centre.edit': z.strictObject({ number: requiredLine(40), name: requiredLine(200) }),
  'audit.head': none,
  'settings.get': none,
  /** What is not named stays as it was. */
  'settings.put': settings.partial(),

  'packs.list': none,
  'packs.get': z.strictObject({ pack: digest }),
  /** Takes in a pack from a file; validated whole before anything is kept. */
  'packs.add': z.strictObject({ file: token }),

  'learners.list': z.strictObject({
    search: line(200).optional(),
    limit: z.number().int().min(1).max(1000).optional(),
    offset: z.number().int().min(0).optional(),
  }),
  'learners.get': z.strictObject({ learner: id<LearnerId>() }),
  'learners.add': z.strictObject({
    name: requiredLine(200),
    registrationNumber,
    cohort: line(80).optional(),
  }),
  'learners.edit': z.strictObject({
    learner: id<LearnerId>(),
    name: requiredLine(200),
    registrationNumber,
    cohort: line(80).optional(),
  }),

  'attempts.list': z.strictObject({
    state: z.enum(['to-mark', 'in-progress', 'signed', 'returned']).optional(),
    search: line(200).optional(),
    limit: z.number().int().min(1).max(1000).optional(),
    offset: z.number().int().min(0).optional(),
  }),
  'attempts.get': z.strictObject({ attempt: id<AttemptId>() }),
  /** Takes in a script as the learner's next attempt at an assessment. */
  'attempts.take-in': z.strictObject({
    learner: id<LearnerId>(),
    pack: digest,
    assessment: code,
    files: z.array(token).min(1).max(50),
    dateReceived: civilDate,
    declarationDate: civilDate.nullable(),
    standardisationRefused: z.boolean(),
  }),
  'attempts.add-files': z.strictObject({ attempt: id<AttemptId>(), files: z.array(token).min(1).max(50) }),
  'attempts.edit': z.strictObject({
    attempt: id<AttemptId>(),
    dateReceived: civilDate,
    declarationDate: civilDate.nullable(),
    standardisationRefused: z.boolean(),
  }),
  'attempts.return': z.strictObject({ attempt: id<AttemptId>(), reason: requiredLine(2000) }),
  'attempts.withdraw-return': z.strictObject({ attempt: id<AttemptId>() }),
  /** Hands a script to the system's own program for its type. */
  'scripts.open-outside': z.strictObject({ script: id<ScriptId>() }),

  /** The attempt's official sheet, made at the first call. */
  'sheets.open': z.strictObject({ attempt: id<AttemptId>() }),
  'sheets.get': z.strictObject({ sheet: id<SheetId>() }),
  /** One field of one revision; refused where the sheet moved on, so that it can never land on another. */
  'sheets.edit': z.strictObject({
    sheet: id<SheetId>(),
    revision: z.number().int().min(1),
    field,
  }),
  'sheets.rehearse': z.strictObject({ sheet: id<SheetId>() }),
  'sheets.sign': z.strictObject({
    sheet: id<SheetId>(),
    revision: z.number().int().min(1),
    passphrase,
  }),

  'exports.write': z.strictObject({
    sheets: z.array(id<SheetId>()).min(1).max(10_000),
    formats: z
      .array(z.enum(['pdf', 'docx']))
      .min(1)
      .max(2),
    destination: token,
    /** Chosen by the caller; names this work in progress events and in `tasks.cancel`. */
    task: z.string().min(1).max(64).optional(),
  }),
  'tasks.cancel': z.strictObject({ task: z.string().min(1).max(64) }),
} as const;

export type CallName = keyof typeof inputs;
export type Input<C extends CallName> = z.input<(typeof inputs)[C]>;
export type ParsedInput<C extends CallName> = z.output<(typeof inputs)[C]>;
