import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { present } from '../../../support/result.ts';
import { attachedFile, attachmentsIn, complaints, objectJson } from './pdf-tools.ts';
import { sampleForm } from './sample-form.ts';

const sheet = {
  name: 'countersign-sheet.json',
  json: JSON.stringify({ learner: 'Zoë Ångström', feedback: '“Σαφές” שלום \u{1f600}', marks: [7, 20] }),
  description: 'The sheet as data',
};
const register = { name: 'countersign-register.json', json: '{"people":[]}', description: 'The register (signed)' };

describe('data in a PDF', () => {
  it('is listed and comes out byte for byte, one file or several', async () => {
    const pdf = await drawPdf(sampleForm(), { attachments: [sheet, register] });
    expect(complaints(pdf)).toBe('');
    expect(attachmentsIn(pdf)).toEqual([register.name, sheet.name]);
    for (const { name, json } of [sheet, register]) expect(attachedFile(pdf, name).toString('utf8')).toBe(json);
  });

  it('says its type, size, time and checksum, and that it is the document’s data', async () => {
    const pdf = await drawPdf(sampleForm(), { attachments: [sheet] });
    const json = JSON.parse(objectJson(pdf));
    const objects: Record<string, { value?: Record<string, unknown>; stream?: { dict: Record<string, unknown> } }> =
      json.qpdf[1];
    const objectAt = (reference: unknown) => objects[`obj:${reference}`];
    const catalog = Object.values(objects).find((one) => one.value?.['/Type'] === '/Catalog')?.value;
    const [associated] = present(catalog?.['/AF'] as readonly string[] | undefined);
    const specification = objectAt(associated)?.value;
    expect(specification).toMatchObject({
      '/Type': '/Filespec',
      '/AFRelationship': '/Data',
      '/F': `u:${sheet.name}`,
      '/UF': `u:${sheet.name}`,
      '/Desc': `u:${sheet.description}`,
    });
    const stream = present(specification?.['/EF'] as Record<string, string> | undefined)['/F'];
    expect(objectAt(stream)?.stream?.dict).toMatchObject({
      '/Type': '/EmbeddedFile',
      '/Subtype': '/application/json',
      '/Params': {
        '/Size': Buffer.byteLength(sheet.json),
        '/CheckSum': `b:${createHash('md5').update(sheet.json).digest('hex')}`,
        '/ModDate': expect.stringMatching(/^u:D:\d{14}Z$/),
      },
    });
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>');
  });

  it('is refused by part 1 of PDF/A, which has none', async () => {
    await expect(drawPdf(sampleForm(), { conformance: 'PDF/A-1b', attachments: [sheet] })).rejects.toThrow('PDF/A-1');
  });

  it('makes the file another one, by its identifier too', async () => {
    const idOf = async (json: string) => {
      const pdf = await drawPdf(sampleForm(), { attachments: [{ ...sheet, json }] });
      return /\/ID \[<(\w+)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
    };
    expect(await idOf('{}')).toBe(await idOf('{}'));
    expect(await idOf('{}')).not.toBe(await idOf('[]'));
  });
});
