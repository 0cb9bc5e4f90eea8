import { describe, expect, it } from 'vitest';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { previewSheet } from '../../../../electron/services/sign-off/preview-sheet.ts';
import { rehearseSheet } from '../../../../electron/services/sign-off/rehearse-sheet.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { readFile } from '../../../../electron/vault/vault.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { SheetId } from '../../../../shared/model/ids.ts';
import { edit, markSections, openedSheet, PASSING, register, sign, submission } from '../../../support/desk.ts';
import { bringIn } from '../../../support/incoming.ts';
import { inspect } from '../../../support/inspect.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { addSyntheticPack, syntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

async function complete(workspace: Workspace, name = 'Rhys Jones'): Promise<SheetView> {
  const view = await openedSheet(workspace, register(workspace, name));
  markSections(workspace, view, PASSING);
  return view;
}

const findings = (workspace: Workspace, view: SheetView) => answer(rehearseSheet(workspace, view.sheet)).findings;
const nowhere = crypto.randomUUID() as SheetId;

describe('the rehearsal of a sheet', () => {
  it('has nothing to say of one that is complete, and the decision', async () => {
    const { now } = await temporaryWorkspace();
    const view = await complete(now());
    expect(answer(rehearseSheet(now(), view.sheet))).toEqual({
      findings: [],
      warnings: [],
      decision: { outcome: 'pass', total: 67 },
    });
  });

  it('lists what is missing of one that was only opened', async () => {
    const { now } = await temporaryWorkspace();
    const codes = findings(now(), await openedSheet(now())).map((one) => one.code);
    expect(codes).toEqual(Array.from({ length: 4 }, () => ['unmarked', 'no-feedback']).flat());
  });

  it.each(['Zoë Ångström-Łukasz', 'Μαρία', 'Дмитрий', 'محمد علي', 'דוד', "O'Brien", 'Nguyễn Thị Hạnh'])(
    'has nothing against the name %s',
    async (name) => {
      const { now } = await temporaryWorkspace();
      expect(findings(now(), await complete(now(), name))).toEqual([]);
    },
  );

  it('names the place of every character that the form cannot print', async () => {
    const { now } = await temporaryWorkspace();
    const view = await complete(now(), '山田 太郎');
    answer(edit(now(), view, { kind: 'improvements', section: 's3', text: 'Read 漢字 and 漢.\u0007' }));
    expect(findings(now(), view)).toEqual([
      {
        code: 'missing-characters',
        severity: 'error',
        place: 'Learner name',
        section: null,
        characters: ['山', '田', '太', '郎'],
      },
      {
        code: 'missing-characters',
        severity: 'error',
        place: 'Areas for improvement',
        section: 's3',
        characters: ['漢', '字', '\u0007'],
      },
    ]);
  });

  it('has nothing against the breaks that are pasted from Word', async () => {
    const { now } = await temporaryWorkspace();
    const view = await complete(now());
    answer(
      edit(now(), view, { kind: 'strengths', section: 's1', text: 'One\u000bTwo\u000cThree\u2028Four\tFive\u0085Six' }),
    );
    expect(findings(now(), view)).toEqual([]);
    expect(answer(await sign(now(), view)).state).toBe('signed');
  });

  it('finds what the form itself cannot print', async () => {
    const { now } = await temporaryWorkspace();
    const [sheet] = syntheticPack().assessments;
    const heading = 'SHEET 漢';
    const { digest } = await addSyntheticPack(now(), {
      assessments: [{ ...present(sheet), scheme: { ...present(sheet).scheme, heading } }],
    });
    const taken = await takeIn(now(), submission(now(), register(now()).id, { pack: digest, assessment: 'forty' }));
    const view = answer(openSheet(now(), answer(taken).attempt.id));
    markSections(now(), view, [20, 20, 20]);
    expect(findings(now(), view)).toMatchObject([
      { code: 'missing-characters', place: 'The form', characters: ['漢'] },
    ]);
    expect(refusal(await sign(now(), view)).code).toBe('sign-off-blocked');
  });

  it('of no sheet is refused', async () => {
    const { now } = await temporaryWorkspace();
    expect(refusal(rehearseSheet(now(), nowhere))).toEqual({ code: 'sheet-unknown' });
    expect(refusal(await previewSheet(now(), nowhere))).toEqual({ code: 'sheet-unknown' });
  });
});

it("a learner's file name that no font has does not stand in the way of signing; the signed sheet keeps it as it is", async () => {
  const { now } = await temporaryWorkspace();
  const files = [bringIn(now(), '我的作业.txt', 'What I learned.')];
  const taken = answer(await takeIn(now(), submission(now(), register(now()).id, { files })));
  const view = answer(openSheet(now(), taken.attempt.id));
  markSections(now(), view, PASSING);
  expect(findings(now(), view)).toEqual([]);
  answer(await previewSheet(now(), view.sheet));
  answer(await sign(now(), view));
  const { content, files: signed } = present(revisionsOf(now().db, view.sheet)[0]);
  expect(parseSignedSheet(content).attempt.scripts[0]?.name).toBe('我的作业.txt');
  expect((await readFile(now().vault, signed.pdf.sha256)).subarray(0, 4).toString()).toBe('%PDF');
});

describe('the preview of a sheet', () => {
  it('is a PDF at every stage of a draft', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    for (const step of [() => undefined, () => markSections(now(), view, PASSING)]) {
      step();
      const preview = Buffer.from(answer(await previewSheet(now(), view.sheet)));
      expect(await inspect('preview.pdf', preview)).toMatchObject({ ok: true, value: { display: 'pdf' } });
    }
  });

  it('says what stands in its way while a character cannot be drawn, and is no incident', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    answer(edit(now(), view, { kind: 'strengths', section: 's1', text: '漢' }));
    expect(refusal(await previewSheet(now(), view.sheet))).toEqual({ code: 'sign-off-blocked', findings: 1 });
  });
});
