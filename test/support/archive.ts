import { createHash } from 'node:crypto';
import { getRawHeader, listPackage, statFile } from '@electron/asar';

export type ArchivedFile = { readonly size: number; readonly unpacked: boolean };

/** Every file of an archive, by its path in it. */
export function filesInArchive(archive: string): ReadonlyMap<string, ArchivedFile> {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  const files = paths.flatMap((path) => {
    const found = statFile(archive, path);
    return 'size' in found ? [[path, { size: found.size, unpacked: found.unpacked === true }] as const] : [];
  });
  return new Map(files);
}

/** What a system checks before it loads the archive: the digest of its header, which holds those of all files. */
export function integrityOf(archive: string): string {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
}
