/** What does not fit together in a sheet's evidence and judgements. Texts are fit to be shown. */
export type EvidenceFault =
  | { readonly kind: 'number-twice' | 'item-twice'; readonly number: number }
  | {
      readonly kind:
        | 'without-evidence'
        | 'names-no-item'
        | 'trail-ends-otherwise'
        | 'judged-on-other-evidence'
        | 'attempts-out-of-order'
        | 'carried-not-achieved';
      readonly criterion: string;
    };

/** What was found in the evidence that a sheet points at. */
export type EvidenceFinding =
  | {
      readonly code: 'evidence-whole';
      readonly severity: 'good';
      readonly items: number;
      /** Criteria that are achieved. */
      readonly achieved: number;
    }
  | { readonly code: 'evidence-wrong'; readonly severity: 'altered'; readonly fault: EvidenceFault }
  /** A clock may have been put right between two judgements. */
  | { readonly code: 'judged-out-of-order'; readonly severity: 'warning'; readonly criterion: string };
