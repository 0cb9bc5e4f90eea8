import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Step } from './way.ts';

export const PASSPHRASE = 'a long enough passphrase';

/** The learner's evidence for a qualification whose sheets judge criteria. */
const PORTFOLIO = { learner: '$learner.id', pack: '$packs.code=cmi-7d27v2.digest', qualification: 'diploma' };

/** Sets up what every case starts from: a workspace, a learner, an attempt at a sheet of two sections. */
export const BASE: readonly Step[] = [
  {
    call: 'workspace.create',
    input: {
      passphrase: PASSPHRASE,
      centre: { number: '012345', name: 'Contract Centre (demo)' },
      person: { name: 'Asha Ray (demo)', roles: ['assessor', 'iqa'] },
    },
  },
  { call: 'packs.list', as: 'packs' },
  { call: 'learners.add', input: { name: "Rhys O'Néill (demo)", registrationNumber: 'ABC123' }, as: 'learner' },
  { call: 'attempts.take-in', input: takeIn('good.pdf'), as: 'attempt' },
  { call: 'sheets.open', input: { attempt: '$attempt.attempt.id' }, as: 'sheet' },
];

/** What is refused, and with which code, whichever way it came in. */
export const REFUSED: readonly { readonly what: string; readonly step: Step; readonly code: string }[] = [
  { what: 'a call that is not in the contract', step: { call: 'workspace.erase' }, code: 'unknown-call' },
  { what: 'a call named like a part of every object', step: { call: 'constructor' }, code: 'unknown-call' },
  {
    what: 'an input with a field too many',
    step: { call: 'learners.list', input: { search: '', path: '/etc/passwd' } },
    code: 'invalid-input',
  },
  { what: 'an id that is none', step: { call: 'learners.get', input: { learner: '../x' } }, code: 'invalid-input' },
  {
    what: 'a day that does not exist',
    step: { call: 'attempts.take-in', input: { ...takeIn('good.pdf'), dateReceived: '2026-02-30' } },
    code: 'invalid-input',
  },
  {
    what: 'a name with a control character',
    step: { call: 'learners.add', input: { name: 'A\u0007B', registrationNumber: 'X' } },
    code: 'invalid-input',
  },
  {
    what: 'a second workspace over the first',
    step: {
      call: 'workspace.create',
      input: { passphrase: PASSPHRASE, centre: { number: '1', name: 'x' }, person: { name: 'y' } },
    },
    code: 'workspace-exists',
  },
  {
    what: 'a statement for a criterion that no pack has',
    step: {
      call: 'bank.put',
      input: {
        statement: null,
        kind: 'strengths',
        text: 'Clear.',
        places: [{ pack: 'ilm-8316', assessment: 'diploma-603', section: 's2', criterion: 's2-c9' }],
      },
    },
    code: 'bank-place-unknown',
  },
  {
    what: 'a criterion of no section',
    step: {
      call: 'bank.put',
      input: {
        statement: null,
        kind: 'strengths',
        text: 'Clear.',
        places: [{ pack: 'ilm-8316', assessment: 'diploma-603', section: null, criterion: 's2-c1' }],
      },
    },
    code: 'invalid-input',
  },
  {
    what: 'a registration number that a learner has',
    step: { call: 'learners.add', input: { name: 'Another (demo)', registrationNumber: 'ABC123' } },
    code: 'registration-number-taken',
  },
  {
    what: 'a registration number that differs only in its capitals',
    step: { call: 'learners.add', input: { name: 'Another (demo)', registrationNumber: 'abc123' } },
    code: 'registration-number-taken',
  },
  {
    what: 'a registration number with a character that cannot be seen',
    step: { call: 'learners.add', input: { name: 'Another (demo)', registrationNumber: 'ABC\u200b123' } },
    code: 'invalid-input',
  },
  {
    what: 'a name that shows nothing',
    step: { call: 'learners.add', input: { name: '\u200b\u2060', registrationNumber: 'XYZ9' } },
    code: 'invalid-input',
  },
  {
    what: 'a learner who is not there',
    step: { call: 'learners.get', input: { learner: unknownId(1) } },
    code: 'learner-unknown',
  },
  {
    what: 'an attempt that is not there',
    step: { call: 'attempts.get', input: { attempt: unknownId(2) } },
    code: 'attempt-unknown',
  },
  {
    what: 'an enrolment in a qualification that the pack has not',
    step: enrol([], 'degree'),
    code: 'qualification-unknown',
  },
  {
    what: 'a unit in both groups',
    step: enrol([chosen('602', 'A'), chosen('602', 'B')]),
    code: 'unit-twice',
  },
  { what: 'a unit in a group that has it not', step: enrol([chosen('701', 'A')]), code: 'unit-not-in-group' },
  {
    what: 'prior learning without its evidence',
    step: enrol([{ unit: '602', group: 'A', how: 'rpl', date: '2026-10-01' }]),
    code: 'recognition-unproved',
  },
  {
    what: 'prior learning that was granted on a day still to come',
    step: enrol([{ unit: '602', group: 'A', how: 'rpl', reason: 'Certificate', date: '2199-10-01' }]),
    code: 'recognition-after-today',
  },
  {
    what: 'a reason for a unit that is to be assessed',
    step: enrol([{ ...chosen('602', 'A'), reason: 'Certificate' }]),
    code: 'invalid-input',
  },
  {
    what: 'the enrolments of a learner who is not there',
    step: { call: 'enrolments.get', input: { learner: unknownId(1) } },
    code: 'learner-unknown',
  },
  {
    what: 'the withdrawal of an enrolment that is not there',
    step: { call: 'enrolments.withdraw', input: { enrolment: unknownId(6) } },
    code: 'enrolment-unknown',
  },
  {
    what: 'the progress of a qualification that the pack has not',
    step: { call: 'enrolments.progress', input: { pack: '$packs.code=ilm-8316.digest', qualification: 'degree' } },
    code: 'qualification-unknown',
  },
  {
    what: 'evidence of a type that the source’s list has not',
    step: evidence({ kind: { code: 'hearsay' } }),
    code: 'evidence-kind-refused',
  },
  {
    what: 'evidence in a form that does not fit its type',
    step: evidence({ kind: { code: 'witness-testimony' } }),
    code: 'evidence-form-refused',
  },
  {
    what: 'simulated evidence where the source forbids it',
    step: evidence({ simulated: true }),
    code: 'evidence-simulated',
  },
  {
    what: 'a witness without a name',
    step: evidence({
      record: {
        form: 'witness-testimony',
        witness: { name: ' ', role: 'Director', relation: 'Manager', contact: '' },
        date: '2026-11-01',
        statement: 'She did.',
      },
    }),
    code: 'invalid-input',
  },
  {
    what: 'a change of evidence that is not there',
    step: evidence({ evidence: unknownId(7) }),
    code: 'evidence-unknown',
  },
  {
    what: 'a link of evidence that is not there',
    step: {
      call: 'evidence.link',
      input: {
        ...PORTFOLIO,
        changes: [{ evidence: unknownId(7), unit: 'ML51', criterion: '1.1', linked: true }],
      },
    },
    code: 'evidence-unknown',
  },
  {
    what: 'the portfolio of a learner who is not there',
    step: { call: 'evidence.get', input: { ...PORTFOLIO, learner: unknownId(1) } },
    code: 'learner-unknown',
  },
  {
    what: 'a sheet that is not there',
    step: { call: 'sheets.get', input: { sheet: unknownId(3) } },
    code: 'sheet-unknown',
  },
  {
    what: 'a pack that is not there',
    step: { call: 'packs.get', input: { pack: 'a'.repeat(64) } },
    code: 'pack-unknown',
  },
  {
    what: 'an assessment that the pack has not',
    step: { call: 'attempts.take-in', input: { ...takeIn('good.pdf'), assessment: 'diploma-999' } },
    code: 'assessment-unknown',
  },
  {
    what: 'a file token that nobody issued',
    step: { call: 'attempts.take-in', input: { ...takeIn('good.pdf'), files: ['made-up'] } },
    code: 'file-token-unknown',
  },
  { what: 'an empty script', step: { call: 'attempts.take-in', input: takeIn('empty.pdf') }, code: 'file-empty' },
  {
    what: 'a truncated script',
    step: { call: 'attempts.take-in', input: takeIn('truncated.pdf') },
    code: 'file-truncated',
  },
  {
    what: 'an encrypted script',
    step: { call: 'attempts.take-in', input: takeIn('locked.pdf') },
    code: 'file-encrypted',
  },
  {
    what: 'a script that is not what its name says',
    step: { call: 'attempts.take-in', input: takeIn('picture.pdf') },
    code: 'file-not-what-its-name-says',
  },
  {
    what: 'a next attempt before the first is signed',
    step: { call: 'attempts.take-in', input: takeIn('good.pdf') },
    code: 'attempt-not-due',
  },
  ...['-1', '91', '12.5', '1e1', '+5', '０'].map((typed) => ({
    what: `a mark of ${typed} of 90`,
    step: edit({ kind: 'mark', section: '$sheet.sections.1.section', typed }),
    code: 'mark-refused',
  })),
  {
    what: 'a mark for a section that the sheet has not',
    step: edit({ kind: 'mark', section: 's99', typed: '1' }),
    code: 'section-unknown',
  },
  {
    what: 'an edit of another revision',
    step: {
      call: 'sheets.edit',
      input: {
        sheet: '$sheet.sheet',
        revision: 2,
        field: { kind: 'mark', section: '$sheet.sections.0.section', typed: '5' },
      },
    },
    code: 'sheet-moved-on',
  },
  {
    what: 'a signature on an unfinished sheet',
    step: { call: 'sheets.sign', input: { sheet: '$sheet.sheet', revision: 1, passphrase: PASSPHRASE } },
    code: 'sign-off-blocked',
  },
  {
    what: 'a signature under a wrong passphrase',
    step: { call: 'sheets.sign', input: { sheet: '$sheet.sheet', revision: 1, passphrase: 'not the passphrase' } },
    code: 'wrong-passphrase',
  },
  {
    what: 'a passphrase changed by someone who does not know it',
    step: { call: 'workspace.change-passphrase', input: { current: 'not the passphrase', next: 'another long one' } },
    code: 'wrong-passphrase',
  },
  {
    what: 'a passphrase that is too short',
    step: { call: 'workspace.change-passphrase', input: { current: PASSPHRASE, next: 'short' } },
    code: 'weak-passphrase',
  },
  {
    what: 'an export of what is not signed',
    step: { call: 'exports.write', input: { sheets: ['$sheet.sheet'], formats: ['pdf'], destination: { $out: '.' } } },
    code: 'nothing-signed',
  },
  {
    what: 'an export to a place that nobody chose',
    step: { call: 'exports.write', input: { sheets: ['$sheet.sheet'], formats: ['pdf'], destination: '/tmp' } },
    code: 'destination-token-unknown',
  },
  {
    what: 'a renewal under a wrong passphrase',
    step: { call: 'identity.renew', input: { passphrase: 'not the passphrase', roles: ['iqa'] } },
    code: 'wrong-passphrase',
  },
  {
    what: 'a renewal in no role',
    step: { call: 'identity.renew', input: { passphrase: PASSPHRASE, roles: [] } },
    code: 'invalid-input',
  },
  {
    what: 'an identity file under a passphrase that is too short',
    step: {
      call: 'identity.export',
      input: { passphrase: PASSPHRASE, protection: 'short', destination: { $out: '.' } },
    },
    code: 'weak-passphrase',
  },
  {
    what: 'an identity file to a place that nobody chose',
    step: { call: 'identity.export', input: { passphrase: PASSPHRASE, protection: PASSPHRASE, destination: '/tmp' } },
    code: 'destination-token-unknown',
  },
  {
    what: 'an identity out of a file that holds none',
    step: {
      call: 'identity.import',
      input: { file: { $file: 'picture.pdf' }, protection: PASSPHRASE, passphrase: PASSPHRASE },
    },
    code: 'identity-refused',
  },
  {
    what: 'a certificate file to a place that nobody chose',
    step: { call: 'identity.export-certificate', input: { destination: '/tmp' } },
    code: 'destination-token-unknown',
  },
  {
    what: 'a certificate out of a file that holds none',
    step: { call: 'register.meet', input: { file: { $file: 'picture.pdf' } } },
    code: 'certificate-refused',
  },
  {
    what: 'a register signed by somebody who is not lead IQA',
    step: {
      call: 'register.sign',
      input: {
        passphrase: PASSPHRASE,
        people: [
          { person: null, name: 'Me', roles: ['lead-iqa'], keys: [{ fingerprint: 'a'.repeat(64), until: null }] },
        ],
      },
    },
    code: 'not-your-role',
  },
  {
    what: 'a register saved where there is none',
    step: { call: 'register.export', input: { destination: { $out: '.' } } },
    code: 'register-missing',
  },
  {
    what: 'a register out of a file that holds none',
    step: { call: 'register.import', input: { file: { $file: 'picture.pdf' } } },
    code: 'register-refused',
  },
  {
    what: 'an extract about a sheet that is not there',
    step: extract({ kind: 'sheet', sheet: unknownId(3) }),
    code: 'sheet-unknown',
  },
  {
    what: 'an extract about a learner who is not there',
    step: extract({ kind: 'learner', learner: unknownId(1) }),
    code: 'learner-unknown',
  },
  {
    what: 'an extract about a person who is not there',
    step: extract({ kind: 'person', person: unknownId(5) }),
    code: 'person-unknown',
  },
  {
    what: 'an extract under a wrong passphrase',
    step: extract({ kind: 'learner', learner: '$learner.id' }, 'not the passphrase'),
    code: 'wrong-passphrase',
  },
  {
    what: 'the check of a file that nobody brought',
    step: { call: 'checks.open', input: { pdf: 'made-up' } },
    code: 'file-token-unknown',
  },
  {
    what: 'the check of a PDF that is not signed',
    step: { call: 'checks.open', input: { pdf: { $file: 'good.pdf' } } },
    code: 'not-a-signed-sheet',
  },
  {
    what: 'the check of a file that is no PDF',
    step: { call: 'checks.open', input: { pdf: { $file: 'picture.pdf' } } },
    code: 'not-a-signed-sheet',
  },
  {
    what: 'a check that is not there',
    step: { call: 'checks.get', input: { check: unknownId(4) } },
    code: 'check-unknown',
  },
  {
    what: 'a signature on a check that is not there',
    step: { call: 'checks.sign', input: { check: unknownId(4), place: 'iqa', passphrase: PASSPHRASE } },
    code: 'check-unknown',
  },
  {
    what: 'a signature on a check under a wrong passphrase',
    step: { call: 'checks.sign', input: { check: unknownId(4), place: 'iqa', passphrase: 'not the passphrase' } },
    code: 'wrong-passphrase',
  },
  {
    what: 'an export of a check that is not there',
    step: { call: 'checks.export', input: { checks: [unknownId(4)], formats: ['pdf'], destination: { $out: '.' } } },
    code: 'check-unknown',
  },
  {
    what: 'the verification of a file that nobody brought',
    step: { call: 'files.verify', input: { file: 'made-up' } },
    code: 'file-token-unknown',
  },
];

