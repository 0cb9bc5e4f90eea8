import type { CivilDate, Instant } from '../lib/dates.ts';
import type { Result } from '../lib/result.ts';
import type { AssessmentPlan } from '../model/assessment-plan.ts';
import type { BankStatement } from '../model/comment-bank.ts';
import type { DueDate, DueDateRules } from '../model/due-dates.ts';
import type { ChosenUnit } from '../model/enrolment.ts';
import type { CheckedMark, ExtractScope, Trust } from '../model/evidence.ts';
import type { Highlight } from '../model/highlight.ts';
import type { AttemptId, CheckId, Digest, EnrolmentId, LearnerId, PersonId, ScriptId, SheetId } from '../model/ids.ts';
import type { Learner } from '../model/learner.ts';
import type { Decision, Outcome, SectionEntry, SheetPurpose, SignedSheet } from '../model/mark-sheet.ts';
import type {
  Assessment,
  EvidenceRules,
  Form,
  Pack,
  PackNote,
  Qualification,
  SignaturePlace,
  Unit,
} from '../model/pack.ts';
import type { Centre, Person, Role } from '../model/person.ts';
import type { EvidenceItem, EvidenceLink, PortfolioOf, ProvenCriterion } from '../model/portfolio.ts';
import type { Attempt, AttemptState, WordCountVerdict } from '../model/submission.ts';
import type { ChainFault } from '../rules/audit-chain.ts';
import type { BankRowFault } from '../rules/bank-csv.ts';
import type { RehearsalFinding } from '../rules/rehearsal-finding.ts';
import type { RevisionChange } from '../rules/revision-changes.ts';
import type { UnitState } from '../rules/unit-progress.ts';
import type { CombinationView } from './combination-sentences.ts';
import type { AppError } from './errors.ts';
import type { CallName, FieldEdit, Input, Settings, SheetField } from './inputs.ts';

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
  readonly qualifications: readonly { readonly code: string; readonly title: string; readonly number: string | null }[];
  readonly assessments: readonly {
    readonly id: string;
    readonly title: string;
    readonly qualification: string;
    readonly units: readonly string[];
  }[];
};

export type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };

export type LearnerRow = Learner & { readonly attempts: number; readonly toMark: number };

/** A unit of a qualification for one learner. */
export type UnitProgress = Pick<
  Unit,
  'code' | 'number' | 'title' | 'level' | 'credits' | 'guidedLearningHours' | 'totalUnitTime'
> & {
  readonly state: UnitState;
  /** What the sheets alone say, without prior learning and exemptions. */
  readonly assessed: UnitState;
  /** The sheet that says so was signed and is open again: what was signed counts until it is signed anew. */
  readonly reopened: boolean;
  /** Its criteria, and those that were judged achieved on the learner's sheets; none where it is not assessed by criteria. */
  readonly criteria: { readonly total: number; readonly achieved: number; readonly evidenced: number } | null;
};

export type EnrolmentView = {
  readonly enrolment: EnrolmentId;
  readonly learner: LearnerId;
  readonly pack: Digest;
  readonly enrolledOn: CivilDate;
  readonly qualification: Pick<Qualification, 'code' | 'title' | 'groups' | 'combination'>;
  /** Every unit of the qualification's groups. */
  readonly units: readonly UnitProgress[];
  readonly chosen: readonly ChosenUnit[];
  /** The award judged on the units chosen, and on those of them that are achieved. */
  readonly ifChosen: CombinationView;
  readonly achieved: CombinationView;
};

/** How one criterion of a unit stands for a learner. */
export type CriterionStanding = {
  readonly unit: string;
  readonly criterion: string;
  /** The latest judgement on any of the learner's official sheets; null while there is none. */
  readonly met: 'achieved' | 'not-yet' | null;
  /** Achieved on a signed sheet: its evidence stands as it was signed until that sheet is opened again. */
  readonly locked: boolean;
};

/** A unit of a matrix, with its outcomes and criteria as the source has them. */
export type MatrixUnit = Pick<Unit, 'code' | 'number' | 'title' | 'level' | 'credits' | 'outcomes'>;

