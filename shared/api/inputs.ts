import { z } from 'zod';
import { countCharacters, isBlank } from '../lib/blank.ts';
import { type CivilDate, type Instant, isCivilDate } from '../lib/dates.ts';
import {
  BANK_LIMIT,
  type BankPlace,
  orderedPlaces,
  PLACES_LIMIT,
  readStatementText,
  STATEMENT_KINDS,
} from '../model/comment-bank.ts';
import {
  type AttemptId,
  type CheckId,
  type Digest,
  type EnrolmentId,
  type EvidenceId,
  type HighlightId,
  isDigest,
  isId,
  type LearnerId,
  type PersonId,
  type ScriptId,
  type SheetId,
  type StatementId,
  type WorkId,
} from '../model/ids.ts';
import { ROLES } from '../model/person.ts';
import { ENTERED_LIMITS, FEEDBACK_LIMIT } from './limits.ts';

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
const roles = z
  .array(z.enum(ROLES))
  .min(1)
  .max(ROLES.length)
  .transform((list) => ROLES.filter((role) => list.includes(role)));
const revision = z.number().int().min(1);
const reason = requiredLine(2000);
/** Keys of the rehearsal's warnings that the assessor has seen. */
const acknowledged = z.array(wellFormed.min(1).max(10_000)).max(1000).optional();
const instant = z.iso.datetime({ offset: true }).transform((value) => value as Instant);
const fieldVersion = z.number().int().min(1);
const task = z.string().min(1).max(64);
const formats = z
  .array(z.enum(['pdf', 'docx']))
  .min(1)
  .max(2);

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
  z.strictObject({ kind: z.literal('judgement'), section: code, criterion: code, text: feedback }),
  z.strictObject({ kind: z.literal('seen'), section: code, criterion: code, seen: z.array(requiredLine(80)).max(50) }),
  z.strictObject({ kind: z.literal('redo'), sections: z.array(code).max(100) }),
]);
export type FieldEdit = z.infer<typeof field>;

/** One field of a sheet, whatever it holds. */
const sheetField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['strengths', 'improvements', 'mark']), section: code }),
  z.strictObject({
    kind: z.enum(['criterion-mark', 'criterion-met', 'judgement', 'seen']),
    section: code,
    criterion: code,
  }),
  z.strictObject({ kind: z.literal('redo') }),
]);
export type SheetField = z.infer<typeof sheetField>;

const coordinate = z.number().min(-100_000).max(100_000);
const box = z.strictObject({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
const pageNumber = z.number().int().min(1).max(100_000);
const docxPoint = z.strictObject({
  paragraph: z.number().int().min(0).max(1_000_000),
  offset: z.number().int().min(0).max(10_000_000),
});
/** Where in a script a highlight lies, in the document's own coordinates. */
const anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pdf'), page: pageNumber, boxes: z.array(box).min(1).max(500) }),
  z.strictObject({ kind: z.literal('region'), page: pageNumber, box }),
  z.strictObject({
    kind: z.literal('docx'),
    start: docxPoint,
    end: docxPoint,
    heading: wellFormed.max(400).nullable(),
  }),
]);
const highlightKind = z.enum(['strengths', 'improvements', 'note']);

/** A unit chosen for an award. What stands for an assessment is recorded with its evidence; a service says what is missing. */
const chosenUnit = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('planned'), unit: code, group: code }),
  z.strictObject({
    how: z.enum(['rpl', 'exemption']),
    unit: code,
    group: code,
    reason: line(2000).optional(),
    date: civilDate.optional(),
  }),
]);

