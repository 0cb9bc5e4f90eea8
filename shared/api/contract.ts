import type { CivilDate, Instant } from '../lib/dates.ts';
import type { Result } from '../lib/result.ts';
import type { AttemptId, Digest, LearnerId, PersonId, SheetId } from '../model/ids.ts';
import type { Learner } from '../model/learner.ts';
import type { Decision, Outcome, SectionEntry, SheetPurpose } from '../model/mark-sheet.ts';
import type { Assessment, Form, Pack, PackNote } from '../model/pack.ts';
import type { Centre, Person } from '../model/person.ts';
import type { Attempt, AttemptState, WordCountVerdict } from '../model/submission.ts';
import type { RehearsalFinding } from '../rules/rehearsal.ts';
import type { AppError } from './errors.ts';
import type { CallName, Input, Settings } from './inputs.ts';

/** Where the workspace stands. Nothing but this is known before it is opened. */
export type WorkspaceStatus =
  | { readonly state: 'missing' | 'locked' }
  | { readonly state: 'open'; readonly session: Session };

export type Session = { readonly centre: Centre; readonly person: Person; readonly today: CivilDate };

export type PackSummary = {
  readonly digest: Digest;
  readonly code: string;
  readonly version: string;
  readonly title: string;
  readonly organisation: string;
  readonly builtIn: boolean;
  readonly qualifications: readonly { readonly code: string; readonly title: string; readonly number: string }[];
  readonly assessments: readonly {
    readonly id: string;
    readonly title: string;
    readonly qualification: string;
    readonly units: readonly string[];
  }[];
};

export type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };

export type LearnerRow = Learner & { readonly attempts: number; readonly toMark: number };

/** A line of the queue. */
export type AttemptRow = {
  readonly attempt: AttemptId;
  readonly learner: LearnerId;
  readonly learnerName: string;
  readonly registrationNumber: string;
  readonly cohort: string;
  readonly assessment: string;
  readonly assessmentTitle: string;
  readonly units: readonly string[];
  readonly number: number;
  readonly dateReceived: CivilDate;
  readonly declared: boolean;
  readonly state: AttemptState;
  readonly sheet: SheetId | null;
  readonly outcome: Outcome | null;
  readonly total: number | null;
  readonly sectionsMarked: number;
  readonly sections: number;
};

export type AttemptView = {
  readonly attempt: Attempt;
  readonly state: AttemptState;
  readonly learner: Learner;
  readonly assessment: Assessment;
  readonly wordCount: WordCountVerdict;
  readonly sheet: SheetId | null;
  /** Every attempt of the same learner at the same assessment, this one included. */
  readonly attempts: readonly { readonly attempt: AttemptId; readonly number: number; readonly state: AttemptState }[];
};

export type SignedRevision = {
  readonly revision: number;
  readonly digest: Digest;
  readonly signedAt: Instant;
  readonly signer: { readonly person: PersonId; readonly name: string; readonly fingerprint: Digest };
  readonly pdf: { readonly sha256: Digest; readonly size: number };
  readonly docx: { readonly sha256: Digest; readonly size: number };
  /** The name both files are exported under, without the ending. */
  readonly exportName: string;
};

/** Everything the desk shows of one sheet. The renderer keeps it as it came and holds no rule of its own. */
export type SheetView = {
  readonly sheet: SheetId;
  readonly purpose: SheetPurpose;
  readonly revision: number;
  readonly state: 'draft' | 'signing' | 'signed';
  readonly version: number;
  readonly savedAt: Instant | null;
  readonly attempt: Attempt;
  readonly learner: Learner;
  readonly assessment: Assessment;
  readonly form: Form;
  readonly notes: readonly PackNote[];
  readonly sections: readonly SectionEntry[];
  readonly redo: readonly string[];
  readonly decision: Decision;
  readonly wordCount: WordCountVerdict;
  readonly signed: readonly SignedRevision[];
  /** Feedback on each section in the attempts before, oldest first; shown beside the new work. */
  readonly earlier: readonly {
    readonly attempt: number;
    readonly digest: Digest;
    readonly sections: readonly SectionEntry[];
    readonly decision: Decision;
  }[];
};

