import { describe, expect, it } from 'vitest';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import {
  edit,
  markSections,
  PASSING,
  REFERRED,
  register,
  sign,
  signedSheet,
  submission,
} from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { addSyntheticPack, syntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

describe('a second attempt', () => {
  it('has only the referred sections open, and the others locked with the digest that they come from', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), REFERRED);
    const digest = present(first.signed[0]).digest;
    const taken = answer(await takeIn(now(), submission(now(), first.learner.id)));
    const second = answer(openSheet(now(), taken.attempt.id));
    expect(second.sections.map((one) => one.carried?.digest ?? null)).toEqual([null, digest, null, digest]);
    expect(second.sections[1]).toMatchObject({
      mark: 20,
      strengths: 'Strengths of s2.',
      carried: { attempt: 1, revision: 1, sheet: first.sheet },
    });
    expect(second.sections[0]).toMatchObject({ mark: null, strengths: '', improvements: '' });
    expect(second.earlier).toMatchObject([{ attempt: 1, digest, sections: first.sections, decision: first.decision }]);
    for (const kind of ['strengths', 'improvements'] as const) {
      expect(refusal(edit(now(), second, { kind, section: 's2', text: 'Changed' }))).toEqual({
        code: 'section-carried',
        section: 's2',
      });
    }
    expect(refusal(edit(now(), second, { kind: 'mark', section: 's2', typed: '30' }))).toEqual({
      code: 'section-carried',
      section: 's2',
    });
  });

  it('is signed with what it carries, and leaves the first as it was signed', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), REFERRED);
    const taken = answer(await takeIn(now(), submission(now(), first.learner.id)));
    const second = answer(openSheet(now(), taken.attempt.id));
    markSections(now(), second, PASSING);
    const signed = answer(await sign(now(), second));
    expect(signed.decision).toEqual({ outcome: 'pass', total: 7 + 20 + 22 + 18 });
    expect(signed.signed[0]?.exportName).toMatch(/602\(2\)$/);
    const { content } = present(revisionsOf(now().db, second.sheet)[0]);
    expect(parseSignedSheet(content).sections[1]?.carried?.digest).toBe(first.signed[0]?.digest);
    expect(answer(viewSheet(now(), first.sheet))).toEqual(first);
  });

  it('carries through a third the revision in which each section was marked', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), REFERRED);
    const digests = [present(first.signed[0]).digest];
    const next = async () =>
      answer(openSheet(now(), answer(await takeIn(now(), submission(now(), first.learner.id))).attempt.id));
    const second = await next();
    markSections(now(), second, [5, 0, 14, 0]);
    digests.push(present(answer(await sign(now(), second)).signed[0]).digest);
    const third = await next();
    expect(third.sections.map((one) => one.carried?.digest ?? null)).toEqual([
      digests[1],
      digests[0],
      null,
      digests[0],
    ]);
    expect(third.earlier.map((one) => [one.attempt, one.digest])).toEqual([
      [1, digests[0]],
      [2, digests[1]],
    ]);
  });

  it('after a Return in between carries from the referral before it', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), REFERRED);
    const returned = answer(await takeIn(now(), submission(now(), first.learner.id)));
    answer(returnAttempt(now(), { attempt: returned.attempt.id, reason: 'Not signed by the learner.' }));
    const third = answer(openSheet(now(), answer(await takeIn(now(), submission(now(), first.learner.id))).attempt.id));
    const digest = present(first.signed[0]).digest;
    expect(third.attempt.number).toBe(3);
    expect(third.sections.map((one) => one.carried?.digest ?? null)).toEqual([null, digest, null, digest]);
  });

  it('marked by another version of the pack carries only what that version asks for in the same way', async () => {
    const { now } = await temporaryWorkspace();
    const [forty] = syntheticPack().assessments;
    const { scheme } = present(forty);
    const harder = scheme.sections.map((one) => (one.id === 's2' ? { ...one, available: 20 } : one));
    const packs = [
      await addSyntheticPack(now()),
      await addSyntheticPack(now(), {
        version: '2.0.0',
        assessments: [{ ...present(forty), scheme: { ...scheme, sections: harder } }],
      }),
    ].map((pack) => pack.digest);
    const learner = register(now());
    const take = async (pack = packs[0]) =>
      answer(await takeIn(now(), submission(now(), learner.id, { pack: present(pack), assessment: 'forty' })));
    const first = answer(openSheet(now(), (await take()).attempt.id));
    markSections(now(), first, [9, 28, 28]);
    answer(await sign(now(), first));
    const second = answer(openSheet(now(), (await take(packs[1])).attempt.id));
    expect(second.sections.map((one) => [one.section, one.mark])).toEqual([
      ['s1', null],
      ['s2', null],
      ['s3', 28],
    ]);
  });
});
