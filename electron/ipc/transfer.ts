import { z } from 'zod';
import { TRANSFER_CHUNK } from '../../shared/api/content-urls.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { Application } from '../services/application.ts';
import { faultOf, type IncidentLog } from './faults.ts';
import { json, type PageRequest, type PageResponse, plain } from './page-messages.ts';

const beginSchema = z.strictObject({ name: z.string().max(4096), size: z.number().int().min(0) });

/** Files on their way in from the page: begin with a name and a size, then chunks in order, or give up. */
export async function receiveTransfer(app: Application, request: PageRequest, log: IncidentLog): Promise<PageResponse> {
  try {
    const answer = await receive(app, request);
    return answer ? json(answer.ok ? 200 : 409, answer) : plain(405);
  } catch (error) {
    return json(500, err(faultOf(error, log, app.folder)));
  }
}

async function receive(app: Application, request: PageRequest): Promise<Result<unknown, AppError> | null> {
  const workspace = app.workspace();
  if (!workspace.ok) return workspace;
  const { incoming } = workspace.value;
  const token = request.url.pathname.slice('/transfer/'.length);
  if (request.method === 'POST' && token === '') {
    const begun = beginSchema.safeParse(parseJson(await request.body()));
    if (!begun.success) return err({ code: 'invalid-input', place: 'transfer', reason: 'needs a name and a size' });
    const issued = incoming.begin(begun.data.name, begun.data.size);
    return issued.ok ? { ok: true, value: { token: issued.value } } : issued;
  }
  if (request.method === 'PUT' && token !== '') {
    const bytes = await request.body();
    const offset = Number(request.url.searchParams.get('offset'));
    if (bytes.length > TRANSFER_CHUNK)
      return err({ code: 'invalid-input', place: 'transfer', reason: 'chunk too large' });
    return incoming.append(token, offset, bytes);
  }
  if (request.method === 'DELETE' && token !== '') {
    incoming.abandon(token);
    return { ok: true, value: null };
  }
  return null;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
