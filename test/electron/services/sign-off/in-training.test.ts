import { expect, it } from 'vitest';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { PdfFile } from '../../../../electron/pdf-file/pdf-file.ts';
import { previewSheet } from '../../../../electron/services/sign-off/preview-sheet.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { fieldsOf } from '../../../../electron/signing/pades/form-field.ts';
import { readFile } from '../../../../electron/vault/vault.ts';
import { signedSheet } from '../../../support/desk.ts';
import { colleague } from '../../../support/people.ts';
import { answer, present } from '../../../support/result.ts';
import { placedText } from '../../exports/pdf/pdf-tools.ts';

it('a sheet of an assessor in training has a place for who countersigns, in preview, data and file', async () => {
  const { now } = await colleague('Robin Marsh (demo)', ['assessor', 'assessor-in-training']);
  const { sheet } = await signedSheet(now());
  const revision = present(revisionsOf(now().db, sheet).at(-1));
  const places = parseSignedSheet(revision.content).form.signaturePlaces;
  expect(places.map((place) => place.role)).toEqual(['assessor', 'countersigning-assessor', 'iqa', 'ev']);
  const pdf = await readFile(now().vault, revision.files.pdf.sha256);
  expect([...fieldsOf(new PdfFile(pdf)).keys()]).toEqual(
    expect.arrayContaining(['countersigner.name', 'countersigner.signature']),
  );
  const preview = placedText(answer(await previewSheet(now(), sheet)));
  expect(preview).toContain('Countersigning assessor signature and date:');
  expect(preview).toContain('Added by the app, since the assessor is in training.');
});
