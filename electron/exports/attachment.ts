/** Data that a document carries beside what it shows. */
export type Attachment = {
  /** The name by which it is found again; see `ATTACHMENT`. */
  readonly name: string;
  /** Canonical JSON: saved from the document, it is these very bytes. */
  readonly json: string;
  /** What it is, to a person. */
  readonly description: string;
};
