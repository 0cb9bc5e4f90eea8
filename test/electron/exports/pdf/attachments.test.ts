import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { present } from '../../../support/result.ts';
import { complaints, path, saved } from './pdf-tools.ts';
import { sampleForm } from './sample-form.ts';

const sheet = {
  name: 'countersign-sheet.json',
  json: JSON.stringify({ learner: 'Zoë Ångström', feedback: '“Σαφές” שלום \u{1f600}', marks: [7, 20] }),
  description: 'The sheet as data',
};
const register = { name: 'countersign-register.json', json: '{"people":[]}', description: 'The register (signed)' };

/** What poppler saves of an attachment. */
function detached(pdf: Uint8Array, name: string): Buffer {
  const target = path(name);
  execFileSync('pdfdetach', ['-savefile', name, '-o', target, saved(pdf)]);
  return readFileSync(target);
}

describe('data in a PDF', () => {
  it('is listed and comes out byte for byte, one file or several', async () => {
    const pdf = await drawPdf(sampleForm(), { attachments: [sheet, register] });
    expect(complaints(pdf)).toBe('');
    const list = execFileSync('pdfdetach', ['-list', saved(pdf)], { encoding: 'utf8' });
    expect(list.trim().split('\n')).toEqual(['2 embedded files', `1: ${register.name}`, `2: ${sheet.name}`]);
    for (const { name, json } of [sheet, register]) expect(detached(pdf, name).toString('utf8')).toBe(json);
  });

  it('says its type, size, time and checksum, and that it is the document’s data', async () => {
    const file = saved(await drawPdf(sampleForm(), { attachments: [sheet] }));
    const json = JSON.parse(execFileSync('qpdf', ['--json', file], { encoding: 'utf8' }));
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
    expect(readFileSync(file, 'latin1')).toContain('<pdfaid:part>3</pdfaid:part>');
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
