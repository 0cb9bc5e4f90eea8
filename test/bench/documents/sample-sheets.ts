import { join } from 'node:path';
import { gatherSheet } from '../../../electron/services/sign-off/sheet-content.ts';
import { createWorkspace } from '../../../electron/services/workspace/create-workspace.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { markSections, openedSheet, PASSING } from '../../support/desk.ts';
import { heldClock } from '../../support/held-clock.ts';
import { answer } from '../../support/result.ts';
import { CHEAP_COST, DETAILS } from '../../support/workspace-details.ts';
import { inTemporaryFolder } from '../measure/temporary.ts';
import { SampleText } from './sample-text.ts';

/** Characters of feedback in a section's column, so that the sheet takes three pages. */
const FEEDBACK = { strengths: 560, improvements: 520 } as const;

/** Sheets for 602 as signing gathers them, each with a learner and feedback of its own, on three pages. */
export function sampleSheets(count: number): Promise<readonly SignedSheet[]> {
  return inTemporaryFolder(async (folder) => {
    const clock = heldClock();
    const workspace = answer(await createWorkspace(join(folder, 'workspace'), DETAILS, clock, CHEAP_COST));
    try {
      const view = await openedSheet(workspace);
      markSections(workspace, view, PASSING);
      const { draft } = answer(gatherSheet(workspace, view.sheet, clock.now()));
      const { declarationDate } = draft.attempt;
      if (declarationDate === null) throw new Error('The sample has its declaration');
      const text = new SampleText();
      return Array.from({ length: count }, (_, at) => ({
        ...draft,
        attempt: { ...draft.attempt, declarationDate },
        learner: {
          ...draft.learner,
          name: text.take(1).split(' ').slice(0, 2).join(' '),
          registrationNumber: `B${at}`,
        },
        sections: draft.sections.map((section) => ({
          ...section,
          strengths: text.take(FEEDBACK.strengths),
          improvements: text.take(FEEDBACK.improvements),
        })),
      }));
    } finally {
      workspace.close();
    }
  });
}
