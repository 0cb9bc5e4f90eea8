import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { FieldEdit } from '../../../../shared/api/inputs.ts';
import { edit, openedSheet } from '../../../support/desk.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

type Kept = { field: string; value: string; began_at: string; saved_at: string };

const kept = (workspace: Workspace) =>
  workspace.db.prepare<[], Kept>('SELECT field, value, began_at, saved_at FROM field_version ORDER BY id').all();

async function typing() {
  const made = await temporaryWorkspace();
  const view = await openedSheet(made.now());
  const save = (field: FieldEdit) => edit(made.now(), view, field);
  const type = (text: string, section = 's1') => answer(save({ kind: 'strengths', section, text }));
  return { ...made, save, type, values: () => kept(made.now()).map((one) => one.value) };
}

describe('what a field held', () => {
  it('is one version for a burst of typing, the last of it', async () => {
    const { type, clock, values, now } = await typing();
    for (const text of ['C', 'Cl', 'Cle', 'Clear']) {
      type(text);
      clock.advance(2000);
    }
    expect(values()).toEqual(['Clear']);
    expect(kept(now())[0]).toMatchObject({
      field: 'strengths/s1',
      began_at: '2026-11-22T09:00:00.000+00:00',
      saved_at: '2026-11-22T09:00:06.000+00:00',
    });
  });

  it('is a version of its own once 30 seconds have passed since the burst began', async () => {
    const { type, clock, values } = await typing();
    type('first');
    clock.advance(29_999);
    type('still the first');
    clock.advance(1);
    type('second');
    expect(values()).toEqual(['still the first', 'second']);
  });

  it('is kept for each field apart', async () => {
    const { type, save, values, now } = await typing();
    type('one');
    type('two', 's2');
    answer(save({ kind: 'improvements', section: 's1', text: 'three' }));
    answer(save({ kind: 'mark', section: 's1', typed: ' 7 ' }));
    answer(save({ kind: 'redo', sections: ['s1', 's2'] }));
    type('one again');
    expect(values()).toEqual(['one again', 'two', 'three', '7', '["s1","s2"]']);
    expect(new Set(kept(now()).map((one) => one.field)).size).toBe(5);
  });

  it('is a version of its own when the clock went backwards', async () => {
    const { type, clock, values } = await typing();
    type('before');
    clock.advance(-3_600_000);
    type('after');
    expect(values()).toEqual(['before', 'after']);
  });

  it('is what was stored, with line ends as they are stored', async () => {
    const { type, values } = await typing();
    const { section } = type('one\r\ntwo');
    expect(values()).toEqual([section?.strengths]);
  });

  it('is not kept for an edit that was refused', async () => {
    const { save, values } = await typing();
    refusal(save({ kind: 'mark', section: 's1', typed: '11' }));
    expect(values()).toEqual([]);
  });
});