/** The job itself: marked just at the minima, signed, exported, exported again beside the first. */
export const JOB: readonly Step[] = [
  edit({
    kind: 'strengths',
    section: '$sheet.sections.0.section',
    text: 'The organisation is described in plain words.',
  }),
  edit({ kind: 'mark', section: '$sheet.sections.0.section', typed: '5' }),
  edit({ kind: 'improvements', section: '$sheet.sections.1.section', text: 'Cost each option.\nThen compare them.' }),
  edit({ kind: 'mark', section: '$sheet.sections.1.section', typed: ' 45 ' }),
  { call: 'sheets.rehearse', input: { sheet: '$sheet.sheet' }, as: 'rehearsal' },
  { call: 'sheets.sign', input: { sheet: '$sheet.sheet', revision: 1, passphrase: PASSPHRASE }, as: 'signed' },
  {
    call: 'exports.write',
    input: { sheets: ['$sheet.sheet'], formats: ['pdf', 'docx'], destination: { $out: '.' } },
    as: 'exported',
  },
  { call: 'sheets.get', input: { sheet: '$sheet.sheet' }, as: 'after' },
];

/** What the job wrote, opened again to be checked. */
export const OPENED: readonly Step[] = [
  { call: 'files.verify', input: { file: written('pdf') }, as: 'verified' },
  { call: 'checks.open', input: { pdf: written('pdf'), docx: written('docx') }, as: 'check' },
  { call: 'checks.list', as: 'checks' },
];

