import type { Instant } from '../../../shared/lib/dates.ts';
import type { CheckId, Digest, KeyId, SheetId } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';

type File = { readonly sha256: Digest; readonly size: number };

/** A sheet that came in signed, with the files as they are now. */
export type ReceivedSheet = {
  readonly id: CheckId;
  readonly sheet: SheetId;
  readonly revision: number;
  /** The signed sheet's digest; one row for each. */
  readonly digest: Digest;
  readonly content: string;
  /** The PDF as it came first. */
  readonly firstPdf: Digest;
  readonly pdf: File;
  /** The DOCX that the assessor signed with the PDF, as its data declares it; `size` is null where it did not come. */
  readonly assessorDocx: { readonly sha256: Digest; readonly size: number | null } | null;
  /** The check's own DOCX. */
  readonly docx: File | null;
  /** What the IQA found, as JSON. */
  readonly check: string | null;
  readonly receivedAt: Instant;
};

/** A place that is signed in the file. */
export type ReceivedSignature = {
  readonly place: string;
  readonly name: string;
  readonly fingerprint: Digest;
  readonly at: Instant | null;
};

/** The signing of a place that was begun: intent first, then the files, then the signature. */
export type PlaceSigning = {
  readonly received: CheckId;
  readonly place: string;
  readonly key: KeyId;
  /** The IQA's check as JSON. */
  readonly check: string | null;
  readonly begunAt: Instant;
  /** Null until the files lie in the vault. */
  readonly files: PlaceFiles | null;
};

/** The files that signing a place makes; without a DOCX where there is none to sign. */
export type PlaceFiles = { readonly pdf: File; readonly docx: File | null };

const COLUMNS = `id, sheet_id AS sheet, revision, digest, content, first_pdf_sha256 AS firstPdf, pdf_sha256, pdf_size,
  assessor_docx_sha256, assessor_docx_size, docx_sha256, docx_size, check_content AS "check", received_at AS receivedAt`;
type Row = Omit<ReceivedSheet, 'pdf' | 'assessorDocx' | 'docx'> & {
  readonly pdf_sha256: Digest;
  readonly pdf_size: number;
  readonly assessor_docx_sha256: Digest | null;
  readonly assessor_docx_size: number | null;
  readonly docx_sha256: Digest | null;
  readonly docx_size: number | null;
};

export function insertReceived(db: Db, received: ReceivedSheet): void {
  db.prepare(
    `INSERT INTO received_sheet (id, sheet_id, revision, digest, content, first_pdf_sha256, pdf_sha256, pdf_size,
       assessor_docx_sha256, assessor_docx_size, docx_sha256, docx_size, check_content, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    received.id,
    received.sheet,
    received.revision,
    received.digest,
    received.content,
    received.firstPdf,
    received.pdf.sha256,
    received.pdf.size,
    received.assessorDocx?.sha256 ?? null,
    received.assessorDocx?.size ?? null,
    received.docx?.sha256 ?? null,
    received.docx?.size ?? null,
    received.check,
    received.receivedAt,
  );
}

/** The files of a sheet that came in already, and what the IQA found in them, as they are from now on. */
export function updateReceivedFiles(
  db: Db,
  received: Pick<ReceivedSheet, 'id' | 'pdf' | 'assessorDocx' | 'docx' | 'check'>,
): void {
  db.prepare(
    `UPDATE received_sheet SET pdf_sha256 = ?, pdf_size = ?, assessor_docx_size = ?, docx_sha256 = ?, docx_size = ?,
       check_content = ? WHERE id = ?`,
  ).run(
    received.pdf.sha256,
    received.pdf.size,
    received.assessorDocx?.size ?? null,
    received.docx?.sha256 ?? null,
    received.docx?.size ?? null,
    received.check,
    received.id,
  );
}

export function readReceived(db: Readable, id: CheckId): ReceivedSheet | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM received_sheet WHERE id = ?`).get(id);
  return row ? fromRow(row) : null;
}