const notes = wellFormed.max(FEEDBACK_LIMIT).refine((value) => !isBlank(value), 'is empty');
const evidencePlace = line(400);
/** What is known of a piece of evidence, by the form in which it is recorded. */
const evidenceRecord = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('document'), script: id<ScriptId>().nullable(), place: evidencePlace }),
  z.strictObject({ form: z.literal('product'), description: requiredLine(400), place: requiredLine(400) }),
  z.strictObject({
    form: z.literal('observation'),
    date: civilDate,
    place: requiredLine(400),
    observer: requiredLine(200),
    notes,
  }),
  z.strictObject({
    form: z.literal('witness-testimony'),
    witness: z.strictObject({
      name: requiredLine(200),
      role: requiredLine(200),
      relation: requiredLine(200),
      contact: line(200),
    }),
    date: civilDate,
    statement: notes,
  }),
  z.strictObject({
    form: z.enum(['professional-discussion', 'questioning']),
    date: civilDate,
    place: requiredLine(400),
    participants: requiredLine(400),
    notes,
  }),
]);
/** A type of evidence by its code in the source's list, or in the person's own words where the list is open. */
const evidenceKind = z.union([z.strictObject({ code }), z.strictObject({ text: requiredLine(200) })]);
/** Whose evidence, for which qualification. */
const portfolioOf = { learner: id<LearnerId>(), pack: digest, qualification: code };
const planOf = { pack: digest, qualification: code };
/** The number that a unit prints beside a criterion. */
const criterionNumber = z
  .string()
  .regex(/^\d+\.\d+$/, 'not a criterion’s number')
  .max(20);

/** A statement's text in the form in which it is kept. */
const statementText = z.string().transform((value, context) => {
  const read = readStatementText(value);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: STATEMENT_FAULTS[read.error] });
  return z.NEVER;
});
const STATEMENT_FAULTS = {
  empty: 'is empty',
  'too-long': 'is longer than 2,000 characters',
  'control-character': 'holds a control character',
} as const;
const bankPlace = z
  .strictObject({ pack: code, assessment: code, section: code.nullable(), criterion: code.nullable() })
  .refine((place) => place.section !== null || place.criterion === null, 'names a criterion of no section');
const bankPlaces = z
  .array(bankPlace)
  .max(PLACES_LIMIT)
  .transform((places): readonly BankPlace[] => orderedPlaces(places));
const statements = z.array(id<StatementId>()).min(1).max(BANK_LIMIT);

/** What can be set of how the app looks; nothing of it is about a person. Null is the app's own choice. */
const settings = z.strictObject({
  theme: z.enum(['auto', 'light', 'dark']).nullable(),
  /** How script and sheet lie on the desk: side by side, or the script above the sheet. */
  layout: z.enum(['beside', 'above']).nullable(),
  /** Share of the desk's width that the script has beside the sheet, in per cent. */
  split: z.number().min(25).max(75).nullable(),
  /** Share of the desk's height that the script has above the sheet, in per cent. */
  splitAbove: z.number().min(25).max(75).nullable(),
  /** Scale at which scripts open, 1 being the paper's own size; null fits the width. */
  zoom: z.number().min(0.25).max(4).nullable(),
});
/** A closed list. A setting that is not valid, as another version may have stored it, counts as not set. */
export const storedSettings = z.object({
  theme: settings.shape.theme.catch(null),
  layout: settings.shape.layout.catch(null),
  split: settings.shape.split.catch(null),
  splitAbove: settings.shape.splitAbove.catch(null),
  zoom: settings.shape.zoom.catch(null),
});
export type Settings = Readonly<z.infer<typeof settings>>;

