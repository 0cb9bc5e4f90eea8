import { describe, expect, it } from 'vitest';
import { listBank, putStatement, removeStatements } from '../../../../electron/services/bank/bank.ts';
import { exportBank } from '../../../../electron/services/bank/export-bank.ts';
import { importBank } from '../../../../electron/services/bank/import-bank.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { listFiles } from '../../../../electron/vault/vault.ts';
import { bringIn } from '../../../support/incoming.ts';
import { chosenFolder } from '../../../support/people.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const HEAD = 'kind,text,pack,assessment,section,criterion';
const PLACE = { pack: 'ilm-8316', assessment: 'diploma-603', section: 's2', criterion: 's2-c1' };

const take = (workspace: Workspace, content: string | Uint8Array, apply = true) =>
  importBank(workspace, { file: bringIn(workspace, 'bank.csv', content), apply });
const own = (workspace: Workspace) => listBank(workspace).filter((one) => one.origin === 'own');
const said = (workspace: Workspace) => listBank(workspace).map(({ kind, text, places }) => ({ kind, text, places }));

async function written(workspace: Workspace): Promise<Buffer> {
  const to = chosenFolder();
  const file = answer(await exportBank(workspace, to.destinations, to.token()));
  expect(file.name).toMatch(/^comment-bank \d{4}-\d\d-\d\d\.csv$/);
  return to.read(file.name);
}

describe('a bank written as CSV', () => {
  it('is taken in by an empty bank exactly as it was', async () => {
    const [from, to] = [(await temporaryWorkspace()).now(), (await temporaryWorkspace()).now()];
    for (const text of ['=HYPERLINK("x")', '- one\n- two; "three"', "'=quoted", 'Żółć, {first name} 😀']) {
      answer(putStatement(from, { statement: null, kind: 'improvements', text, places: [PLACE] }));
    }
    answer(removeStatements(to, { statements: listBank(to).map((one) => one.id) }));
    const view = answer(await take(to, await written(from)));
    expect(view).toMatchObject({ added: said(from).length, extended: 0, unchanged: 0, faultCount: 0, applied: true });
    expect(said(to)).toEqual(said(from));
    expect(await written(to)).toEqual(await written(from));
  });

  it('begins no cell with what a spreadsheet computes', async () => {
    const { now } = await temporaryWorkspace();
    answer(putStatement(now(), { statement: null, kind: 'strengths', text: '=cmd|x', places: [] }));
    expect((await written(now())).toString('utf8')).toContain("strengths,'=cmd|x,");
  });
});

describe('taking statements in', () => {
  it('shows first what would become of them, and keeps nothing of it', async () => {
    const { now } = await temporaryWorkspace();
    const content = `${HEAD}\nstrengths,New words,,,,\nimprovements,"{first name}, cost it",,,,`;
    const preview = answer(await take(now(), content, false));
    expect(preview).toMatchObject({ rows: 2, added: 2, applied: false, sample: [{ text: 'New words' }, {}] });
    expect(own(now())).toEqual([]);
    expect(answer(await take(now(), content))).toMatchObject({ added: 2, applied: true });
    expect(own(now()).map((one) => one.text)).toEqual(['New words', '{first name}, cost it']);
    expect(listFiles(now().vault)).toEqual([]);
  });

  it('gives a statement that is here the file’s places too, and changes nothing the second time', async () => {
    const { now } = await temporaryWorkspace();
    const [one, two] = ['strengths,One,ilm-8316,diploma-603,,', 'strengths,One,ilm-8316,diploma-605,s2,'];
    answer(await take(now(), `${HEAD}\n${one}`));
    const both = `${HEAD}\n${one}\n${two}`;
    expect(answer(await take(now(), both))).toMatchObject({ added: 0, extended: 1, unchanged: 0 });
    expect(own(now())).toMatchObject([{ places: [{ assessment: 'diploma-603' }, { assessment: 'diploma-605' }] }]);
    expect(answer(await take(now(), both))).toMatchObject({ added: 0, extended: 0, unchanged: 1 });
  });

  it('is of all rows or of none', async () => {
    const { now } = await temporaryWorkspace();
    const rows = ['strengths,Fine,,,,', 'strengths,Bad,ilm-8316,diploma-603,s2,s2-c9', 'strengths,,,,,'];
    const view = answer(await take(now(), [HEAD, ...rows].join('\n')));
    expect(view).toMatchObject({
      applied: false,
      faultCount: 2,
      faults: [{ line: 3, reason: 'unknown' }, { line: 4 }],
    });
    expect(own(now())).toEqual([]);
  });

  it.each([
    { encoding: 'UTF-8', bytes: Buffer.from(`${HEAD}\nstrengths,Café – “good”,,,,`) },
    { encoding: 'UTF-8 with its mark', bytes: Buffer.from(`\uFEFF${HEAD}\nstrengths,Café – “good”,,,,`) },
    { encoding: 'UTF-16', bytes: Buffer.from(`\uFEFF${HEAD}\nstrengths,Café – “good”,,,,`, 'utf16le') },
    {
      encoding: 'Windows-1252 with semicolons',
      bytes: Buffer.from(`${HEAD}\nstrengths,Caf\u00e9 \u0096 \u0093good\u0094,,,,`.replaceAll(',', ';'), 'latin1'),
    },
  ])('reads $encoding', async ({ bytes }) => {
    const { now } = await temporaryWorkspace();
    answer(await take(now(), bytes));
    expect(own(now()).map((one) => one.text)).toEqual(['Café – “good”']);
  });

  it('refuses what is no text, and more than a bank holds, and keeps nothing', async () => {
    const { now } = await temporaryWorkspace();
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    expect(refusal(await take(now(), noise))).toMatchObject({ code: 'bank-file-refused' });
    const rows = (amount: number) => Array.from({ length: amount }, (_, at) => `strengths,Statement ${at},,,,`);
    const many = [HEAD, ...rows(50_000)].join('\n');
    expect(refusal(await take(now(), many))).toEqual({ code: 'bank-file-refused', reason: 'too-many-rows' });
    expect(refusal(await take(now(), [HEAD, ...rows(20_000)].join('\n')))).toEqual({ code: 'bank-full', most: 20_000 });
    expect(own(now())).toEqual([]);
    expect(answer(await take(now(), [HEAD, ...rows(5000)].join('\n')))).toMatchObject({ added: 5000 });
  });
});
