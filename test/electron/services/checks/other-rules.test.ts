import { describe, expect, it } from 'vitest';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { FieldEdit, ParsedInput } from '../../../../shared/api/inputs.ts';
import type { SheetId } from '../../../../shared/model/ids.ts';
import { openSent, qaMarks, sentCheck, sentSheet, signAs } from '../../../support/checking.ts';
import { edit, register, sign, signedSheet, submission } from '../../../support/desk.ts';
import { workspaceOf } from '../../../support/person-workspace.ts';
import { proveAll } from '../../../support/portfolios.ts';
import { answer, refusal } from '../../../support/result.ts';
import { addSyntheticPack } from '../../../support/synthetic-pack.ts';

type Marks = NonNullable<ParsedInput<'checks.sign'>['marks']>;

/** A sheet of a pack whose rule goes by criterion, marked and signed; with its criteria, each by its section. */
async function signedBy(
  assessor: Workspace,
  assessment: string,
  mark: (section: string, criterion: string) => FieldEdit,
) {
  const pack = (await addSyntheticPack(assessor)).digest;
  const learner = register(assessor);
  const taken = answer(await takeIn(assessor, submission(assessor, learner.id, { pack, assessment })));
  const view = answer(openSheet(assessor, taken.attempt.id));
  const criteria = view.assessment.scheme.sections.flatMap(({ id, criteria: own }) =>
    own.map((one) => ({ section: id, criterion: one.id })),
  );
  for (const { section } of view.sections) {
    answer(edit(assessor, view, { kind: 'strengths', section, text: `Good in ${section}.` }));
    answer(edit(assessor, view, { kind: 'improvements', section, text: `To improve in ${section}.` }));
  }
  if (assessment === 'met') proveAll(assessor, view);
  for (const { section, criterion } of criteria) answer(edit(assessor, view, mark(section, criterion)));
  return { sheet: answer(await sign(assessor, view)).sheet, criteria };
}

/** What the IQA found, as the IQA sees it and as the EV reads it out of the PDF alone. */
async function checkedAndRead(assessor: Workspace, sheet: SheetId, marks: Marks) {
  const sent = await sentSheet(assessor, sheet);
  const iqa = (await workspaceOf('Ines Okoro', ['iqa'])).now();
  const view = answer(await openSent(iqa, sent));
  const checked = answer(await signAs(iqa, view, 'iqa', { marks }));
  const ev = (await workspaceOf('Evan Hart', ['ev'])).now();
  const { pdf, docx } = await sentCheck(iqa, view.check);
  const alone = answer(await openSent(ev, { pdf, docx: null }));
  const both = answer(await openSent(ev, { pdf, docx }));
  expect([alone.verification.verdict, alone.qa, both.qa]).toEqual(['intact', checked.qa, checked.qa]);
  return checked;
}

describe('a check under a rule that goes by criterion', () => {
  it('has a mark for each, and the rule decides on them', async () => {
    const assessor = (await workspaceOf('Morgan Vale', ['assessor'])).now();
    const { sheet, criteria } = await signedBy(assessor, 'by-criterion', (section, criterion) => {
      return { kind: 'criterion-mark', section, criterion, typed: '10' };
    });
    const marks = criteria.map((one) => ({ ...one, typed: '9' }));
    const { qa } = await checkedAndRead(assessor, sheet, marks);
    expect(qa?.decision).toMatchObject({ outcome: 'referral', total: 27, referred: [{ criteria: ['s1-2'] }] });
  });

  it('says of each whether it was achieved, where the rule has no marks', async () => {
    const assessor = (await workspaceOf('Morgan Vale', ['assessor'])).now();
    const { sheet, criteria } = await signedBy(assessor, 'met', (section, criterion) => {
      return { kind: 'criterion-met', section, criterion, met: 'achieved' };
    });
    const marks = criteria.map((one, at) => ({ ...one, typed: at === 0 ? 'not-yet' : 'achieved' }));
    const { qa } = await checkedAndRead(assessor, sheet, marks);
    expect(qa?.decision).toMatchObject({ outcome: 'referral', total: null });
    expect(qa?.marks).toEqual(marks.map(({ typed, ...one }) => ({ ...one, mark: typed })));
  });
});

it('nobody signs a revision when a later one has come', async () => {
  const assessor = (await workspaceOf('Morgan Vale', ['assessor'])).now();
  const first = await signedSheet(assessor);
  const sent = await sentSheet(assessor, first.sheet);
  const reopened = answer(reopenSheet(assessor, { sheet: first.sheet, revision: 1, reason: 'A wrong mark.' }));
  answer(await sign(assessor, reopened));
  const iqa = (await workspaceOf('Ines Okoro', ['iqa'])).now();
  const old = answer(await openSent(iqa, sent));
  const later = answer(await openSent(iqa, await sentSheet(assessor, first.sheet)));
  expect(later.check).not.toBe(old.check);
  expect(refusal(await signAs(iqa, old, 'iqa', { marks: qaMarks(old) }))).toEqual({
    code: 'sheet-moved-on',
    revision: 2,
  });
  expect(answer(await signAs(iqa, later, 'iqa', { marks: qaMarks(later) })).exportName).toMatch(/rev 2 checked$/);
});