/** What is refused of a check, and with which code. */
export const REFUSED_CHECKS: readonly { readonly what: string; readonly step: Step; readonly code: string }[] = [
  { what: 'the check of own work', step: checkSign('iqa'), code: 'own-work' },
  { what: "the EV's place to somebody who is none", step: checkSign('ev'), code: 'not-your-role' },
  { what: 'a place that is signed', step: checkSign('assessor'), code: 'place-signed' },
  { what: 'a place that the form has not', step: checkSign('nobody'), code: 'place-unknown' },
  {
    what: 'a day that does not exist at a place',
    step: checkSign('iqa', { date: '2026-02-30' }),
    code: 'invalid-input',
  },
  {
    what: 'the DOCX of another sheet',
    step: { call: 'checks.open', input: { pdf: written('pdf'), docx: { $file: 'good.pdf' } } },
    code: 'not-a-signed-sheet',
  },
  {
    what: 'an export of what no IQA has signed',
    step: { call: 'checks.export', input: { checks: ['$check.check'], formats: ['docx'], destination: { $out: '.' } } },
    code: 'nothing-signed',
  },
];

/** The files that the cases name. */
export async function caseFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const good = await smallPdf();
  return new Map<string, Uint8Array>([
    ['good.pdf', good],
    ['empty.pdf', new Uint8Array()],
    ['truncated.pdf', good.subarray(0, Math.floor(good.length / 2))],
    ['locked.pdf', await smallPdf('secret')],
    ['picture.pdf', png()],
  ]);
}

