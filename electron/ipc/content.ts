import { type CheckId, type Digest, isDigest, isId, type ScriptId, type SheetId } from '../../shared/model/ids.ts';
import { readScript } from '../db/stores/attempt-store.ts';
import { readReceived } from '../db/stores/received-store.ts';
import { revisionsOf } from '../db/stores/signing-store.ts';
import { mediaType } from '../readers/file-type.ts';
import type { Application } from '../services/application.ts';
import { previewSheet } from '../services/sign-off/preview-sheet.ts';
import type { Workspace } from '../services/workspace/workspace.ts';
import { readRange } from '../vault/vault.ts';
import { faultOf, type IncidentLog } from './faults.ts';
import { json, type PageRequest, type PageResponse, plain } from './page-messages.ts';

/** The most bytes in one answer; a reader that wants more asks for the next range. */
const MOST_AT_ONCE = 64 * 1024 * 1024;
/** What the page may draw itself; anything else is bytes to it, whatever the file claims. */
const SHOWN = new Set([mediaType('pdf'), mediaType('docx')]);

type Source = { readonly sha256: Digest; readonly size: number; readonly type: string };

/** Bytes of scripts, signed files and previews by id; ranges are answered, and every byte is checked on the way. */
export async function serveContent(app: Application, request: PageRequest, log: IncidentLog): Promise<PageResponse> {
  if (request.method !== 'GET') return plain(405);
  const workspace = app.workspace();
  if (!workspace.ok) return json(403, workspace);
  try {
    const [kind, id = '', file = ''] = request.url.pathname.slice('/content/'.length).split('/');
    if (kind === 'preview') return await servePreview(workspace.value, id);
    const source =
      kind === 'received' ? findReceived(workspace.value, id) : findSource(workspace.value, kind ?? '', id, file);
    return source ? await serveSource(workspace.value, source, request.headers.range) : plain(404);
  } catch (error) {
    return json(500, { ok: false, error: faultOf(error, log, app.folder) });
  }
}

async function servePreview(workspace: Workspace, name: string): Promise<PageResponse> {
  const id = name.replace(/\.pdf$/, '');
  if (!isId(id)) return plain(404);
  const preview = await previewSheet(workspace, id as SheetId);
  if (!preview.ok) return json(409, preview);
  return { status: 200, headers: { 'Content-Type': mediaType('pdf') }, body: preview.value };
}

function findSource(workspace: Workspace, kind: string, id: string, file: string): Source | null {
  if (!isId(id)) return null;
  if (kind === 'script') {
    const script = readScript(workspace.db, id as ScriptId);
    if (!script || !isDigest(script.sha256)) return null;
    const type = SHOWN.has(script.mediaType) ? script.mediaType : 'application/octet-stream';
    return { sha256: script.sha256, size: script.size, type };
  }
  const wanted = /^(\d{1,6})\.(pdf|docx)$/.exec(file);
  if (kind !== 'signed' || !wanted) return null;
  const format = wanted[2] === 'pdf' ? 'pdf' : 'docx';
  const revision = revisionsOf(workspace.db, id as SheetId).find((one) => one.revision === Number(wanted[1]));
  return revision ? { ...revision.files[format], type: mediaType(format) } : null;
}

function findReceived(workspace: Workspace, name: string): Source | null {
  const id = name.replace(/\.pdf$/, '');
  const received = isId(id) ? readReceived(workspace.db, id as CheckId) : null;
  return received && { ...received.pdf, type: mediaType('pdf') };
}

async function serveSource(workspace: Workspace, source: Source, header: string | undefined): Promise<PageResponse> {
  const { size, type } = source;
  const range = readRangeHeader(header, size);
  if (range === 'unsatisfiable') return { ...plain(416), headers: { 'Content-Range': `bytes */${size}` } };
  const [start, end] = range ?? [0, size];
  const stop = range ? Math.min(end, start + MOST_AT_ONCE) : end;
  const parts: Buffer[] = [];
  for await (const part of readRange(workspace.vault, source.sha256, start, stop)) parts.push(part);
  return {
    status: range ? 206 : 200,
    headers: {
      'Content-Type': type,
      'Accept-Ranges': 'bytes',
      'Content-Disposition': 'inline',
      ...(range ? { 'Content-Range': `bytes ${start}-${stop - 1}/${size}` } : {}),
    },
    body: Buffer.concat(parts),
  };
}

/** `[start, end)` of a single range, null where there is none. */
function readRangeHeader(header: string | undefined, size: number): readonly [number, number] | null | 'unsatisfiable' {
  const found = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!found) return null;
  const [first = '', last = ''] = found.slice(1);
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return start >= size || end <= start ? 'unsatisfiable' : [start, end];
}