/** The one that came in with this signed sheet. */
export function receivedWithDigest(db: Readable, digest: Digest): ReceivedSheet | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM received_sheet WHERE digest = ?`).get(digest);
  return row ? fromRow(row) : null;
}

/** The highest revision of a sheet that came in. */
export function latestReceivedRevision(db: Readable, sheet: SheetId): number | null {
  const row = db
    .prepare<[string], { latest: number | null }>(
      'SELECT max(revision) AS latest FROM received_sheet WHERE sheet_id = ?',
    )
    .get(sheet);
  return row?.latest ?? null;
}

/** Everything that came in, the newest first. */
export function allReceived(db: Readable): readonly ReceivedSheet[] {
  return db.prepare<[], Row>(`SELECT ${COLUMNS} FROM received_sheet ORDER BY received_at DESC, id`).all().map(fromRow);
}

/** Adds the signatures of places that are not recorded yet. */
export function recordSignatures(db: Db, received: CheckId, signatures: readonly ReceivedSignature[]): void {
  const insert = db.prepare(
    `INSERT INTO received_signature (received_id, place, name, fingerprint, signed_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (received_id, place) DO NOTHING`,
  );
  for (const { place, name, fingerprint, at } of signatures) insert.run(received, place, name, fingerprint, at);
}

export function signaturesOf(db: Readable, received: CheckId): readonly ReceivedSignature[] {
  return db
    .prepare<[string], ReceivedSignature>(
      'SELECT place, name, fingerprint, signed_at AS "at" FROM received_signature WHERE received_id = ?',
    )
    .all(received);
}

export function insertPlaceSigning(db: Db, signing: Omit<PlaceSigning, 'files'>): void {
  db.prepare(
    `INSERT INTO place_signing (received_id, place, key_id, check_content, begun_at)
     VALUES (@received, @place, @key, @check, @begunAt)`,
  ).run(signing);
}

export function recordPlaceFiles(db: Db, received: CheckId, { pdf, docx }: PlaceFiles): void {
  db.prepare(
    'UPDATE place_signing SET pdf_sha256 = ?, pdf_size = ?, docx_sha256 = ?, docx_size = ? WHERE received_id = ?',
  ).run(pdf.sha256, pdf.size, docx?.sha256 ?? null, docx?.size ?? null, received);
}

export function deletePlaceSigning(db: Db, received: CheckId): void {
  db.prepare('DELETE FROM place_signing WHERE received_id = ?').run(received);
}

type SigningRow = Omit<PlaceSigning, 'files'> & {
  readonly pdf_sha256: Digest | null;
  readonly pdf_size: number | null;
  readonly docx_sha256: Digest | null;
  readonly docx_size: number | null;
};
const SIGNING_COLUMNS = `received_id AS received, place, key_id AS "key", check_content AS "check", begun_at AS begunAt,
  pdf_sha256, pdf_size, docx_sha256, docx_size`;

/** Signings of places that were begun and neither finished nor undone. */
export function openPlaceSignings(db: Readable): readonly PlaceSigning[] {
  return db.prepare<[], SigningRow>(`SELECT ${SIGNING_COLUMNS} FROM place_signing`).all().map(fromSigningRow);
}

export function placeSigningOf(db: Readable, received: CheckId): PlaceSigning | null {
  const row = db
    .prepare<[string], SigningRow>(`SELECT ${SIGNING_COLUMNS} FROM place_signing WHERE received_id = ?`)
    .get(received);
  return row ? fromSigningRow(row) : null;
}

function fromRow(row: Row): ReceivedSheet {
  const { pdf_sha256, pdf_size, assessor_docx_sha256, assessor_docx_size, docx_sha256, docx_size, ...rest } = row;
  return {
    ...rest,
    pdf: { sha256: pdf_sha256, size: pdf_size },
    assessorDocx: assessor_docx_sha256 === null ? null : { sha256: assessor_docx_sha256, size: assessor_docx_size },
    docx: fileOf(docx_sha256, docx_size),
  };
}

function fromSigningRow({ pdf_sha256, pdf_size, docx_sha256, docx_size, ...rest }: SigningRow): PlaceSigning {
  const pdf = fileOf(pdf_sha256, pdf_size);
  return { ...rest, files: pdf && { pdf, docx: fileOf(docx_sha256, docx_size) } };
}

function fileOf(sha256: Digest | null, size: number | null): File | null {
  return sha256 === null || size === null ? null : { sha256, size };
}
