import type { EvidenceForm } from './portfolio.ts';

/** The forms of evidence as screens and printed sheets say them. */
export const EVIDENCE_FORM_NAMES: Readonly<Record<EvidenceForm, string>> = {
  document: 'Document',
  product: 'Product of work',
  observation: 'Observation',
  'witness-testimony': 'Witness testimony',
  'professional-discussion': 'Professional discussion',
  questioning: 'Questioning',
};
