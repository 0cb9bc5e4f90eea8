import type { Instant } from '../../../shared/lib/dates.ts';
import type { Digest, KeyId, SheetId } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';

type File = { readonly sha256: Digest; readonly size: number };
/** The two files of a signed revision in the vault. */
export type SignedFiles = { readonly pdf: File; readonly docx: File };

/** A signing that was begun: intent first, then the files, then the revision. */
export type Signing = {
  readonly sheet: SheetId;
  readonly revision: number;
  readonly digest: Digest;
  readonly content: string;
  readonly key: KeyId;
  readonly begunAt: Instant;
  /** Null until both files lie in the vault. */
  readonly files: SignedFiles | null;
};

/** A revision as it was signed; never changed. */
export type StoredRevision = {
  readonly sheet: SheetId;
  readonly revision: number;
  readonly digest: Digest;
  readonly content: string;
  readonly key: KeyId;
  readonly signedAt: Instant;
  readonly files: SignedFiles;
};

export function insertSigning(db: Db, signing: Omit<Signing, 'files'>): void {
  db.prepare(
    `INSERT INTO signing (sheet_id, revision, digest, content, key_id, begun_at)
     VALUES (@sheet, @revision, @digest, @content, @key, @begunAt)`,
  ).run(signing);
}

export function recordSignedFiles(db: Db, sheet: SheetId, files: SignedFiles): void {
  db.prepare('UPDATE signing SET pdf_sha256 = ?, pdf_size = ?, docx_sha256 = ?, docx_size = ? WHERE sheet_id = ?').run(
    files.pdf.sha256,
    files.pdf.size,
    files.docx.sha256,
    files.docx.size,
    sheet,
  );
}

export function deleteSigning(db: Db, sheet: SheetId): void {
  db.prepare('DELETE FROM signing WHERE sheet_id = ?').run(sheet);
}

/** Signings that were begun and neither finished nor undone. */
export function openSignings(db: Readable): readonly Signing[] {
  return db
    .prepare<
      [],
      FileColumns & { sheet: SheetId; revision: number; digest: Digest; content: string; key: KeyId; begunAt: Instant }
    >(
      `SELECT sheet_id AS sheet, revision, digest, content, key_id AS "key", begun_at AS begunAt,
              pdf_sha256, pdf_size, docx_sha256, docx_size FROM signing`,
    )
    .all()
    .map(({ pdf_sha256, pdf_size, docx_sha256, docx_size, ...rest }) => ({
      ...rest,
      files: files({ pdf_sha256, pdf_size, docx_sha256, docx_size }),
    }));
}

export function insertRevision(db: Db, revision: StoredRevision): void {
  db.prepare(
    `INSERT INTO signed_revision (sheet_id, revision, digest, content, key_id, signed_at,
       pdf_sha256, pdf_size, docx_sha256, docx_size)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    revision.sheet,
    revision.revision,
    revision.digest,
    revision.content,
    revision.key,
    revision.signedAt,
    revision.files.pdf.sha256,
    revision.files.pdf.size,
    revision.files.docx.sha256,
    revision.files.docx.size,
  );
}

/** The signed revisions of a sheet, oldest first. */
export function revisionsOf(db: Readable, sheet: SheetId): readonly StoredRevision[] {
  return db
    .prepare<
      [string],
      FileColumns & { sheet: SheetId; revision: number; digest: Digest; content: string; key: KeyId; signedAt: Instant }
    >(
      `SELECT sheet_id AS sheet, revision, digest, content, key_id AS "key", signed_at AS signedAt,
              pdf_sha256, pdf_size, docx_sha256, docx_size
       FROM signed_revision WHERE sheet_id = ? ORDER BY revision`,
    )
    .all(sheet)
    .flatMap(({ pdf_sha256, pdf_size, docx_sha256, docx_size, ...rest }) => {
      const kept = files({ pdf_sha256, pdf_size, docx_sha256, docx_size });
      return kept ? [{ ...rest, files: kept }] : [];
    });
}

type FileColumns = {
  pdf_sha256: Digest | null;
  pdf_size: number | null;
  docx_sha256: Digest | null;
  docx_size: number | null;
};

function files(row: FileColumns): SignedFiles | null {
  const { pdf_sha256, pdf_size, docx_sha256, docx_size } = row;
  if (pdf_sha256 === null || pdf_size === null || docx_sha256 === null || docx_size === null) return null;
  return { pdf: { sha256: pdf_sha256, size: pdf_size }, docx: { sha256: docx_sha256, size: docx_size } };
}