/** The schema of every call's input; what is not here cannot be asked. */
export const inputs = {
  'workspace.status': none,
  'workspace.create': z.strictObject({
    passphrase,
    centre: z.strictObject({ number: requiredLine(40), name: requiredLine(200) }),
    /** Assessor by default. */
    person: z.strictObject({ name: requiredLine(200), roles: roles.optional() }),
  }),
  'workspace.open': z.strictObject({ passphrase }),
  'workspace.lock': none,
  'workspace.change-passphrase': z.strictObject({ current: passphrase, next: passphrase }),
  'centre.edit': z.strictObject({ number: requiredLine(40), name: requiredLine(200) }),
  'audit.head': none,
  /** How far the check of the chain that began at opening has come, and what it found. */
  'audit.status': none,
  /** Writes the part of the chain about one sheet, learner or person, as PDF and JSON. */
  'audit.extract': z.strictObject({
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sheet'), sheet: id<SheetId>() }),
      z.strictObject({ kind: z.literal('learner'), learner: id<LearnerId>() }),
      z.strictObject({ kind: z.literal('person'), person: id<PersonId>() }),
    ]),
    passphrase,
    destination: token,
  }),

  'identity.get': none,
  /** A new key and certificate, in these roles; the old key stays known as ended. */
  'identity.renew': z.strictObject({ passphrase, roles }),
  /** Key and certificate as one file (PKCS #12) under a passphrase of its own. */
  'identity.export': z.strictObject({ passphrase, protection: passphrase, destination: token }),
  'identity.import': z.strictObject({ file: token, protection: passphrase, passphrase }),
  /** The certificate alone, for the lead IQA's register. */
  'identity.export-certificate': z.strictObject({ destination: token }),

  'register.get': none,
  /** Takes note of a certificate that its owner sent. */
  'register.meet': z.strictObject({ file: token }),
  /** A new edition, signed by the lead IQA whose workspace this is. */
  'register.sign': z.strictObject({
    passphrase,
    people: z
      .array(
        z.strictObject({
          /** Null: somebody whose keys name no person yet. */
          person: id<PersonId>().nullable(),
          name: requiredLine(200),
          roles,
          keys: z
            .array(z.strictObject({ fingerprint: digest, until: instant.nullable() }))
            .min(1)
            .max(50),
        }),
      )
      .min(1)
      .max(1000),
  }),
  'register.export': z.strictObject({ destination: token }),
  'register.import': z.strictObject({ file: token }),
  'settings.get': none,
  /** What is not named stays as it was. */
  'settings.put': settings.partial(),

  'packs.list': none,
  'packs.get': z.strictObject({ pack: digest }),
  /** Takes in a pack from a file; validated whole before anything is kept. */
  'packs.add': z.strictObject({ file: token }),
  /**
   * The outcomes and criteria of a unit whose source does not print them, as a centre has them from the awarding
   * organisation. Made as a new version of the pack, with an assessment by criteria where the unit had none.
   */
  'packs.enter-criteria': z.strictObject({
    pack: digest,
    unit: code,
    /** Where they were taken from, printed among the pack's notes. */
    origin: requiredLine(ENTERED_LIMITS.origin),
    outcomes: z
      .array(
        z.strictObject({
          text: requiredLine(ENTERED_LIMITS.text),
          criteria: z.array(requiredLine(ENTERED_LIMITS.text)).min(1).max(ENTERED_LIMITS.criteria),
        }),
      )
      .min(1)
      .max(ENTERED_LIMITS.outcomes),
  }),

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

  /** What a learner is enrolled for, with the verdict on the units chosen and on those achieved. */
  'enrolments.get': z.strictObject({ learner: id<LearnerId>() }),
  /** Enrols the learner, or replaces the choice of units; the units are the whole choice. */
  'enrolments.put': z.strictObject({
    learner: id<LearnerId>(),
    pack: digest,
    qualification: code,
    units: z.array(chosenUnit).max(500),
  }),
  'enrolments.withdraw': z.strictObject({ enrolment: id<EnrolmentId>() }),
  /** How far everybody enrolled for a qualification has come, by name. */
  'enrolments.progress': z.strictObject({
    pack: digest,
    qualification: code,
    search: line(200).optional(),
    limit: z.number().int().min(1).max(1000).optional(),
    offset: z.number().int().min(0).optional(),
  }),

  /** A learner's evidence for a qualification, what it is held to prove, and how each criterion stands. */
  'evidence.get': z.strictObject(portfolioOf),
  /** Adds a piece of evidence, or changes one that no signed sheet is built on. */
  'evidence.put': z.strictObject({
    ...portfolioOf,
    evidence: id<EvidenceId>().nullable(),
    title: requiredLine(200),
    kind: evidenceKind,
    record: evidenceRecord,
    simulated: z.boolean(),
  }),
  'evidence.remove': z.strictObject({ ...portfolioOf, evidence: id<EvidenceId>() }),
  /** Says of which criteria a piece of evidence is held to be proof, and where in it; all changes or none. */
  'evidence.link': z.strictObject({
    ...portfolioOf,
    changes: z
      .array(
        z.strictObject({
          evidence: id<EvidenceId>(),
          unit: code,
          criterion: criterionNumber,
          linked: z.boolean(),
          /** As it was, or empty, where none is given. */
          place: evidencePlace.optional(),
        }),
      )
      .min(1)
      .max(5000),
  }),

  /** The centre's assessment plan for a qualification; empty before the first entry. */
  'plans.get': z.strictObject(planOf),
  'plans.edit': z.strictObject({
    ...planOf,
    programme: line(200),
    agreedWith: line(200),
    agreedOn: civilDate.nullable(),
  }),
  'plans.put-work': z.strictObject({
    ...planOf,
    work: id<WorkId>().nullable(),
    title: requiredLine(200),
    kind: evidenceKind,
    from: civilDate.nullable(),
    to: civilDate.nullable(),
  }),
  'plans.remove-work': z.strictObject({ ...planOf, work: id<WorkId>() }),
  'plans.mark': z.strictObject({
    ...planOf,
    changes: z
      .array(z.strictObject({ work: id<WorkId>(), unit: code, criterion: criterionNumber, marked: z.boolean() }))
      .min(1)
      .max(5000),
  }),
  /** Writes the matrix as it stands, as PDF and DOCX. */
  'plans.export': z.strictObject({ ...planOf, formats, destination: token }),

  /** How the centre counts to a due date. */
  'due-dates.get': none,
  'due-dates.put': z.strictObject({
    daysOff: z
      .array(z.number().int().min(1).max(7))
      .max(6)
      .transform((days) => [...new Set(days)].toSorted()),
    closures: z
      .array(
        z
          .strictObject({ from: civilDate, to: civilDate, title: line(120) })
          .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before the first day of the closure' }),
      )
      .max(500),
    moveToWorkingDay: z.boolean(),
    skipClosures: z.boolean(),
    turnaround: z
      .array(z.strictObject({ pack: code, qualification: code, days: z.number().int().min(1).max(1000) }))
      .max(200)
      .refine(
        (list) => new Set(list.map((one) => JSON.stringify([one.pack, one.qualification]))).size === list.length,
        'has a qualification twice',
      ),
  }),

  /** Every statement of the comment bank; searched where it is shown. */
  'bank.list': none,
  /** Adds a statement, or changes one. What was inserted into a sheet before stays as it is. */
  'bank.put': z.strictObject({
    statement: id<StatementId>().nullable(),
    kind: z.enum(STATEMENT_KINDS),
    text: statementText,
    /** None: anywhere. */
    places: bankPlaces,
  }),
  /** Removes statements; until the workspace is closed they can be brought back. */
  'bank.remove': z.strictObject({ statements }),
  'bank.restore': z.strictObject({ statements }),
  /** Takes note that a statement was inserted, for the order in which they are offered. */
  'bank.used': z.strictObject({ statement: id<StatementId>() }),
  /** Reads statements from a CSV file and says what would become of them; keeps them, all or none, where `apply` says so. */
  'bank.import': z.strictObject({ file: token, apply: z.boolean() }),
  'bank.export': z.strictObject({ destination: token }),

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
  /** Takes back the last edit of the draft, whichever field it was in, or does again what was taken back. */
  'sheets.undo': z.strictObject({ sheet: id<SheetId>(), revision }),
  'sheets.redo': z.strictObject({ sheet: id<SheetId>(), revision }),
  /** What a field held over all revisions, the newest first, so many at a time; older than a version where one is given. */
  'sheets.history': z.strictObject({ sheet: id<SheetId>(), field: sheetField, before: fieldVersion.optional() }),
  /** Puts a version of a field back, as an edit like any other. */
  'sheets.restore': z.strictObject({ sheet: id<SheetId>(), revision, field: sheetField, version: fieldVersion }),
  'sheets.rehearse': z.strictObject({ sheet: id<SheetId>() }),
  /** Refused while the rehearsal has an error, or a warning whose key is not acknowledged. */
  'sheets.sign': z.strictObject({ sheet: id<SheetId>(), revision, passphrase, acknowledged }),
  /** Signs a list under one passphrase; what cannot be signed is named and stops nothing. */
  'sheets.sign-batch': z.strictObject({
    sheets: z
      .array(z.strictObject({ sheet: id<SheetId>(), revision, acknowledged }))
      .min(1)
      .max(1000),
    passphrase,
    task: task.optional(),
  }),
  /** A signed sheet becomes a draft again as its next revision; file and signature of the one before are kept. */
  'sheets.reopen': z.strictObject({ sheet: id<SheetId>(), revision, reason }),
  /** Opens a carried section of a draft again: the work was changed, or authorship is in doubt. */
  'sheets.open-section': z.strictObject({ sheet: id<SheetId>(), revision, section: code, reason }),
  /** Takes a carried section anew from the latest signed revision of the sheet that it comes from. */
  'sheets.carry-again': z.strictObject({ sheet: id<SheetId>(), revision, section: code }),
  /** Two revisions field by field; the draft is the one that is not signed yet. */
  'sheets.compare': z.strictObject({ sheet: id<SheetId>(), from: revision, to: revision }),

  /** The places of the attempt's scripts that the assessor marked, notes included. */
  'highlights.list': z.strictObject({ sheet: id<SheetId>() }),
  /** A note can be added at any time; what backs feedback only while the sheet is a draft and its section is open. */
  'highlights.add': z.strictObject({
    sheet: id<SheetId>(),
    revision,
    script: id<ScriptId>(),
    kind: highlightKind,
    section: code.nullable(),
    anchor,
    words: wellFormed.max(20_000),
    note: wellFormed.max(20_000),
  }),
  /** What it is for, and the assessor's words beside it. */
  'highlights.edit': z.strictObject({
    sheet: id<SheetId>(),
    revision,
    highlight: id<HighlightId>(),
    kind: highlightKind,
    section: code.nullable(),
    note: wellFormed.max(20_000),
  }),
  'highlights.remove': z.strictObject({ sheet: id<SheetId>(), revision, highlight: id<HighlightId>() }),
  /** Brings back one that was removed, with its number. */
  'highlights.restore': z.strictObject({ sheet: id<SheetId>(), revision, highlight: id<HighlightId>() }),

  'exports.write': z.strictObject({
    sheets: z.array(id<SheetId>()).min(1).max(10_000),
    formats,
    destination: token,
    /** The latest by default. */
    revision: revision.optional(),
    /** Chosen by the caller; names this work in progress events and in `tasks.cancel`. */
    task: task.optional(),
  }),

  /** Opens a signed sheet's PDF as it was exported, with the DOCX where it came too, to be checked or signed here. */
  'checks.open': z.strictObject({ pdf: token, docx: token.optional() }),
  'checks.list': none,
  'checks.get': z.strictObject({ check: id<CheckId>() }),
  /**
   * Signs one of the form's places in the file itself: the countersigning assessor's, the IQA's with the QA marks, or the
   * EV's. Total and outcome follow from the marks by the sheet's own rule.
   */
  'checks.sign': z.strictObject({
    check: id<CheckId>(),
    place: code,
    passphrase,
    /** IQA: the date of the check; EV: the date of verification. Today by default. */
    date: civilDate.optional(),
    /**
     * IQA: a mark as typed for each section, or for each criterion where the rule goes by criterion; `achieved` or
     * `not-yet` where it has no marks.
     */
    marks: z
      .array(z.strictObject({ section: code, criterion: code.optional(), typed: z.string().max(32) }))
      .max(2000)
      .optional(),
  }),
  'checks.export': z.strictObject({
    checks: z.array(id<CheckId>()).min(1).max(10_000),
    formats,
    destination: token,
    task: task.optional(),
  }),

  /** Says what a file proves: integrity, and apart from it what is known here of the keys. */
  'files.verify': z.strictObject({ file: token }),
  'tasks.cancel': z.strictObject({ task: z.string().min(1).max(64) }),
} as const;

export type CallName = keyof typeof inputs;
export type Input<C extends CallName> = z.input<(typeof inputs)[C]>;
export type ParsedInput<C extends CallName> = z.output<(typeof inputs)[C]>;
