import { describe, expect, it } from 'vitest';
import { signPlacePdf } from '../../../../electron/services/sign-off/sign-place-pdf.ts';
import type { Identity } from '../../../../electron/signing/identity.ts';
import { fillFields } from '../../../../electron/signing/pades/fill-fields.ts';
import { placeValues } from '../../../../shared/documents/place-values.ts';
import type { CivilDate, Instant } from '../../../../shared/lib/dates.ts';
import { conclusion } from '../../../../shared/verification/conclusion.ts';
import { identityOf } from '../../../electron/signing/signers.ts';
import { codes, sentences, verify } from '../verifying.ts';
import { ama, checkFile, eleri, filesOf, sheetBy } from './signed-sheets.ts';

const files = await filesOf(sheetBy(ama));
const { sheet } = files;
const signedAt = '2026-12-03T10:00:00.000+00:00' as Instant;

/** The sheet's PDF, signed on at the EV's place. */
async function verifiedBy({ privateKey, certificate, name }: Identity & { name: string }, date: string) {
  const place = sheet.form.signaturePlaces.find((one) => one.role === 'ev');
  if (!place) throw new Error('The form has no place for the EV');
  const values = placeValues(sheet, place, { date: date as CivilDate, name });
  const signing = {
    sheet,
    place,
    values,
    lines: [],
    privateKey,
    certificate,
    signedAt,
    signerName: name,
    reason: 'EV',
  };
  return verify(Uint8Array.from(await signPlacePdf(files.pdf, signing)), 'sheet.pdf');
}

describe('the date of a later signer', () => {
  it.each([
    ['2020-01-01', 'is 1 Jan 2020, before the script was received on 2 Nov 2026.'],
    ['2026-11-03', 'is 3 Nov 2026, before the assessor signed on 22 Nov 2026.'],
  ])('%s warns in the form, and says why', async (date, words) => {
    const verification = await verifiedBy({ ...eleri, name: 'Eleri Vaughan' }, date);
    expect(sentences(verification)).toContain(`The date in the field “ev/date” ${words}`);
    expect(verification.verdict).toBe('intact');
  });

  it('warns in a check too', async () => {
    const early = await verify(await checkFile(files, { checkDate: '2020-01-01' as CivilDate }), 'check.docx');
    expect(sentences(early)).toContain('The date of the check is 1 Jan 2020, before the script was received');
  });

  it('is not spoken of where it fits, be it a day behind in another zone', async () => {
    for (const date of ['2026-12-03', '2026-11-21']) {
      const verification = await verifiedBy({ ...eleri, name: 'Eleri Vaughan' }, date);
      expect(codes(verification)).not.toContain('dated-too-early');
      expect(codes(verification)).not.toContain('same-name');
    }
    expect(codes(await verify(await checkFile(files), 'check.docx'))).not.toContain('dated-too-early');
  });
});

describe('one signer at two places', () => {
  it('is told by the key', async () => {
    const verification = await verifiedBy({ ...ama, name: 'Ama Mensah' }, '2026-12-03');
    expect(sentences(verification)).toContain(
      'Signatures 1 and 2 were made with one and the same key, that of Ama Mensah: one person signed in more than one place.',
    );
    expect(verification.verdict).toBe('intact');
  });

  it('is told by the name, where the keys differ and no register says so', async () => {
    const another = { ...(await identityOf('ama  mensah', 'ev')), name: 'ama mensah' };
    expect(sentences(await verifiedBy(another, '2026-12-03'))).toContain(
      'Signatures 1 and 2 are under one name, Ama Mensah, but were made with different keys.',
    );
  });
});

describe('an outcome of quality assurance other than the assessor’s', () => {
  const words =
    'Quality assurance came to another outcome than the assessor: REFERRAL with a total of 53, referred: Context, where the assessor gave PASS with a total of 67.';
  const marks = [
    ['context', 4],
    ['feedback', 15],
    ['evaluate', 16],
    ['plan', 18],
  ] as const;

  it('is said of the form, where each follows from its own marks', async () => {
    const values = [
      ...marks.map(([section, mark]) => ({ fieldId: `qa.mark.${section}`, value: String(mark) })),
      { fieldId: 'qa.total', value: '53' },
    ];
    const filled = async (outcome: string) =>
      verify(Uint8Array.from(await fillFields(files.pdf, [...values, { fieldId: 'qa.outcome', value: outcome }])));
    const verification = await filled('REFERRAL');
    expect(sentences(verification)).toContain(words);
    expect(verification.verdict).toBe('intact');
    expect(conclusion(verification)).toMatch(
      /^INTACT\. Mark sheet of ABC123, .*: PASS, total 67; quality assurance: REFERRAL, total 53\. Nothing that was signed/,
    );
    expect(codes(await filled('PASS'))).not.toContain('outcomes-differ');
  });

  it('is said of a check, and not where both are the same', async () => {
    const referred = [{ section: 'context', reason: 'below-minimum', mark: 4, minimum: 5 }] as const;
    const other = await checkFile(files, {
      marks: marks.map(([section, mark]) => ({ section, criterion: null, mark })),
      decision: { outcome: 'referral', total: 53, referred, totalShort: null },
    });
    const verification = await verify(other, 'check.docx');
    expect(sentences(verification)).toContain(words);
    expect(conclusion(verification)).toMatch(
      /^INTACT\. Check of the mark sheet of ABC123, .*: REFERRAL, total 53; assessor: PASS, total 67\. Nothing/,
    );
    const alike = await verify(await checkFile(files), 'check.docx');
    expect(codes(alike)).not.toContain('outcomes-differ');
    expect(conclusion(alike)).toContain('revision 1: PASS, total 65. Nothing');
  });
});
