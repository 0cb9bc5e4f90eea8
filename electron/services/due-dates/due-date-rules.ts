import type { AppError } from '../../../shared/api/errors.ts';
import { inputs, type ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { DueDateRules } from '../../../shared/model/due-dates.ts';
import { DEFAULT_DUE_DATE_RULES } from '../../../shared/rules/due-date.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { readSetting, writeSetting } from '../../db/stores/setting-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { listPacks } from '../packs/packs.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';

/** How the centre counts. What is not valid, as another version may have stored it, counts as not set. */
export function getDueDateRules(workspace: Workspace): DueDateRules {
  const stored = readSetting(workspace.db, 'due-dates');
  if (stored === null) return DEFAULT_DUE_DATE_RULES;
  const parsed = inputs['due-dates.put'].safeParse(fromJson(stored));
  return parsed.success ? parsed.data : DEFAULT_DUE_DATE_RULES;
}

/** Sets all of it; dates of the queue follow at once, since none is stored. */
export function putDueDateRules(
  workspace: Workspace,
  after: ParsedInput<'due-dates.put'>,
): Result<DueDateRules, AppError> {
  return inTransaction<DueDateRules, AppError>(workspace.db, () => {
    const before = getDueDateRules(workspace);
    const unknown = after.turnaround.find((one) => !isKnown(workspace, one));
    if (unknown) return err({ code: 'qualification-unknown', qualification: unknown.qualification });
    const content = JSON.stringify(after);
    if (JSON.stringify(before) === content) return ok(before);
    writeSetting(workspace.db, 'due-dates', content);
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'due-dates-edited',
      payload: { before, after },
    });
    return ok(after);
  });
}

type Own = DueDateRules['turnaround'][number];

function isKnown(workspace: Workspace, { pack, qualification }: Own): boolean {
  return listPacks(workspace).some(
    (one) => one.code === pack && one.qualifications.some(({ code }) => code === qualification),
  );
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
