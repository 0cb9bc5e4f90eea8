import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
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

/** Replaces the file in one step: written beside it, synced, renamed. */
export function writeSlotsFile(folder: string, content: SlotsFile): void {
  stageSlotsFile(folder, content);
  adoptStagedSlotsFile(folder);
}

/** First half of making a workspace: the slots exist, but do not count yet. */
export function stageSlotsFile(folder: string, content: SlotsFile): void {
  const staged = join(folder, `${NAME}.new`);
  rmSync(staged, { force: true });
  const handle = openSync(staged, 'wx', 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
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
