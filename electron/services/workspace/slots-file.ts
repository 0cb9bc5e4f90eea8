import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Digest } from '../../../shared/model/ids.ts';
import { sha256Text } from '../../db/stores/audit-store.ts';
import { keySlotSchema } from '../../vault/key-slots.ts';

/** `workspace.json`: which workspace this is and the slots that wrap its key. Nothing else is readable without a key. */
const slotsFileSchema = z.strictObject({
  format: z.literal('countersign-workspace/1'),
  id: z.string().uuid(),
  slots: z.array(keySlotSchema).min(1).max(16),
});
export type SlotsFile = z.infer<typeof slotsFileSchema>;

const NAME = 'workspace.json';

export function hasSlotsFile(folder: string): boolean {
  return existsSync(join(folder, NAME));
}

/** The slots, or null where the file does not hold any. Throws where the disk does not give it. */
export function readSlotsFile(folder: string): SlotsFile | null {
  const text = readFileSync(join(folder, NAME), 'utf8');
  try {
    const parsed = slotsFileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Replaces the file in one step, within what records it: it is the last thing that `record` does with what it is handed.
 * Where `record` then fails after all, the file is put back as it was; its copy is made before, because on a full disk
 * there would be no room for one.
 */
export function replaceSlotsFile(folder: string, content: SlotsFile, record: (replace: () => void) => void): void {
  const old = join(folder, `${NAME}.old`);
  let replaced = false;
  try {
    writeSynced(old, readFileSync(join(folder, NAME)));
    stageSlotsFile(folder, content);
    record(() => {
      replaced = true;
      adoptStagedSlotsFile(folder);
    });
  } catch (error) {
    if (replaced) tryTo(() => renameSync(old, join(folder, NAME)));
    throw error;
  } finally {
    tryTo(() => removeOtherSlots(folder));
  }
}

/** Slots that were never adopted, or are no longer, open the workspace too: none are left lying beside those that count. */
export function removeOtherSlots(folder: string): void {
  for (const ending of ['new', 'old']) rmSync(join(folder, `${NAME}.${ending}`), { force: true });
}

/** First half of making a workspace: the slots exist, but do not count yet. */
export function stageSlotsFile(folder: string, content: SlotsFile): void {
  writeSynced(join(folder, `${NAME}.new`), textOf(content));
}

/** SHA-256 of the file as it lies there, and of what would lie there with this content. */
export function slotsDigest(folder: string, content?: SlotsFile): Digest {
  return sha256Text(content ? textOf(content) : readFileSync(join(folder, NAME), 'utf8'));
}

function textOf(content: SlotsFile): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function writeSynced(file: string, content: string | Buffer): void {
  rmSync(file, { force: true });
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a failing disk may refuse without anything being lost. */
function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // The next opening tidies up.
  }
}

export function hasStagedSlotsFile(folder: string): boolean {
  return existsSync(join(folder, `${NAME}.new`));
}

export function adoptStagedSlotsFile(folder: string): void {
  renameSync(join(folder, `${NAME}.new`), join(folder, NAME));
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
