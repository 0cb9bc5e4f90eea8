import { describe, expect, test } from 'vitest';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { signDocx } from '../../../../electron/signing/opc/sign-docx.ts';
import { hasLibreOffice, textsInLibreOffice } from '../../../support/libre-office/texts-in-libre-office.ts';
import { docxRequest, partsOf } from '../../signing/opc/opc-tools.ts';
import { assessor } from '../../signing/signers.ts';
import { sampleForm } from '../pdf/sample-form.ts';

const SHEET = { name: 'countersign-sheet.json', json: '{"learner":"Zoë & <Ångström>"}' };
const REGISTER = { name: 'countersign-register.json', json: '{"people":[]}' };

describe('data in a DOCX', () => {
  test('stands in parts of their own, byte for byte, which the package names', async () => {
    const parts = await partsOf(await drawDocx(sampleForm(), [SHEET, REGISTER]));
    for (const { name, json } of [SHEET, REGISTER]) {
      expect(parts.get(`countersign/${name}`)?.toString('utf8')).toBe(json);
      expect(parts.get('[Content_Types].xml')?.toString()).toContain(
        `<Override ContentType="application/json" PartName="/countersign/${name}"/>`,
      );
      expect(parts.get('_rels/.rels')?.toString()).toContain(
        `Type="urn:countersign:relationship:data" Target="countersign/${name}"/>`,
      );
    }
  });

  test('changes nothing else, and is the same bytes each time', async () => {
    const [plain, carrying] = [await drawDocx(sampleForm()), await drawDocx(sampleForm(), [SHEET])];
    expect(await drawDocx(sampleForm(), [SHEET])).toEqual(carrying);
    expect(await drawDocx(sampleForm(), [])).toEqual(plain);
    const after = await partsOf(carrying);
    for (const [name, content] of await partsOf(plain)) {
      if (name !== '[Content_Types].xml' && name !== '_rels/.rels') expect(after.get(name)?.equals(content)).toBe(true);
    }
  });

  test.skipIf(!hasLibreOffice)('leaves LibreOffice the words of the document, signed or not', async () => {
    const carrying = await drawDocx(sampleForm(), [SHEET, REGISTER]);
    const signed = await signDocx(carrying, docxRequest(assessor));
    const [plain, ...others] = textsInLibreOffice([await drawDocx(sampleForm()), carrying, signed]);
    expect(plain?.length).toBeGreaterThan(500);
    expect(others).toEqual([plain, plain]);
  });

  test.each(['../sheet.json', 'a/b.json', 'Sheet.json', 'sheet.json.', 'a b.json', ''])(
    'refuses the name "%s"',
    async (name) => {
      await expect(drawDocx(sampleForm(), [{ name, json: '{}' }])).rejects.toThrow('cannot be the name of a part');
    },
  );
});
