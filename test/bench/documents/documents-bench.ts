import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawDocx } from '../../../electron/exports/docx/draw-docx.ts';
import { drawPdf } from '../../../electron/exports/pdf/draw-pdf.ts';
import { signedContent } from '../../../electron/services/sign-off/signed-content.ts';
import type { Identity } from '../../../electron/signing/identity.ts';
import { signPdf } from '../../../electron/signing/pades/sign-pdf.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { present } from '../../support/result.ts';
import { figure, median, withSpread } from '../measure/figures.ts';
import { onOneCore } from '../measure/one-core.ts';
import { judged, type Report } from '../measure/report.ts';
import { type Contestant, inRounds, ratios, type Times } from '../measure/rounds.ts';
import { inTemporaryFolder } from '../measure/temporary.ts';
import { barePdf } from './bare-pdfkit.ts';
import { benchIdentity } from './bench-identity.ts';
import { bothFormats } from './both-formats.ts';
import { LibreOffice } from './libre-office.ts';
import { sampleSheets } from './sample-sheets.ts';

const ROUNDS = 4;
/** Sheets in a round; LibreOffice gets the first of them, as it takes so much longer. */
const SHEETS = { ours: 40, converted: 12 } as const;
const PAGES = 3;
const AIM = { overLibreOffice: { least: 25 }, overPdfkit: { most: 1.5 }, overBare: { most: 1.5 } } as const;

/** Signed sheets a second, against LibreOffice making PDFs of the same sheets and pdfkit writing no more than their words. */
export async function documentsBench(): Promise<Report> {
  const sheets = (await sampleSheets(SHEETS.ours)).map((sheet) => ({ sheet, digest: signedContent(sheet).digest }));
  const documents = sheets.map(markSheetDocument);
  const identity = await benchIdentity();
  return inTemporaryFolder(async (folder) => {
    const files: string[] = [];
    for (const document of documents.slice(0, SHEETS.converted)) {
      const file = join(folder, `${randomUUID()}.docx`);
      writeFileSync(file, await drawDocx(document));
      files.push(file);
    }
    const ours = async () => {
      for (const { sheet, digest } of sheets) await signed(sheet, digest, identity);
      return sheets.length;
    };
    const pdfkit = async () => {
      for (const document of documents) await barePdf(document);
      return documents.length;
    };
    for (const { sheet, digest } of sheets) checkPages(await signed(sheet, digest, identity));
    await pdfkit();
    const both = await bothFormats(sheets, identity);
    for (const { run } of both) await run(0);
    const contestants: Contestant[] = [{ name: 'ours', run: ours }, { name: 'pdfkit', run: pdfkit }, ...both];
    if (LibreOffice.installed()) {
      const office = new LibreOffice(folder);
      const [one = ''] = files;
      office.convert([one]);
      const convert = (some: readonly string[]) => () => {
        office.convert(some);
        return some.length;
      };
      contestants.push({ name: 'office', run: async () => convert(files)() });
      contestants.push({ name: 'office-one', run: async () => convert([one])() });
    }
    return onOneCore(async (core) => report(await inRounds(ROUNDS, contestants), core));
  });
}

async function signed(sheet: SignedSheet, digest: ReturnType<typeof signedContent>['digest'], identity: Identity) {
  const place = present(sheet.form.signaturePlaces.find((one) => one.role === 'assessor'));
  return signPdf(await drawPdf(markSheetDocument({ sheet, digest })), {
    fieldId: `${place.id}.signature`,
    privateKey: identity.privateKey,
    certificate: identity.certificate,
    signedAt: sheet.signedAt,
    signerName: sheet.assessor.name,
    reason: `Assessor's decision, revision ${sheet.revision}, sheet ${digest}`,
    location: sheet.centre.name,
    certify: true,
    appearance: [],
  });
}

function checkPages(pdf: Uint8Array): void {
  const pages = Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;
  if (pages !== PAGES) throw new Error(`The sample sheet has ${pages} pages, not ${PAGES}`);
}

function report(times: ReadonlyMap<string, Times>, core: string): Report {
  const ours = present(times.get('ours'));
  const pdfkit = present(times.get('pdfkit'));
  const office = times.get('office');
  const single = times.get('office-one');
  const row = (name: string, one: Times, over: (a: Times) => readonly string[]) => [
    name,
    perSecond(one.wall),
    perSecond(one.cpu),
    ...over(one),
  ];
  const blank = () => ['', '', ''];
  const rows = [row('signed PDFs, ours', ours, blank)];
  rows.push(
    row('bare pdfkit, words only, unsigned', pdfkit, (floor) => {
      const over = ratios(ours.wall, floor.wall);
      const byCpu = figure(median(ratios(ours.cpu, floor.cpu)));
      return [`ours takes ${withSpread(over)}`, byCpu, judged(median(over), AIM.overPdfkit)];
    }),
  );
  const [both, bare] = [present(times.get('both')), present(times.get('both-bare'))];
  rows.push(row('signed sheets in both formats, ours', both, blank));
  rows.push(
    row('bare pdfkit, DOCX library, CMS and XML signature', bare, (floor) => {
      const over = ratios(both.wall, floor.wall);
      const byCpu = figure(median(ratios(both.cpu, floor.cpu)));
      return [`both take ${withSpread(over)}`, byCpu, judged(median(over), AIM.overBare)];
    }),
  );
  if (office && single) {
    rows.push(
      row(`LibreOffice, ${SHEETS.converted} DOCX in one run`, office, (floor) => {
        const over = ratios(floor.wall, ours.wall);
        const byCpu = figure(median(ratios(floor.cpu, ours.cpu)));
        return [`takes ours times ${withSpread(over)}`, byCpu, judged(median(over), AIM.overLibreOffice)];
      }),
    );
    const taken = (floor: Times) => {
      const over = ratios(floor.wall, ours.wall);
      return [`takes ours times ${withSpread(over)}`, figure(median(ratios(floor.cpu, ours.cpu))), ''];
    };
    rows.push(row('LibreOffice, a run for each', single, taken));
    rows.push(row('LibreOffice, its start taken off', withoutStart(office, single), taken));
  }
  return {
    name: 'documents',
    title: `three-page signed sheets, ${SHEETS.ours} different ones a round, ${ROUNDS} rounds`,
    head: ['', 'a second', 'a second of processor', 'ratio', 'by processor', 'aim'],
    rows,
    notes: [
      'Ours: from the sheet to the signed bytes, tagged PDF/A-3 with fields, warm. The first pass is not counted.',
      'pdfkit is the harder floor: the same words once, same fonts (parsed once) and sizes, down the page, and nothing else.',
      'Both formats: the PDF and the DOCX, each with its data in it and signed. The floor writes the words, and signs no more than hashes.',
      office
        ? 'LibreOffice: the DOCX of the same sheets, one profile, warmed once.'
        : 'LibreOffice is not installed here.',
      core,
    ],
    measured: { millisecondsASheet: Object.fromEntries(times) },
  };
}

/** What a further file takes: the batch without what one file alone takes, shared among the others. */
function withoutStart(batch: Times, single: Times): Times {
  const more = (whole: readonly number[], one: readonly number[]) =>
    whole.map((each, at) => (each * SHEETS.converted - (one[at] ?? 0)) / (SHEETS.converted - 1));
  return { wall: more(batch.wall, single.wall), cpu: more(batch.cpu, single.cpu) };
}

function perSecond(milliseconds: readonly number[]): string {
  return figure(1000 / median(milliseconds));
}
