/** Signatures are counted from 1 in the order in which they were added. Names come from certificates, unjudged. */
export type OfSignature = { readonly signature: number; readonly signer: string };
