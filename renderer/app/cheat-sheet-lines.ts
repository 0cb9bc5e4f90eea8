import type { Command } from '../store/commands.ts';
import { shownKeys } from '../ui/shortcut.ts';

/** A heading of the cheat sheet, and the commands with keys that stand under it. */
export type CheatSheetGroup = { readonly group: string; readonly commands: readonly Command[] };

/**
 * The commands that have keys, by their group: what belongs to the place on show first, what can be done from anywhere
 * last. Every word of the query must be in the name, the group or the keys as they are read, "ctrl" too.
 */
export function cheatSheetGroups(commands: readonly Command[], query: string): readonly CheatSheetGroup[] {
  const words = query.toLowerCase().split(/\s+/);
  const found = commands.filter((command) => (command.keys ?? []).length > 0 && words.every(isIn(command)));
  const groups = [...Map.groupBy(found, ({ group }) => group)].map(([group, of]) => ({ group, commands: of }));
  return groups.toSorted((one, other) => Number(isAnywhere(one)) - Number(isAnywhere(other)));
}

function isAnywhere({ group }: CheatSheetGroup): boolean {
  return group === 'Go to' || group === 'Window';
}

function isIn({ name, group, keys = [] }: Command): (word: string) => boolean {
  const text = [name, group, ...keys.map((one) => shownKeys(one).join('+'))].join(' ').toLowerCase();
  return (word) => text.includes(word);
}