/** A learner's evidence for one qualification. */
export type PortfolioView = PortfolioOf & {
  /** What the source says of evidence; null where it says nothing. */
  readonly rules: EvidenceRules | null;
  /** `lock`: the first criterion that a signed sheet has achieved on it, which holds it as it is; null where it can change. */
  readonly items: readonly (EvidenceItem & { readonly lock: ProvenCriterion | null })[];
  readonly links: readonly EvidenceLink[];
  /** Every unit of the qualification; `chosen` where the learner is enrolled with it or has work assessed for it. */
  readonly units: readonly (MatrixUnit & { readonly chosen: boolean })[];
  readonly criteria: readonly CriterionStanding[];
  /** The learner's scripts, which documents can name. */
  readonly scripts: readonly {
    readonly script: ScriptId;
    readonly name: string;
    readonly assessment: string;
    readonly attempt: number;
  }[];
};

export type PlanView = {
  /** Null before anything is entered. */
  readonly plan: AssessmentPlan | null;
  readonly qualification: Pick<Qualification, 'code' | 'title' | 'groups'>;
  readonly rules: EvidenceRules | null;
  readonly units: readonly MatrixUnit[];
};

/** A line of a cohort's table. Credits are those of the units chosen. */
export type ProgressRow = {
  readonly enrolment: EnrolmentId;
  readonly learner: LearnerId;
  readonly learnerName: string;
  readonly registrationNumber: string;
  readonly cohort: string;
  readonly creditsAchieved: number;
  readonly creditsInProgress: number;
  readonly creditsReferred: number;
  readonly creditsChosen: number;
  /** Conditions that hold on what is achieved. */
  readonly held: number;
  readonly conditions: number;
  readonly complete: boolean;
  /** Whether the units chosen would complete the award, all of them achieved. */
  readonly planned: boolean;
};

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
  /** When the result is due; null where nobody says, and where nothing is to be done any more. */
  readonly due: CivilDate | null;
  readonly declared: boolean;
  readonly state: AttemptState;
  readonly sheet: SheetId | null;
  readonly outcome: Outcome | null;
  readonly total: number | null;
  readonly sectionsMarked: number;
  readonly sections: number;
  /** A section of it was carried from a sheet that was opened or signed again since. */
  readonly stale: boolean;
};

export type AttemptView = {
  readonly attempt: Attempt;
  readonly state: AttemptState;
  readonly learner: Learner;
  readonly assessment: Assessment;
  readonly wordCount: WordCountVerdict;
  /** When the result is due by the qualification's own days; null where nobody sets any. */
  readonly due: DueDate | null;
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
  readonly steps: StepsLeft;
  readonly wordCount: WordCountVerdict;
  readonly signed: readonly SignedRevision[];
  /** Why the draft was opened again; null for a first revision. */
  readonly reopened: { readonly reason: string; readonly supersedes: number } | null;
  /** Carried sections whose revision was reopened or superseded since. */
  readonly stale: readonly StaleSection[];
  /** Feedback on each section in the attempts before, oldest first; shown beside the new work. */
  readonly earlier: readonly {
    readonly attempt: number;
    readonly digest: Digest;
    readonly sections: readonly SectionEntry[];
    readonly decision: Decision;
  }[];
};

/** A carried section that no longer comes from the latest signed revision of its sheet. */
export type StaleSection = {
  readonly section: string;
  readonly attempt: number;
  readonly revision: number;
  /** The sheet is open again, or was signed again as the revision named. */
  readonly now: { readonly state: 'reopened' } | { readonly state: 'superseded'; readonly revision: number };
};

export type Comparison = {
  readonly sheet: SheetId;
  readonly from: { readonly revision: number; readonly digest: Digest | null };
  readonly to: { readonly revision: number; readonly digest: Digest | null };
  readonly changes: readonly RevisionChange[];
};

/** One key of a person, as the screens show it. */
export type KeyView = {
  readonly fingerprint: Digest;
  /** The fingerprint as short words, for comparing by telephone. */
  readonly words: readonly string[];
  readonly from: Instant;
  /** Where the certificate ends, or the key was ended before that. */
  readonly until: Instant | null;
};

export type IdentityView = {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly centre: string;
  /** The key that signs now; null where there is none. */
  readonly key: KeyView | null;
  readonly expired: boolean;
  /** Whole days until the certificate ends. */
  readonly daysLeft: number | null;
  readonly earlier: readonly KeyView[];
};

/** A person whom the workspace knows: from the register, or by keys that have been seen. */
export type KnownPerson = {
  readonly person: PersonId | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly centre: string;
  readonly keys: readonly (KeyView & { readonly trust: Trust; readonly firstSeen: Instant })[];
};