export type EditSaved = {
  readonly version: number;
  readonly savedAt: Instant;
  /** The section as it is stored now; null for an edit of the whole sheet. */
  readonly section: SectionEntry | null;
  readonly redo: readonly string[];
  readonly decision: Decision;
};

export type ExportedFile = {
  readonly sheet: SheetId;
  readonly format: 'pdf' | 'docx';
  /** The name given, which differs from the form's where that name was taken. */
  readonly name: string;
  readonly sha256: Digest;
  readonly size: number;
};

export type Outputs = {
  'workspace.status': WorkspaceStatus;
  'workspace.create': Session;
  'workspace.open': Session;
  'workspace.lock': null;
  'workspace.change-passphrase': null;
  'centre.edit': Session;
  'audit.head': { readonly sequence: number; readonly hash: Digest };
  'settings.get': Settings;
  'settings.put': Settings;
  'packs.list': readonly PackSummary[];
  'packs.get': Pack;
  'packs.add': PackSummary;
  'learners.list': Page<LearnerRow>;
  'learners.get': { readonly learner: Learner; readonly attempts: readonly AttemptRow[] };
  'learners.add': Learner;
  'learners.edit': Learner;
  'attempts.list': Page<AttemptRow>;
  'attempts.get': AttemptView;
  'attempts.take-in': AttemptView;
  'attempts.add-files': AttemptView;
  'attempts.edit': AttemptView;
  'attempts.return': AttemptView;
  'attempts.withdraw-return': AttemptView;
  'scripts.open-outside': null;
  'sheets.open': SheetView;
  'sheets.get': SheetView;
  'sheets.edit': EditSaved;
  'sheets.rehearse': { readonly findings: readonly RehearsalFinding[]; readonly decision: Decision };
  'sheets.sign': SheetView;
  'exports.write': { readonly files: readonly ExportedFile[] };
  'tasks.cancel': null;
};

/** The one contract: every call, its input and its output. */
export type Contract = { readonly [C in CallName]: { readonly input: Input<C>; readonly output: Outputs[C] } };

export type Reply<C extends CallName> = Result<Contract[C]['output'], AppError>;

/** A file that the system handed over; its token is good for one call, as a transfer's is. */
export type OfferedFile = { readonly token: string; readonly name: string; readonly size: number };
export type RefusedFile = { readonly name: string; readonly error: AppError };

/** What the main side tells without being asked. */
export type AppEvent =
  | { readonly kind: 'progress'; readonly task: string; readonly done: number; readonly total: number }
  | { readonly kind: 'locked' }
  /** The window is about to close: flush what is not saved, then answer with `flushed`. */
  | { readonly kind: 'flush' }
  /** Files opened with the app from the system's desktop, brought in once the workspace is open; Electron only. */
  | {
      readonly kind: 'files-offered';
      readonly files: readonly OfferedFile[];
      readonly refused: readonly RefusedFile[];
    };

/**
 * What a window finds as `window.countersign`; each transport makes one and holds no logic.
 * Bytes do not pass here: scripts and exports are fetched from `/content/...`, files go up through `/transfer`.
 */
export type Bridge = {
  readonly host: 'electron' | 'browser';
  readonly call: <C extends CallName>(call: C, input: Contract[C]['input']) => Promise<Reply<C>>;
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /** Answers a `flush` event once everything typed is saved. */
  readonly flushed: () => Promise<void>;
  /** Lets the person choose a folder for exports; null where they cancelled. `label` is what to call it on screen. */
  readonly chooseDestination: () => Promise<{ readonly token: string; readonly label: string } | null>;
};