function takeIn(file: string) {
  return {
    learner: '$learner.id',
    pack: '$packs.code=ilm-8316.digest',
    assessment: 'diploma-603',
    files: [{ $file: file }],
    dateReceived: '2026-11-02',
    declarationDate: '2026-11-01',
    standardisationRefused: false,
  };
}

function edit(field: unknown): Step {
  return { call: 'sheets.edit', input: { sheet: '$sheet.sheet', revision: 1, field } };
}

function extract(scope: unknown, passphrase = PASSPHRASE): Step {
  return { call: 'audit.extract', input: { scope, passphrase, destination: { $out: '.' } } };
}

/** The file of this format that the job's export wrote. */
function written(format: 'pdf' | 'docx') {
  return { $made: [`$exported.files.format=${format}.name`] };
}

function checkSign(place: string, more: Readonly<Record<string, unknown>> = {}): Step {
  return { call: 'checks.sign', input: { check: '$check.check', place, passphrase: PASSPHRASE, ...more } };
}

function unknownId(last: number): string {
  return `00000000-0000-4000-8000-00000000000${last}`;
}

function smallPdf(password?: string): Promise<Uint8Array> {
  const pdf = new PDFDocument(password === undefined ? {} : { userPassword: password });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) => {
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.text('The depot runs at 61 per cent of its capacity. '.repeat(120));
    pdf.end();
  });
}

/** One white pixel. */
function png(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, body, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chosen(unit: string, group: string) {
  return { unit, group, how: 'planned' };
}

function evidence(more: object): Step {
  const record = { form: 'product', description: 'Report to the board', place: 'Shared drive' };
  const plain = { evidence: null, title: 'Report', kind: { code: 'work-products' }, record, simulated: false };
  return { call: 'evidence.put', input: { ...PORTFOLIO, ...plain, ...more } };
}

function enrol(units: readonly object[], qualification = 'diploma'): Step {
  const pack = '$packs.code=ilm-8316.digest';
  return { call: 'enrolments.put', input: { learner: '$learner.id', pack, qualification, units } };
}
