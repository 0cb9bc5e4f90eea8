import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type BankPlace,
  orderedPlaces,
  readStatementText,
  STATEMENT_KINDS,
} from '../../../shared/model/comment-bank.ts';
import type { NewStatement } from '../../../shared/rules/bank-csv.ts';
import { deleteRemoved, insertStatement, statementByText } from '../../db/stores/bank-store.ts';
import { readSetting, writeSetting } from '../../db/stores/setting-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { seedsFolder } from '../packs/seeds-folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { newStatement } from './bank.ts';

/** Statements that ship for one pack: each group for the places that it names as "assessment/section/criterion". */
const starterFile = z.strictObject({
  format: z.literal('countersign-bank/1'),
  pack: z.string().min(1),
  groups: z.array(
    z.strictObject({
      places: z.array(z.string().regex(/^[^/]+(\/[^/]+){0,2}$/)),
      strengths: z.array(z.string()),
      improvements: z.array(z.string()),
    }),
  ),
});

type Starter = { readonly name: string; readonly statements: readonly NewStatement[] };
/** Read once per process. */
let shipped: readonly Starter[] | null = null;

/** Every file of statements that ships with the app. Throws where one is not as it should be: that is a bug. */
export function starters(): readonly Starter[] {
  shipped ??= readdirSync(seedsFolder('bank'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, statements: statementsOf(readFileSync(join(seedsFolder('bank'), name), 'utf8')) }));
  return shipped;
}

/** Brings the starter statements in, each file once in a workspace's life, and forgets what was removed before. */
export function settleBank(workspace: Workspace): void {
  const { db } = workspace;
  const taken = new Set((readSetting(db, 'bank-starters') ?? '').split('\n'));
  const due = starters().filter(({ name }) => !taken.has(name));
  atOnce(db, () => {
    deleteRemoved(db);
    for (const { name, statements } of due) {
      for (const one of statements) {
        if (!statementByText(db, one.kind, one.text)) insertStatement(db, newStatement(one, 'starter'));
      }
      taken.add(name);
    }
    if (due.length > 0) writeSetting(db, 'bank-starters', [...taken].filter((name) => name !== '').join('\n'));
  });
}

function statementsOf(content: string): readonly NewStatement[] {
  const { pack, groups } = starterFile.parse(JSON.parse(content));
  return groups.flatMap((group) => {
    const places = orderedPlaces(group.places.map((place) => placeIn(pack, place)));
    return STATEMENT_KINDS.flatMap((kind) =>
      group[kind].map((words) => {
        const text = readStatementText(words);
        if (!text.ok || text.value !== words)
          throw new Error(`A starter statement is not as it would be kept: ${words}`);
        return { kind, text: words, places };
      }),
    );
  });
}

function placeIn(pack: string, place: string): BankPlace {
  const [assessment = '', section = null, criterion = null] = place.split('/');
  return { pack, assessment, section, criterion };
}
