import { beforeAll, describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { listChecks } from '../../../../electron/services/checks/check-view.ts';
import { openCheck } from '../../../../electron/services/checks/open-check.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { listFiles } from '../../../../electron/vault/vault.ts';
import { checkedSheet, openSent, qaMarks, type Sent, sentCheck, sentSheet, signAs } from '../../../support/checking.ts';
import { register, signedSheet } from '../../../support/desk.ts';
import { bringIn } from '../../../support/incoming.ts';
import { workspaceOf } from '../../../support/person-workspace.ts';
import { answer, refusal } from '../../../support/result.ts';
import { pdfOf } from '../../../support/script-files.ts';
import { afterFile } from '../../../support/temporary-folder.ts';

let sent: Sent & { readonly docx: Buffer };
let other: Sent & { readonly docx: Buffer };

const afterwards = afterFile();
beforeAll(async () => {
  const assessor = (await workspaceOf('Morgan Vale', ['assessor'], afterwards)).now();
  sent = await sentSheet(assessor, (await signedSheet(assessor)).sheet);
  other = await sentSheet(assessor, (await signedSheet(assessor, undefined, register(assessor, 'Ana Wu'))).sheet);
});

const newIqa = async (name = 'Ines Okoro') => (await workspaceOf(name, ['iqa'])).now();
const kinds = ({ db }: Workspace) => readChain(db).events.map((event) => event.kind);

describe('a signed sheet that is opened', () => {
  it('is kept with the places signed in it, and its key is met', async () => {
    const iqa = await newIqa();
    const view = answer(await openSent(iqa, sent));
    expect(view).toMatchObject({ qa: null, docx: null, sheet: { learner: { name: 'Rhys Jones' } } });
    expect(view.places.map(({ place, signed, refusal: why }) => [place.id, signed?.name, why?.code])).toEqual([
      ['assessor', 'Morgan Vale', 'place-signed'],
      ['iqa', undefined, undefined],
      ['ev', undefined, 'not-your-role'],
    ]);
    expect(view.verification.signers).toMatchObject([{ name: 'Morgan Vale', trust: { kind: 'unknown' } }]);
    expect(kinds(iqa).slice(-2)).toEqual(['sheet-received', 'key-met']);
    expect(listChecks(iqa)).toMatchObject([{ check: view.check, due: 'iqa', signed: ['assessor'], total: 67 }]);
  });

  it('changes nothing when it is opened again, but that the key has been seen', async () => {
    const iqa = await newIqa();
    const first = answer(await openSent(iqa, sent));
    const after = kinds(iqa);
    const again = answer(await openSent(iqa, sent));
    expect(again).toMatchObject({ check: first.check, receivedAt: first.receivedAt });
    expect(again.verification.signers).toMatchObject([{ trust: { kind: 'seen' } }]);
    expect(kinds(iqa)).toEqual(after);
    expect(listFiles(iqa.vault)).toHaveLength(2);
  });

  it('takes the DOCX that comes later', async () => {
    const iqa = await newIqa();
    answer(await openSent(iqa, { pdf: sent.pdf, docx: null }));
    expect(listFiles(iqa.vault)).toHaveLength(1);
    answer(await openSent(iqa, sent));
    expect(listFiles(iqa.vault)).toHaveLength(2);
  });
});

describe('files of one sheet that were signed on', () => {
  it('replace the earlier one, and are not replaced by it', async () => {
    const iqa = await newIqa();
    const checked = await sentCheck(iqa, (await checkedSheet(iqa, sent)).check);
    const lead = (await workspaceOf('Lea Ruiz', ['lead-iqa'])).now();
    const first = answer(await openSent(lead, sent));
    const later = answer(await openSent(lead, checked));
    expect(later).toMatchObject({
      check: first.check,
      qa: { decision: { total: 67 } },
      docx: { size: checked.docx?.length },
    });
    expect(later.pdf.size).toBe(checked.pdf.length);
    const before = kinds(lead);
    expect(answer(await openSent(lead, sent)).pdf).toEqual(later.pdf);
    expect(kinds(lead)).toEqual(before);
  });

  it('are refused where they went apart, and the one that came first stays', async () => {
    const [one, two] = [await newIqa('Ines Okoro'), await newIqa('Bo Lind')];
    const by = async (iqa: Workspace) => sentCheck(iqa, (await checkedSheet(iqa, sent)).check);
    const [ofOne, ofTwo] = [await by(one), await by(two)];
    expect(refusal(await openSent(one, { ...ofTwo, docx: null }))).toEqual({ code: 'check-diverged' });
    expect(answer(await openSent(one, ofOne)).places[1]?.signed?.name).toBe('Ines Okoro');
  });
});

describe('a file that is no signed sheet', () => {
  const refused = (name: string, reason: unknown) => ({ code: 'not-a-signed-sheet', name, reason });

  it.each<readonly [string, () => Promise<Buffer>]>([
    ['altered', async () => altered(sent.pdf)],
    ['not-checkable', async () => pdfOf('one two')],
    ['type', async () => Buffer.from('one two three')],
  ])('is refused as %s, and is not kept', async (reason, bytes) => {
    const iqa = await newIqa();
    expect(refusal(await openSent(iqa, { pdf: await bytes(), docx: null }))).toEqual(refused('sheet.pdf', reason));
    expect(listFiles(iqa.vault)).toEqual([]);
    expect(listChecks(iqa)).toEqual([]);
  });

  it.each<readonly [string, () => Buffer]>([
    ['other-sheet', () => other.docx],
    // A bit may break a part's compression, which is then not read at all.
    ['altered|not-checkable', () => altered(sent.docx)],
    ['type', () => other.pdf],
  ])('is refused as a DOCX beside the PDF: %s', async (reason, docx) => {
    const iqa = await newIqa();
    expect(refusal(await openSent(iqa, { pdf: sent.pdf, docx: docx() }))).toEqual(
      refused('sheet.docx', expect.stringMatching(new RegExp(`^(${reason})$`))),
    );
    expect(listFiles(iqa.vault)).toEqual([]);
  });

  it('is refused where the check is of another sheet', async () => {
    const iqa = await newIqa();
    const check = await sentCheck(iqa, (await checkedSheet(iqa, other)).check);
    const ev = (await workspaceOf('Evan Hart', ['ev'])).now();
    expect(refusal(await openSent(ev, { pdf: sent.pdf, docx: check.docx }))).toEqual(
      refused('sheet.docx', 'other-sheet'),
    );
  });

  it('has a token that is good once', async () => {
    const iqa = await newIqa();
    const pdf = bringIn(iqa, 'sheet.pdf', sent.pdf);
    answer(await openCheck(iqa, { pdf }));
    expect(refusal(await openCheck(iqa, { pdf }))).toEqual({ code: 'file-token-unknown' });
  });
});

it('tells who may sign what in the list, once an IQA has', async () => {
  const iqa = await newIqa();
  const view = answer(await openSent(iqa, sent));
  answer(await signAs(iqa, view, 'iqa', { marks: qaMarks(view) }));
  expect(listChecks(iqa)).toMatchObject([{ signed: ['assessor', 'iqa'], due: null }]);
});

/** The same file with one bit of its middle turned over. */
function altered(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(copy.length / 2);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}
