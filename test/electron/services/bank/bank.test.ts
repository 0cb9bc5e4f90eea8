import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../../electron/db/stores/bank-store.ts';
import {
  listBank,
  noteStatementUsed,
  putStatement,
  removeStatements,
  restoreStatements,
} from '../../../../electron/services/bank/bank.ts';
import { starters } from '../../../../electron/services/bank/starter.ts';
import { editSheet } from '../../../../electron/services/marking/edit-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { type Input, inputs } from '../../../../shared/api/inputs.ts';
import type { StatementId } from '../../../../shared/model/ids.ts';
import { openedSheet } from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const PLACE = { pack: 'ilm-8316', assessment: 'diploma-603', section: 's2', criterion: 's2-c1' };
const NOBODY = '00000000-0000-4000-8000-000000000000' as StatementId;

/** By the contract's own schema, as a call does. */
const put = (workspace: Workspace, input: Partial<Input<'bank.put'>>) =>
  putStatement(
    workspace,
    inputs['bank.put'].parse({ statement: null, kind: 'strengths', text: 'A clear plan.', places: [PLACE], ...input }),
  );
const own = (workspace: Workspace) => listBank(workspace).filter((one) => one.origin === 'own');

describe('the starter statements of a workspace', () => {
  it('are there at first, and not again once they were removed or changed', async () => {
    const { now, reopen } = await temporaryWorkspace();
    const shipped = starters().flatMap((one) => one.statements);
    expect(listBank(now()).map((one) => one.text)).toEqual(shipped.map((one) => one.text));
    expect(new Set(listBank(now()).map((one) => one.origin))).toEqual(new Set(['starter']));

    const [first, second] = listBank(now());
    answer(removeStatements(now(), { statements: [present(first).id] }));
    const { id, kind, places } = present(second);
    answer(put(now(), { statement: id, kind, text: 'My own words.', places: [...places] }));
    const after = listBank(await reopen());
    expect(after).toHaveLength(shipped.length - 1);
    expect(after.find((one) => one.id === id)).toMatchObject({ text: 'My own words.', origin: 'own' });
  });
});

describe('a statement', () => {
  it('is added, changed and used, and keeps its uses through a change', async () => {
    const { now, clock } = await temporaryWorkspace();
    const made = answer(put(now(), { text: '  Clear\r\nand costed. ' }));
    expect(made).toMatchObject({ text: 'Clear\nand costed.', places: [PLACE], origin: 'own', uses: 0, lastUsed: null });
    answer(noteStatementUsed(now(), { statement: made.id }));
    const used = answer(noteStatementUsed(now(), { statement: made.id }));
    expect(used).toMatchObject({ uses: 2, lastUsed: clock.now() });
    const changed = answer(put(now(), { statement: made.id, kind: 'improvements', text: 'Cost it.', places: [] }));
    expect(changed).toEqual({ ...used, kind: 'improvements', text: 'Cost it.', places: [] });
    expect(own(now())).toEqual([changed]);
  });

  it('stays a starter where only its place is changed', async () => {
    const { now } = await temporaryWorkspace();
    const { id, kind, text } = present(listBank(now())[0]);
    expect(answer(put(now(), { statement: id, kind, text, places: [] }))).toMatchObject({
      origin: 'starter',
      places: [],
    });
  });

  it('is refused where its words are there, its place is not, or it is not there itself', async () => {
    const { now } = await temporaryWorkspace();
    const made = answer(put(now(), {}));
    expect(refusal(put(now(), { places: [] }))).toEqual({ code: 'statement-exists' });
    expect(answer(put(now(), { kind: 'improvements' })).id).not.toBe(made.id);
    expect(refusal(put(now(), { text: 'x', places: [{ ...PLACE, criterion: 's2-c9' }] }))).toEqual({
      code: 'bank-place-unknown',
      part: 'criterion',
      name: 's2-c9',
    });
    expect(refusal(put(now(), { statement: NOBODY, text: 'x' }))).toEqual({ code: 'statement-unknown' });
    expect(refusal(noteStatementUsed(now(), { statement: NOBODY }))).toEqual({ code: 'statement-unknown' });
    expect(own(now())).toHaveLength(2);
  });

  it.each([
    { what: 'empty', text: ' \u200b ' },
    { what: 'too long', text: 'x'.repeat(2001) },
    { what: 'with a control character', text: 'a\u0000b' },
    { what: 'with half a character', text: 'a\ud800' },
  ])('is not taken $what', ({ text }) => {
    const read = inputs['bank.put'].safeParse({ statement: null, kind: 'strengths', text, places: [] });
    expect(read.success).toBe(false);
  });

  it('is removed and brought back with its uses, until the workspace is opened again', async () => {
    const { now, reopen } = await temporaryWorkspace();
    const { id } = answer(put(now(), {}));
    const used = answer(noteStatementUsed(now(), { statement: id }));
    answer(removeStatements(now(), { statements: [id] }));
    expect(own(now())).toEqual([]);
    expect(refusal(removeStatements(now(), { statements: [id] }))).toEqual({ code: 'statement-unknown' });
    expect(answer(restoreStatements(now(), { statements: [id] }))).toEqual([used]);
    expect(own(now())).toEqual([used]);

    answer(removeStatements(now(), { statements: [id] }));
    answer(put(now(), {}));
    expect(refusal(restoreStatements(now(), { statements: [id] }))).toEqual({ code: 'statement-exists' });
    const again = await reopen();
    expect(refusal(restoreStatements(again, { statements: [id] }))).toEqual({ code: 'statement-unknown' });
    expect(readStatement(again.db, id)).toBeNull();
  });

  it('removes nothing of a list that holds one that is not there', async () => {
    const { now } = await temporaryWorkspace();
    const { id } = answer(put(now(), {}));
    expect(refusal(removeStatements(now(), { statements: [id, NOBODY] }))).toEqual({ code: 'statement-unknown' });
    expect(own(now())).toHaveLength(1);
  });

  it('changes no sheet that its words were copied into', async () => {
    const { now } = await temporaryWorkspace();
    const { sheet, revision } = await openedSheet(now());
    const { id, text } = answer(put(now(), {}));
    answer(editSheet(now(), { sheet, revision, field: { kind: 'strengths', section: 's1', text } }));
    const before = answer(viewSheet(now(), sheet));
    answer(put(now(), { statement: id, text: 'Other words.' }));
    answer(removeStatements(now(), { statements: [id] }));
    expect(answer(viewSheet(now(), sheet))).toEqual(before);
    expect(before.sections[0]?.strengths).toBe('A clear plan.');
  });
});
