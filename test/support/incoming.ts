import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import { answer } from './result.ts';

/** Brings a file in as a transport does; the token is good for one call. */
export function bringIn(workspace: Workspace, name: string, bytes: Uint8Array | string): string {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const token = answer(workspace.incoming.begin(name, content.length));
  answer(workspace.incoming.append(token, 0, content));
  return token;
}
