import { expect, it } from 'vitest';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import { codes, sentences, verify } from '../../../shared/verification/verifying.ts';
import { sentSheet } from '../../../support/checking.ts';
import { edit, register, sign, submission } from '../../../support/desk.ts';
import {
  added,
  CRITERIA_UNIT,
  criteriaPack,
  criteriaSheet,
  judge,
  judgeAll,
  link,
  portfolioOf,
  proveAll,
  report,
} from '../../../support/portfolios.ts';
import { answer } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

/** What the files of a sheet that was just signed say, verified as anybody can. */
async function expectWhole(workspace: Workspace, view: SheetView, achieved: number, pieces: number): Promise<void> {
  const { pdf, docx } = await sentSheet(workspace, view.sheet);
  for (const [name, bytes] of [
    ['sheet.pdf', pdf],
    ['sheet.docx', docx],
  ] as const) {
    const verification = await verify(Uint8Array.from(bytes), name);
    expect(verification.verdict, sentences(verification)).toBe('intact');
    expect(codes(verification)).toEqual(expect.arrayContaining(['page-agrees', 'outcome-by-rule']));
    expect(verification.findings.filter((one) => one.severity === 'warning')).toEqual([]);
    expect(verification.findings).toContainEqual({ code: 'evidence-whole', severity: 'good', items: pieces, achieved });
  }
}

it('verifies what was signed on evidence, in the attempt that was referred and in the next one', {
  timeout: 60_000,
}, async () => {
  const { now, clock } = await temporaryWorkspace();
  const workspace = now();
  const learner = register(workspace);
  const view = await criteriaSheet(workspace, learner);
  const of = portfolioOf(learner.id);
  proveAll(workspace, view);
  judgeAll(workspace, view, (id) => (id === 'ac1.2' ? 'not-yet' : 'achieved'));
  answer(edit(workspace, view, { kind: 'judgement', section: 'lo1', criterion: 'ac1.2', text: 'Not costed.\nYet.' }));
  const first = answer(await sign(workspace, view));
  const criteria = view.assessment.scheme.sections.flatMap((one) => one.criteria).length;
  await expectWhole(workspace, first, criteria - 1, 1);

  const asked = submission(workspace, learner.id, { pack: criteriaPack().digest, assessment: CRITERIA_UNIT });
  const next = answer(openSheet(workspace, answer(await takeIn(workspace, asked)).attempt.id));
  clock.advance(24 * 3_600_000);
  answer(link(workspace, of, added(workspace, of, report({ title: 'Costs' })).id, ['1.2'], { place: 'p 4' }));
  answer(judge(workspace, next, 'ac1.2', 'achieved'));
  answer(edit(workspace, next, { kind: 'strengths', section: 'lo1', text: 'Costed.' }));
  await expectWhole(workspace, answer(await sign(workspace, next)), criteria, 2);
});
