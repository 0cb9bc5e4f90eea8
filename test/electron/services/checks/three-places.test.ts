import { describe, expect, it } from 'vitest';
import { readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { viewCheck } from '../../../../electron/services/checks/check-view.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { checkedSheet, openSent, sentCheck, sentSheet, signAs } from '../../../support/checking.ts';
import { PASSING, signedSheet } from '../../../support/desk.ts';
import { workspaceOf } from '../../../support/person-workspace.ts';
import { answer } from '../../../support/result.ts';

describe('a sheet that goes from assessor to IQA to EV', () => {
  it('is signed in its three places, each on what came before', async () => {
    const assessor = (await workspaceOf('Morgan Vale', ['assessor'])).now();
    const iqa = (await workspaceOf('Ines Okoro', ['iqa'])).now();
    const ev = (await workspaceOf('Evan Hart', ['ev'])).now();
    const sheet = await signedSheet(assessor, PASSING);
    const first = await sentSheet(assessor, sheet.sheet);

    const checked = await checkedSheet(iqa, first);
    expect(checked.places.map((one) => one.signed?.name ?? null)).toEqual(['Morgan Vale', 'Ines Okoro', null]);
    expect(checked.qa).toMatchObject({ decision: { outcome: 'pass', total: 67 }, date: '2026-11-22' });
    expect(checked.verification).toMatchObject({ verdict: 'intact', sheet: { learner: 'Rhys Jones' } });
    const second = await sentCheck(iqa, checked.check);
    expect(second.pdf.subarray(0, first.pdf.length).equals(first.pdf)).toBe(true);

    const opened = answer(await openSent(ev, second));
    expect(opened.qa).toMatchObject({ decision: { outcome: 'pass', total: 67 }, marks: checked.qa?.marks });
    const verified = answer(await signAs(ev, opened, 'ev', { date: '2026-12-01' as CivilDate }));
    expect(verified.places.map((one) => one.signed?.name ?? null)).toEqual(['Morgan Vale', 'Ines Okoro', 'Evan Hart']);
    const third = await sentCheck(ev, opened.check);
    expect(third.pdf.subarray(0, second.pdf.length).equals(second.pdf)).toBe(true);

    const back = answer(await openSent(iqa, third));
    expect(back.check).toBe(checked.check);
    expect(back.places.every((one) => one.signed !== null)).toBe(true);
    // By a verifier of its own process, as the app has it.
    expect(answer(await viewCheck(iqa, back.check)).verification.verdict).toBe('intact');
    for (const { db } of [iqa, ev]) {
      const { events, payloads } = readChain(db);
      expect(checkChain(sha256Text, events, payloads)).toBeNull();
    }
  });
});
