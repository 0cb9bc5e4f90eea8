import { expect, it } from 'vitest';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import { register, sign } from '../../../support/desk.ts';
import { added, criteriaSheet, judgeAll, link, portfolioOf, proveAll, report } from '../../../support/portfolios.ts';
import { answer } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const evidenceOf = (view: SheetView, criterion: string) =>
  view.sections
    .flatMap((section) => section.criteria)
    .find((one) => one.criterion === criterion)
    ?.evidence?.map((one) => one.evidence);

it('shows what a sheet was signed on, whatever is linked since, and what is linked once it is open again', async () => {
  const { now } = await temporaryWorkspace();
  const workspace = now();
  const learner = register(workspace);
  const draft = await criteriaSheet(workspace, learner);
  const first = proveAll(workspace, draft);
  judgeAll(workspace, draft, (id) => (id === 'ac2.1' ? 'not-yet' : 'achieved'));
  expect(evidenceOf(answer(viewSheet(workspace, draft.sheet)), 'ac2.1')).toBeUndefined();
  const signed = answer(await sign(workspace, draft));
  expect(evidenceOf(signed, 'ac1.1')).toEqual([first.id]);

  const of = portfolioOf(learner.id);
  const later = added(workspace, of, report({ title: 'Minutes of the second attempt' }));
  answer(link(workspace, of, later.id, ['2.1']));
  const view = answer(viewSheet(workspace, draft.sheet));
  expect(evidenceOf(view, 'ac2.1')).toEqual([first.id]);
  expect(view.decision).toEqual(signed.decision);

  const { sheet, revision } = view;
  answer(reopenSheet(workspace, { sheet, revision, reason: 'A wrong judgement.' }));
  expect(evidenceOf(answer(viewSheet(workspace, sheet)), 'ac1.1')).toBeUndefined();
});
