import { randomUUID } from 'node:crypto';
import { insertAttempt, insertScript } from '../../../electron/db/stores/attempt-store.ts';
import { insertLearner } from '../../../electron/db/stores/learner-store.ts';
import { insertSheet, setSheetState, touchSheet } from '../../../electron/db/stores/sheet-store.ts';
import { getAssessment } from '../../../electron/services/packs/packs.ts';
import { centreOf, ownerOf, type Workspace } from '../../../electron/services/workspace/workspace.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { AttemptId, LearnerId, ScriptId, SheetId } from '../../../shared/model/ids.ts';
import { emptySection } from '../../../shared/rules/carry-forward.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { PASSING, SHEET_602, shippedPack } from '../../support/desk.ts';
import { bringIn } from '../../support/incoming.ts';
import { answer } from '../../support/result.ts';
import { SampleText } from '../documents/sample-text.ts';

const FIRST = 'Amira Tomasz Ffion Łucja Rhys Zoë Musa Siân Björn Noor Asha Owen Ngozi Ewa Idris Mai Yusuf Eira'.split(
  ' ',
);
const LAST = 'Okafor Bielak Prosser Jones Vale O’Brien Strauß Żółć Marsh Haddad Ray Field Nowak Evans Mensah'.split(
  ' ',
);
/** Marked sections of a sheet, by turns: none, some, all, all and signed. */
const STATES = ['to-mark', 'in-progress', 'marked', 'signed'] as const;

/** Fills a workspace with learners who each have one attempt, script and sheet, with feedback as long as it is written. */
export function fillWith(workspace: Workspace, learners: number): void {
  const { db, clock } = workspace;
  const { digest, code } = shippedPack();
  const { scheme } = answer(getAssessment(workspace, digest, SHEET_602)).assessment;
  const centre = centreOf(workspace).id;
  const assessor = ownerOf(workspace).id;
  const file = answer(
    workspace.incoming.claim(bringIn(workspace, 'script.txt', 'What I learned about leading a team.')),
  );
  const text = new SampleText();
  db.transaction(() => {
    for (let at = 0; at < learners; at += 1) {
      const now = clock.now();
      const [first, last] = [FIRST[at % FIRST.length], LAST[(at * 7) % LAST.length]];
      const learner = randomUUID() as LearnerId;
      const facts = { name: `${first} ${last}`, registrationNumber: `N${100_000 + at}`, cohort: `Cohort ${at % 40}` };
      insertLearner(db, { id: learner, centre, ...facts, aliases: [] }, now);
      const day = new Date(Date.UTC(2024, 0, 1 + ((at * 13) % 700))).toISOString().slice(0, 10) as CivilDate;
      const attempt = {
        id: randomUUID() as AttemptId,
        learner,
        pack: digest,
        assessment: SHEET_602,
        number: 1,
        previous: null,
        dateReceived: day,
        declarationDate: day,
        standardisationRefused: false,
        returned: null,
        scripts: [],
      };
      insertAttempt(db, attempt, code, now);
      const words = { kind: 'counted', words: 2500 } as const;
      const script = { ...file, mediaType: 'text/plain', display: 'external', words, pages: null } as const;
      insertScript(db, attempt.id, 0, { id: randomUUID() as ScriptId, ...script });
      const state = STATES[at % STATES.length];
      const sections = scheme.sections.map(({ id }, place) => {
        const begun = state !== 'to-mark' && (state !== 'in-progress' || place === 0);
        if (!begun) return emptySection(id);
        return {
          ...emptySection(id),
          mark: PASSING[place] ?? 0,
          strengths: text.take(400),
          improvements: text.take(300),
        };
      });
      const id = randomUUID() as SheetId;
      const decision = decide(scheme, sections);
      const sheet = {
        id,
        attempt: attempt.id,
        purpose: 'official',
        pack: digest,
        assessment: SHEET_602,
        assessor,
      } as const;
      insertSheet(db, { ...sheet, revision: 1, reopenReason: null, redo: [] }, sections, decision);
      if (state !== 'to-mark') touchSheet(db, id, { version: 3, redo: [], decision, sections, at: now });
      if (state === 'signed') setSheetState(db, id, 'signed');
    }
  })();
}
