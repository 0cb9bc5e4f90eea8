import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, caseFiles, JOB, OPENED, REFUSED, REFUSED_CHECKS } from './cases.ts';
import { perform, type Way } from './way.ts';

/** The same calls through one way in: what is refused is refused alike, and the job gives the same sheet. */
export function contractSuite(name: string, open: () => Promise<Way>): void {
  describe(`the contract through ${name}`, () => {
    let way: Way;
    let files: ReadonlyMap<string, Uint8Array>;
    let known: ReadonlyMap<string, unknown>;

    beforeAll(async () => {
      files = await caseFiles();
      way = await open();
      const base = await perform(way, BASE, files);
      expect(base).toMatchObject({ code: null });
      known = base.results;
    });
    afterAll(() => way.close());

    it.each(REFUSED)('refuses $what ($code)', async ({ step, code }) => {
      expect(await perform(way, [step], files, known)).toMatchObject({ code });
    });

    it('leaves the sheet as it was after every refusal', async () => {
      const after = await perform(
        way,
        [{ call: 'sheets.get', input: { sheet: '$sheet.sheet' }, as: 'now' }],
        files,
        known,
      );
      expect(after.results.get('now')).toEqual(known.get('sheet'));
    });

    it('does the whole job: marked at the minima, signed, exported', async () => {
      const done = await perform(way, JOB, files, known);
      expect(done).toMatchObject({ code: null });
      known = done.results;
      expect(done.results.get('rehearsal')).toEqual({
        findings: [],
        warnings: [],
        decision: { outcome: 'pass', total: 50 },
      });
      expect(done.results.get('after')).toMatchObject({
        state: 'signed',
        decision: { outcome: 'pass', total: 50 },
        signed: [{ revision: 1, exportName: "R O'Néill-ABC123-012345-8316-603(1)" }],
      });
      expect(done.results.get('exported')).toMatchObject({
        files: [
          { format: 'pdf', name: "R O'Néill-ABC123-012345-8316-603(1).pdf" },
          { format: 'docx', name: "R O'Néill-ABC123-012345-8316-603(1).docx" },
        ],
      });
    });

    it('wrote the very bytes that it said it wrote', async () => {
      const written = readdirSync(way.exports).sort();
      expect(written).toEqual(["R O'Néill-ABC123-012345-8316-603(1).docx", "R O'Néill-ABC123-012345-8316-603(1).pdf"]);
      const sheet = await perform(
        way,
        [{ call: 'sheets.get', input: { sheet: '$sheet.sheet' }, as: 'now' }],
        files,
        known,
      );
      const digests = written.map((file) =>
        createHash('sha256')
          .update(readFileSync(join(way.exports, file)))
          .digest('hex'),
      );
      expect(sheet.results.get('now')).toMatchObject({
        signed: [{ docx: { sha256: digests[0] }, pdf: { sha256: digests[1] } }],
      });
    });

    it('refuses an edit of the signed sheet', async () => {
      const step = {
        call: 'sheets.edit',
        input: {
          sheet: '$sheet.sheet',
          revision: 1,
          field: { kind: 'mark', section: '$sheet.sections.0.section', typed: '6' },
        },
      };
      expect(await perform(way, [step], files, known)).toMatchObject({ code: 'sheet-frozen' });
    });

    it('verifies what it wrote, and opens it to be checked', async () => {
      const opened = await perform(way, OPENED, files, known);
      expect(opened).toMatchObject({ code: null });
      const verified = { verdict: 'intact', signers: [{ trust: { kind: 'own' } }], sheet: { total: 50 } };
      expect(opened.results.get('verified')).toMatchObject(verified);
      expect(opened.results.get('check')).toMatchObject({ verification: verified, qa: null, docx: null });
      expect(opened.results.get('checks')).toMatchObject([{ signed: ['assessor'], due: null }]);
      known = opened.results;
    });

    it.each(REFUSED_CHECKS)('refuses $what ($code)', async ({ step, code }) => {
      expect(await perform(way, [step], files, known)).toMatchObject({ code });
    });
  });
}
