import type { CivilDate, Instant } from '../lib/dates.ts';
import type { AuditEvent } from './audit.ts';
import type { CheckId, Digest, KeyId, LearnerId, PersonId, SheetId } from './ids.ts';
import type { CriterionEntry, Decision, SignedSheet } from './mark-sheet.ts';
import type { Role } from './person.ts';

/** The name under which a file carries its data: a PDF's attachment, the last part of a DOCX's part name. */
export const ATTACHMENT = {
  sheet: 'countersign-sheet.json',
  check: 'countersign-check.json',
  register: 'countersign-register.json',
  extract: 'countersign-extract.json',
} as const;

/**
 * What a signed PDF and DOCX carry as `countersign-sheet.json`, in canonical JSON: the signed sheet as data. The page says
 * the same, and a verification compares the two.
 */
export type AttachedSheet = {
  readonly format: 'countersign-attachment/1';
  readonly sheet: SignedSheet;
  /** SHA-256 of the sheet's canonical JSON. */
  readonly digest: Digest;
  /** The DOCX signed together with a PDF; null in the DOCX itself. */
  readonly docx: Digest | null;
};

/** Who signed, as data. */
export type SignerReference = {
  readonly person: PersonId;
  readonly name: string;
  readonly key: KeyId;
  /** SHA-256 of the certificate's DER. */
  readonly fingerprint: Digest;
};

/** A mark of the check: a section's, or a criterion's where the rule goes by criterion. */
export type CheckedMark = {
  readonly section: string;
  readonly criterion: string | null;
  readonly mark: number | Exclude<CriterionEntry['met'], null>;
};

/**
 * What the check's DOCX carries as `countersign-check.json`: the IQA's marks and decision with the digests of what was
 * checked. The assessor's DOCX is never altered, so the check is a file of its own.
 */
export type SignedCheck = {
  readonly format: 'countersign-check/1';
  readonly check: CheckId;
  readonly sheet: { readonly sheet: SheetId; readonly revision: number; readonly digest: Digest };
  /** The files that the assessor signed. */
  readonly files: { readonly pdf: Digest; readonly docx: Digest | null };
  readonly marks: readonly CheckedMark[];
  /** By the same rule as the assessor's. */
  readonly decision: Decision;
  readonly checkDate: CivilDate;
  readonly iqa: SignerReference;
  readonly signedAt: Instant;
  /** Head of the IQA's audit chain when signing began. */
  readonly chainHead: Digest;
};

/** A person as the register lists them. */
export type RegisteredPerson = {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** `until` is set where the key is renewed or withdrawn; what it signed before stands. */
  readonly keys: readonly { readonly fingerprint: Digest; readonly from: Instant; readonly until: Instant | null }[];
};

/** The centre's list of people, roles and keys. Editions count up; the newest one counts. */
export type Register = {
  readonly format: 'countersign-register/1';
  readonly centre: SignedSheet['centre'];
  readonly edition: number;
  readonly signedAt: Instant;
  readonly leadIqa: SignerReference;
  readonly people: readonly RegisteredPerson[];
};

/** A text and a signature over its UTF-8 bytes: detached CMS, DER in base64, with the signer's certificate inside. */
export type SignedText = { readonly text: string; readonly signature: string };

/** As it travels and as exports carry it; `text` is the canonical JSON of a `Register`. */
export type SignedRegister = SignedText & { readonly format: 'countersign-signed-register/1' };

/** What an extract is about: the events that name it, or anything that hangs from it. */
export type ExtractScope =
  | { readonly kind: 'sheet'; readonly sheet: SheetId }
  | { readonly kind: 'learner'; readonly learner: LearnerId }
  | { readonly kind: 'person'; readonly person: PersonId };

/** One link of an extract: shown with its payload (null where that was erased or tells of others), or by its body's hash alone. */
export type ExtractLink =
  | { readonly kind: 'hidden'; readonly body: Digest }
  | {
      readonly kind: 'shown';
      readonly event: Omit<AuditEvent, 'sequence' | 'previous' | 'hash'>;
      readonly disclosed: { readonly salt: string; readonly payload: unknown } | null;
    };

/**
 * A part of an audit chain that shows one sheet, learner or person and nobody else, and proves its place: every link from
 * the one after `start` to the head, those of others as hashes.
 */
export type ChainExtract = {
  readonly format: 'countersign-extract/1';
  readonly scope: ExtractScope;
  /** What the scope is called to a person. */
  readonly title: string;
  readonly centre: SignedSheet['centre'];
  readonly madeBy: SignerReference;
  readonly madeAt: Instant;
  /** The link before the first one here. */
  readonly start: { readonly sequence: number; readonly hash: Digest };
  readonly links: readonly ExtractLink[];
  readonly head: { readonly sequence: number; readonly hash: Digest };
};

/** As it travels; `text` is the canonical JSON of a `ChainExtract`. */
export type SignedExtract = SignedText & { readonly format: 'countersign-signed-extract/1' };

/** What is known of a key, which is a question apart from whether a file is whole. */
export type Trust =
  /** The workspace's own key. */
  | { readonly kind: 'own' }
  /** The register in force lists the key. */
  | {
      readonly kind: 'register';
      readonly person: PersonId;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly edition: number;
      /** Set where the register ended the key. */
      readonly until: Instant | null;
    }
  /** Not in the register; the same key has been seen since. */
  | { readonly kind: 'seen'; readonly since: Instant }
  | { readonly kind: 'unknown' }
  /** A known name with a new key. */
  | { readonly kind: 'name-with-new-key'; readonly name: string; readonly known: Digest };
