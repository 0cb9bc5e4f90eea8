import type { CivilDate } from '../lib/dates.ts';
import type { Digest, EvidenceId, LearnerId, ScriptId } from './ids.ts';

/** The forms in which evidence is recorded, each with what has to be known of it. */
export const EVIDENCE_FORMS = [
  'document',
  'product',
  'observation',
  'witness-testimony',
  'professional-discussion',
  'questioning',
] as const;
export type EvidenceForm = (typeof EVIDENCE_FORMS)[number];

/** What is recorded of a piece of evidence. `place` says where: a page, a folder, a site. */
export type EvidenceRecord =
  | {
      readonly form: 'document';
      /** One of the learner's scripts; null where the document is kept elsewhere. */
      readonly file: { readonly script: ScriptId; readonly name: string; readonly sha256: Digest } | null;
      readonly place: string;
    }
  | { readonly form: 'product'; readonly description: string; readonly place: string }
  | {
      readonly form: 'observation';
      readonly date: CivilDate;
      readonly place: string;
      readonly observer: string;
      readonly notes: string;
    }
  | {
      readonly form: 'witness-testimony';
      readonly witness: {
        readonly name: string;
        readonly role: string;
        readonly relation: string;
        readonly contact: string;
      };
      readonly date: CivilDate;
      readonly statement: string;
    }
  | {
      readonly form: 'professional-discussion' | 'questioning';
      readonly date: CivilDate;
      readonly place: string;
      readonly participants: string;
      readonly notes: string;
    };

/** The type as the source's list has it; code null where the list is open or missing and the words are the assessor's. */
export type EvidenceKind = { readonly code: string | null; readonly text: string };

/** A piece of evidence of a learner for one qualification. It may prove many criteria of many units. */
export type EvidenceItem = {
  readonly id: EvidenceId;
  /** E1, E2 ... in the learner's portfolio; never given twice. */
  readonly number: number;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly record: EvidenceRecord;
  readonly simulated: boolean;
  readonly addedOn: CivilDate;
};

/** Evidence that is held to prove a criterion, and where in it. */
export type EvidenceLink = {
  readonly evidence: EvidenceId;
  readonly unit: string;
  /** The criterion's number in its unit, "1.1". */
  readonly criterion: string;
  readonly place: string;
};

/** A criterion of a unit that evidence is held to prove. */
export type ProvenCriterion = Pick<EvidenceLink, 'unit' | 'criterion'>;

/** Whose evidence, for which qualification. A newer version of the pack keeps it. */
export type PortfolioOf = { readonly learner: LearnerId; readonly pack: Digest; readonly qualification: string };
