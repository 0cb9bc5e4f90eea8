import { describe, expect, it } from 'vitest';
import { readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import {
  openPlaceSignings,
  type PlaceFiles,
  readReceived,
  recordPlaceFiles,
  signaturesOf,
} from '../../../../electron/db/stores/received-store.ts';
import { beginPlace } from '../../../../electron/services/checks/begin-place.ts';
import { readKeptPdf } from '../../../../electron/services/checks/kept-pdf.ts';
import { signingKey } from '../../../../electron/services/identity/signing-key.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { listFiles, putBytes, removeFile } from '../../../../electron/vault/vault.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { openSent, qaMarks, sentSheet, signAs } from '../../../support/checking.ts';
import { signedSheet } from '../../../support/desk.ts';
import { workspaceOf } from '../../../support/person-workspace.ts';
import { answer, present } from '../../../support/result.ts';
import { verifyInProcess } from '../../../support/verify-in-process.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';

/** An IQA's signing, up to where its intent is recorded and the power goes. */
async function begun() {
  const assessor = (await workspaceOf('Morgan Vale', ['assessor'])).now();
  const made = await workspaceOf('Ines Okoro', ['iqa']);
  const view = answer(await openSent(made.now(), await sentSheet(assessor, (await signedSheet(assessor)).sheet)));
  const before = readReceived(made.now().db, view.check);
  const pdf = answer(await readKeptPdf(made.now(), view.check, verifyInProcess));
  const input = { check: view.check, place: 'iqa', passphrase: PASSPHRASE, marks: qaMarks(view) };
  const { signing } = answer(beginPlace(made.now(), input, answer(signingKey(made.now())), pdf));
  return { made, view, before, signing };
}

const store = ({ vault }: Workspace): PlaceFiles => ({
  pdf: putBytes(vault, Buffer.from('%PDF-1.7 checked')),
  docx: putBytes(vault, Buffer.from('PK check')),
});

const kinds = ({ db }: Workspace) => readChain(db).events.map((event) => event.kind);

function expectWhole({ db }: Workspace): void {
  const { events, payloads } = readChain(db);
  expect(checkChain(sha256Text, events, payloads)).toBeNull();
  expect(openPlaceSignings(db)).toEqual([]);
}

describe("a place's signing that was cut", () => {
  it('after its intent is undone at the next start, and the place can be signed', async () => {
    const { made, view, before } = await begun();
    const workspace = await made.reopen();
    expect(readReceived(workspace.db, view.check)).toEqual(before);
    expect(kinds(workspace).slice(-2)).toEqual(['place-signing-begun', 'place-signing-undone']);
    expectWhole(workspace);
    expect(answer(await signAs(workspace, view, 'iqa', { marks: qaMarks(view) })).qa).not.toBeNull();
  });

  it('after its files were stored but not recorded is undone, and the files go', async () => {
    const { made, view, before } = await begun();
    const files = listFiles(made.now().vault);
    store(made.now());
    const workspace = await made.reopen();
    expect(readReceived(workspace.db, view.check)).toEqual(before);
    expect(listFiles(workspace.vault)).toEqual(files);
    expectWhole(workspace);
  });

  it('after its files were recorded is finished at the next start', async () => {
    const { made, view, signing } = await begun();
    const files = store(made.now());
    recordPlaceFiles(made.now().db, view.check, files);
    made.clock.advance(3_600_000);
    const workspace = await made.reopen();
    expect(readReceived(workspace.db, view.check)).toMatchObject({ ...files, check: signing.check });
    const signed = signaturesOf(workspace.db, view.check).find((one) => one.place === 'iqa');
    expect(signed).toMatchObject({ name: 'Ines Okoro', at: signing.begunAt });
    expect(kinds(workspace).at(-1)).toBe('place-signed');
    expectWhole(workspace);
    expect(kinds(await made.reopen()).at(-1)).toBe('place-signed');
  });

  it.each(['pdf', 'docx'] as const)('whose recorded %s is gone is undone', async (which) => {
    const { made, view, before } = await begun();
    const files = store(made.now());
    recordPlaceFiles(made.now().db, view.check, files);
    removeFile(made.now().vault, present(files[which]).sha256);
    const workspace = await made.reopen();
    expect(readReceived(workspace.db, view.check)).toEqual(before);
    expectWhole(workspace);
  });

  it('in an open workspace is undone by the next one, as after a disk that failed', async () => {
    const { made, view } = await begun();
    answer(await signAs(made.now(), view, 'iqa', { marks: qaMarks(view) }));
    expect(kinds(made.now()).slice(-4)).toEqual([
      'place-signing-begun',
      'place-signing-undone',
      'place-signing-begun',
      'place-signed',
    ]);
    expectWhole(made.now());
  });
});