export type RegisterView = {
  /** The edition in force; null while there is none. */
  readonly register: {
    readonly edition: number;
    readonly signedAt: Instant;
    readonly leadIqa: { readonly name: string; readonly fingerprint: Digest; readonly words: readonly string[] };
    /** What is known of the lead IQA's key by other means than the register. */
    readonly trust: Trust;
  } | null;
  readonly people: readonly KnownPerson[];
};

export type WrittenFile = { readonly name: string; readonly sha256: Digest; readonly size: number };

/** What is known of one signer. */
export type SignerTrust = {
  readonly name: string;
  readonly fingerprint: Digest;
  readonly words: readonly string[];
  readonly trust: Trust;
};

/** What verifying a file came to, in words that stand alone. */
export type FileVerification = WrittenFile & {
  readonly verdict: 'intact' | 'altered' | 'not-checkable';
  readonly verdictSentence: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: 'good' | 'note' | 'warning' | 'altered' | 'not-checkable';
    readonly sentence: string;
  }[];
  readonly signers: readonly SignerTrust[];
  /** The sheet that the file carries as data, where it does. */
  readonly sheet: {
    readonly digest: Digest;
    readonly learner: string;
    readonly registrationNumber: string;
    readonly assessment: string;
    readonly attempt: number;
    readonly revision: number;
    readonly outcome: Outcome;
    readonly total: number | null;
  } | null;
};

/** One of the form's places on a sheet that came in. */
export type PlaceView = {
  readonly place: SignaturePlace;
  readonly signed: { readonly name: string; readonly fingerprint: Digest; readonly at: Instant | null } | null;
  /** Why the person here cannot sign it; null where they can. */
  readonly refusal: AppError | null;
};

export type CheckRow = {
  readonly check: CheckId;
  readonly learnerName: string;
  readonly registrationNumber: string;
  readonly assessmentTitle: string;
  readonly attempt: number;
  readonly revision: number;
  readonly assessor: string;
  readonly outcome: Outcome;
  readonly total: number | null;
  readonly receivedAt: Instant;
  /** Places signed so far, by their ids. */
  readonly signed: readonly string[];
  /** The role of the first place that the person here can sign; null where there is none. */
  readonly due: SignaturePlace['role'] | null;
};

/** A sheet that came in signed. */
export type CheckView = {
  readonly check: CheckId;
  readonly sheet: SignedSheet;
  readonly digest: Digest;
  readonly receivedAt: Instant;
  readonly places: readonly PlaceView[];
  /** What the IQA entered; null before the IQA's signature. */
  readonly qa: {
    readonly marks: readonly CheckedMark[];
    readonly decision: Decision;
    readonly date: CivilDate;
  } | null;
  readonly pdf: { readonly sha256: Digest; readonly size: number };
  /** The check's own DOCX; null before the IQA's signature. */
  readonly docx: { readonly sha256: Digest; readonly size: number } | null;
  readonly verification: FileVerification;
  readonly exportName: string;
};

export type AuditStatus = {
  readonly head: { readonly sequence: number; readonly hash: Digest };
  readonly check:
    | { readonly state: 'running'; readonly checked: number }
    | { readonly state: 'whole'; readonly checked: number; readonly erased: number }
    | { readonly state: 'broken'; readonly fault: ChainFault };
};

export type EditSaved = {
  readonly version: number;
  readonly savedAt: Instant;
  /** The section as it is stored now; null for an edit of the whole sheet. */
  readonly section: SectionEntry | null;
  readonly redo: readonly string[];
  readonly decision: Decision;
  readonly steps: StepsLeft;
};

/** Whether there is an edit to take back, and one to do again. */
export type StepsLeft = { readonly undo: boolean; readonly redo: boolean };

/** What an undo or a redo stored, and in which field. */
export type StepTaken = EditSaved & { readonly field: SheetField };

/** What a field held at a time. */
export type FieldVersion = {
  readonly version: number;
  readonly revision: number;
  readonly value: FieldEdit;
  /** From its first keystroke to its last. */
  readonly from: Instant;
  readonly to: Instant;
};

export type FieldHistory = {
  readonly versions: readonly FieldVersion[];
  /** What the field holds now. */
  readonly now: FieldEdit;
  readonly more: boolean;
  /** Whose sheet it is. */
  readonly assessor: string;
};

export type ExportedFile = {
  readonly sheet: SheetId;
  readonly format: 'pdf' | 'docx';
  /** The name given, which differs from the form's where that name was taken. */
  readonly name: string;
  readonly sha256: Digest;
  readonly size: number;
};

