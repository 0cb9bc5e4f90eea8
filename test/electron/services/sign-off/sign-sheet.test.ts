import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditHead, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { editLearner } from '../../../../electron/services/learners/learners.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { editAttempt, returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { readFile } from '../../../../electron/vault/vault.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts';
import type { SheetId } from '../../../../shared/model/ids.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import {
  edit,
  markSections,
  openedSheet,
  PASSING,
  register,
  sign,
  signedSheet,
  submission,
} from '../../../support/desk.ts';
import { proveAll } from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { addSyntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

async function marked(workspace: Workspace): Promise<SheetView> {
  const view = await openedSheet(workspace);
  markSections(workspace, view, PASSING);
  return answer(viewSheet(workspace, view.sheet));
}

const chainIsWhole = (workspace: Workspace) => {
  const { events, payloads } = readChain(workspace.db);
  return checkChain(sha256Text, events, payloads) === null;
};

describe('signing is blocked', () => {
  it.each<[string, number, (workspace: Workspace, view: SheetView) => void]>([
    [
      'without a declaration',
      1,
      (workspace, { attempt }) => {
        const { dateReceived, standardisationRefused } = attempt;
        answer(
          editAttempt(workspace, { attempt: attempt.id, dateReceived, declarationDate: null, standardisationRefused }),
        );
      },
    ],
    [
      'with a section unmarked',
      1,
      (workspace, view) => answer(edit(workspace, view, { kind: 'mark', section: 's3', typed: '' })),
    ],
    [
      'with a section without feedback',
      1,
      (workspace, view) => {
        answer(edit(workspace, view, { kind: 'strengths', section: 's2', text: ' ' }));
        answer(edit(workspace, view, { kind: 'improvements', section: 's2', text: '' }));
      },
    ],
    [
      'while the work is returned',
      1,
      (workspace, { attempt }) => answer(returnAttempt(workspace, { attempt: attempt.id, reason: 'Not theirs.' })),
    ],
    [
      'by a character that no font has',
      1,
      (workspace, view) => answer(edit(workspace, view, { kind: 'strengths', section: 's1', text: '漢字' })),
    ],
  ])('%s, and the sheet stays the draft that it was', async (_what, findings, spoil) => {
    const { now } = await temporaryWorkspace();
    const view = await marked(now());
    spoil(now(), view);
    const [before, head] = [answer(viewSheet(now(), view.sheet)), auditHead(now().db)];
    expect(refusal(await sign(now(), view))).toEqual({ code: 'sign-off-blocked', findings });
    expect(answer(viewSheet(now(), view.sheet))).toEqual(before);
    expect(auditHead(now().db)).toEqual(head);
  });

  it('by a wrong passphrase, a revision that is not there and a sheet that is not there', async () => {
    const { now } = await temporaryWorkspace();
    const view = await marked(now());
    const head = auditHead(now().db);
    expect(refusal(await sign(now(), view, 'not the passphrase'))).toEqual({ code: 'wrong-passphrase' });
    expect(refusal(await sign(now(), { ...view, revision: 2 }))).toEqual({ code: 'sheet-moved-on', revision: 1 });
    const nowhere = { ...view, sheet: crypto.randomUUID() as SheetId };
    expect(refusal(await sign(now(), nowhere))).toEqual({ code: 'sheet-unknown' });
    expect(answer(viewSheet(now(), view.sheet))).toEqual(view);
    expect(auditHead(now().db)).toEqual(head);
  });

  it.each([
    ['is gone', 'UPDATE person_key SET sealed_private_key = NULL'],
    ['is not the one that was sealed', `UPDATE person_key SET sealed_private_key = zeroblob(100)`],
  ])('where the signing key %s, and the sheet stays a draft', async (_what, sql) => {
    const { now } = await temporaryWorkspace();
    const view = await marked(now());
    now().db.exec(sql);
    expect(refusal(await sign(now(), view))).toEqual({ code: 'key-missing' });
    expect(answer(viewSheet(now(), view.sheet))).toEqual(view);
    expect(chainIsWhole(now())).toBe(true);
  });
});

describe('a signed sheet', () => {
  it('is frozen with who, when and what', async () => {
    const made = await temporaryWorkspace();
    const view = await marked(made.now());
    made.clock.advance(60_000);
    const signed = answer(await sign(made.now(), view));
    expect(signed).toMatchObject({
      state: 'signed',
      revision: 1,
      sections: view.sections,
      decision: { outcome: 'pass', total: 67 },
    });
    expect(signed.signed).toMatchObject([
      { revision: 1, signedAt: '2026-11-22T09:01:00.000+00:00', signer: { name: 'Morgan Vale' } },
    ]);
    expect(refusal(edit(made.now(), view, { kind: 'strengths', section: 's1', text: 'More' }))).toEqual({
      code: 'sheet-frozen',
    });
    expect(refusal(await sign(made.now(), view))).toEqual({ code: 'sheet-frozen' });
    expect(answer(viewSheet(made.now(), view.sheet))).toEqual(signed);
  });

  it('has the SHA-256 of its canonical JSON for its digest, which holds all that was decided', async () => {
    const { now } = await temporaryWorkspace();
    const view = await signedSheet(now());
    const { content, digest } = present(revisionsOf(now().db, view.sheet)[0]);
    expect(canonicalJson(JSON.parse(content))).toBe(content);
    expect(createHash('sha256').update(content).digest('hex')).toBe(digest);
    expect(view.signed[0]?.digest).toBe(digest);
    expect(parseSignedSheet(content)).toMatchObject({
      format: 'countersign-sheet/1',
      sheet: view.sheet,
      scheme: view.assessment.scheme,
      form: view.form,
      sections: view.sections,
      decision: view.decision,
      learner: { name: view.learner.name },
      attempt: { scripts: [{ sha256: view.attempt.scripts[0]?.sha256, wordCount: 7 }] },
    });
  });

  it('has both its files in the vault under their digests', async () => {
    const { now } = await temporaryWorkspace();
    const { signed } = await signedSheet(now());
    const { pdf, docx } = present(signed[0]);
    const [pdfBytes, docxBytes] = [await readFile(now().vault, pdf.sha256), await readFile(now().vault, docx.sha256)];
    expect([pdfBytes.length, docxBytes.length]).toEqual([pdf.size, docx.size]);
    expect(pdfBytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(docxBytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('stands in the chain with its intent, and names the head that the chain had before', async () => {
    const { now } = await temporaryWorkspace();
    const view = await marked(now());
    const head = auditHead(now().db);
    const signed = answer(await sign(now(), view));
    const { events, payloads } = readChain(now().db);
    const [begun, done] = events.slice(-2);
    expect([begun?.kind, done?.kind]).toEqual(['signing-begun', 'sheet-signed']);
    expect(begun?.previous).toBe(head.hash);
    expect(payloads.get(done?.id ?? '')?.payload).toMatchObject({
      digest: signed.signed[0]?.digest,
      sheet: view.sheet,
    });
    expect(parseSignedSheet(present(revisionsOf(now().db, view.sheet)[0]).content).chainHead).toBe(head.hash);
    expect(chainIsWhole(now())).toBe(true);
  });

  it('keeps the name that it was signed with when the learner is corrected', async () => {
    const { now } = await temporaryWorkspace();
    const view = await signedSheet(now(), PASSING, register(now(), 'Rys Jones'));
    const { id: learner, registrationNumber } = view.learner;
    answer(editLearner(now(), { learner, registrationNumber, name: 'Rhys Jones' }));
    const { content } = present(revisionsOf(now().db, view.sheet)[0]);
    expect(parseSignedSheet(content).learner.name).toBe('Rys Jones');
  });

  it('is whole at the next start', async () => {
    const made = await temporaryWorkspace();
    const view = await signedSheet(made.now());
    const again = await made.reopen();
    expect(answer(viewSheet(again, view.sheet))).toEqual(view);
    expect(await readFile(again.vault, present(view.signed[0]).pdf.sha256)).toHaveLength(
      present(view.signed[0]).pdf.size,
    );
    expect(chainIsWhole(again)).toBe(true);
  });

  it('is signed once when it is signed twice at the same time, and others beside it are signed too', async () => {
    const { now } = await temporaryWorkspace();
    const [one, other] = [await marked(now()), await marked(now())];
    const all = await Promise.all([sign(now(), one), sign(now(), one), sign(now(), other)]);
    expect(all.map((result) => (result.ok ? 'signed' : result.error.code)).sort()).toEqual([
      'sheet-frozen',
      'signed',
      'signed',
    ]);
    expect(revisionsOf(now().db, one.sheet)).toHaveLength(1);
    expect(revisionsOf(now().db, other.sheet)).toHaveLength(1);
    expect(chainIsWhole(now())).toBe(true);
  });
});

describe('a sheet of another rule', () => {
  it.each(['forty', 'by-criterion', 'met'] as const)('(%s) is signed with its decision', async (assessment) => {
    const { now } = await temporaryWorkspace();
    const { digest } = await addSyntheticPack(now());
    const taken = await takeIn(now(), submission(now(), register(now()).id, { pack: digest, assessment }));
    const view = answer(openSheet(now(), answer(taken).attempt.id));
    if (assessment === 'met') proveAll(now(), view);
    for (const section of view.assessment.scheme.sections) {
      answer(edit(now(), view, { kind: 'strengths', section: section.id, text: 'Good.' }));
      if (assessment === 'forty') answer(edit(now(), view, { kind: 'mark', section: section.id, typed: '20' }));
      for (const { id: criterion } of section.criteria) {
        if (assessment === 'by-criterion')
          answer(edit(now(), view, { kind: 'criterion-mark', section: section.id, criterion, typed: '10' }));
        if (assessment === 'met')
          answer(edit(now(), view, { kind: 'criterion-met', section: section.id, criterion, met: 'achieved' }));
      }
    }
    const signed = answer(await sign(now(), view));
    expect(signed.decision.outcome).toBe(assessment === 'by-criterion' ? 'referral' : 'pass');
    expect(signed.signed).toHaveLength(1);
  });
});