/** What became, or would become, of a file of statements. */
export type BankImport = {
  readonly rows: number;
  /** Statements that are new, that gain places, and that are here as they are in the file. */
  readonly added: number;
  readonly extended: number;
  readonly unchanged: number;
  /** The first of what would be added. */
  readonly sample: readonly Pick<BankStatement, 'kind' | 'text' | 'places'>[];
  /** Columns that were not read. */
  readonly ignored: readonly string[];
  /** The first faults, and how many there are; with any, nothing is kept. */
  readonly faults: readonly BankRowFault[];
  readonly faultCount: number;
  readonly applied: boolean;
};

/** What a rehearsal found. `warnings` are the keys of its warnings, to be acknowledged when the sheet is signed. */
type Rehearsal = {
  readonly findings: readonly RehearsalFinding[];
  readonly warnings: readonly string[];
  readonly decision: Decision;
};

export type Outputs = {
  'workspace.status': WorkspaceStatus;
  'workspace.create': Session;
  'workspace.open': Session;
  'workspace.lock': null;
  'workspace.change-passphrase': null;
  'centre.edit': Session;
  'audit.head': { readonly sequence: number; readonly hash: Digest };
  'audit.status': AuditStatus;
  'audit.extract': { readonly scope: ExtractScope; readonly events: number; readonly files: readonly WrittenFile[] };
  'identity.get': IdentityView;
  'identity.renew': IdentityView;
  'identity.export': WrittenFile;
  'identity.import': IdentityView;
  'identity.export-certificate': WrittenFile;
  'register.get': RegisterView;
  'register.meet': RegisterView;
  'register.sign': RegisterView;
  'register.export': WrittenFile;
  'register.import': RegisterView;
  'settings.get': Settings;
  'settings.put': Settings;
  'packs.list': readonly PackSummary[];
  'packs.get': Pack;
  'packs.add': PackSummary;
  'packs.enter-criteria': PackSummary;
  'learners.list': Page<LearnerRow>;
  'learners.get': { readonly learner: Learner; readonly attempts: readonly AttemptRow[] };
  'learners.add': Learner;
  'learners.edit': Learner;
  'enrolments.get': readonly EnrolmentView[];
  'enrolments.put': EnrolmentView;
  'enrolments.withdraw': null;
  'enrolments.progress': Page<ProgressRow>;
  'evidence.get': PortfolioView;
  'evidence.put': PortfolioView;
  'evidence.remove': PortfolioView;
  'evidence.link': PortfolioView;
  'plans.get': PlanView;
  'plans.edit': PlanView;
  'plans.put-work': PlanView;
  'plans.remove-work': PlanView;
  'plans.mark': PlanView;
  'plans.export': { readonly files: readonly WrittenFile[] };
  'due-dates.get': DueDateRules;
  'due-dates.put': DueDateRules;
  'bank.list': readonly BankStatement[];
  'bank.put': BankStatement;
  'bank.remove': { readonly removed: number };
  'bank.restore': readonly BankStatement[];
  'bank.used': BankStatement;
  'bank.import': BankImport;
  'bank.export': WrittenFile;
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
  'sheets.undo': StepTaken | null;
  'sheets.redo': StepTaken | null;
  'sheets.history': FieldHistory;
  'sheets.restore': EditSaved;
  'sheets.rehearse': Rehearsal;
  'sheets.sign': SheetView;
  'sheets.sign-batch': {
    readonly signed: readonly SheetId[];
    readonly refused: readonly { readonly sheet: SheetId; readonly error: AppError }[];
  };
  'sheets.reopen': SheetView;
  'sheets.open-section': SheetView;
  'sheets.carry-again': SheetView;
  'sheets.compare': Comparison;
  'highlights.list': readonly Highlight[];
  'highlights.add': Highlight;
  'highlights.edit': Highlight;
  'highlights.remove': null;
  'highlights.restore': Highlight;
  'exports.write': { readonly files: readonly ExportedFile[] };
  'checks.open': CheckView;
  'checks.list': readonly CheckRow[];
  'checks.get': CheckView;
  'checks.sign': CheckView;
  'checks.export': {
    readonly files: readonly (WrittenFile & { readonly check: CheckId; readonly format: 'pdf' | 'docx' })[];
  };
  'files.verify': FileVerification;
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
  /** The check of the audit chain came to its end. */
  | { readonly kind: 'audit-checked'; readonly status: AuditStatus }
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
