import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendEvent, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { setSheetState } from '../../../../electron/db/stores/sheet-store.ts';
import {
  insertSigning,
  openSignings,
  recordSignedFiles,
  revisionsOf,
} from '../../../../electron/db/stores/signing-store.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { gatherSheet } from '../../../../electron/services/sign-off/sheet-content.ts';
import { signedContent } from '../../../../electron/services/sign-off/signed-content.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { listFiles, putBytes, readFile, removeFile } from '../../../../electron/vault/vault.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { edit, markSections, openedSheet, PASSING, sign } from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

/** The first phase of a signing, step by step as the service takes it, up to where the power goes. */
function begin(workspace: Workspace, view: SheetView) {
  const at = workspace.clock.now();
  const { draft, key } = answer(gatherSheet(workspace, view.sheet, at));
  const declarationDate = present(draft.attempt.declarationDate);
  const sheet: SignedSheet = { ...draft, attempt: { ...draft.attempt, declarationDate } };
  const { content, digest } = signedContent(sheet);
  insertSigning(workspace.db, { sheet: view.sheet, revision: 1, digest, content, key: key.id, begunAt: at });
  setSheetState(workspace.db, view.sheet, 'signing');
  appendEvent(workspace.db, {
    at,
    actor: sheet.assessor.person,
    kind: 'signing-begun',
    payload: { sheet: view.sheet, digest },
  });
  return digest;
}

async function begun() {
  const made = await temporaryWorkspace();
  const view = await openedSheet(made.now());
  markSections(made.now(), view, PASSING);
  const before = answer(viewSheet(made.now(), view.sheet));
  return { made, view, before, digest: begin(made.now(), view) };
}

const store = ({ vault }: Workspace) => ({
  pdf: putBytes(vault, Buffer.from('%PDF-1.7 signed')),
  docx: putBytes(vault, Buffer.from('PK signed')),
});

const kinds = (workspace: Workspace) => readChain(workspace.db).events.map((event) => event.kind);

function expectWhole(workspace: Workspace): void {
  const { events, payloads } = readChain(workspace.db);
  expect(checkChain(sha256Text, events, payloads)).toBeNull();
  expect(openSignings(workspace.db)).toEqual([]);
}

describe('a sheet whose signing is under way', () => {
  it('takes no edit and no second signature', async () => {
    const { made, view } = await begun();
    expect(refusal(edit(made.now(), view, { kind: 'mark', section: 's1', typed: '1' }))).toEqual({
      code: 'sheet-frozen',
    });
    expect(refusal(await sign(made.now(), view))).toEqual({ code: 'sheet-frozen' });
  });
});

describe('a signing that was cut', () => {
  it('after its intent is undone at the next start: a draft with all that was entered, to be signed again', async () => {
    const { made, view, before } = await begun();
    const workspace = await made.reopen();
    expect(answer(viewSheet(workspace, view.sheet))).toEqual(before);
    expect(kinds(workspace).slice(-2)).toEqual(['signing-begun', 'signing-undone']);
    expectWhole(workspace);
    expect(answer(await sign(workspace, view)).state).toBe('signed');
  });

  it('after its files were stored but not recorded is undone, and the files go', async () => {
    const { made, view, before } = await begun();
    store(made.now());
    const workspace = await made.reopen();
    expect(answer(viewSheet(workspace, view.sheet))).toEqual(before);
    expect(listFiles(workspace.vault)).toEqual(before.attempt.scripts.map((script) => script.sha256));
    expectWhole(workspace);
  });

  it('after its files were recorded is finished at the next start', async () => {
    const { made, view, before, digest } = await begun();
    const files = store(made.now());
    recordSignedFiles(made.now().db, view.sheet, files);
    const begunAt = made.clock.now();
    made.clock.advance(3_600_000);
    const workspace = await made.reopen();
    const signed = answer(viewSheet(workspace, view.sheet));
    expect(signed).toMatchObject({ state: 'signed', sections: before.sections });
    expect(signed.signed).toMatchObject([{ revision: 1, digest, signedAt: begunAt, ...files }]);
    expect(kinds(workspace).slice(-2)).toEqual(['signing-begun', 'sheet-signed']);
    expect((await readFile(workspace.vault, files.pdf.sha256)).toString()).toBe('%PDF-1.7 signed');
    expectWhole(workspace);
  });

  it('whose recorded file is gone is undone', async () => {
    const { made, view, before } = await begun();
    const files = store(made.now());
    recordSignedFiles(made.now().db, view.sheet, files);
    removeFile(made.now().vault, files.docx.sha256);
    const workspace = await made.reopen();
    expect(answer(viewSheet(workspace, view.sheet))).toEqual(before);
    expect(revisionsOf(workspace.db, view.sheet)).toEqual([]);
    expectWhole(workspace);
  });

  it.each(['pdf', 'docx'] as const)(
    'whose recorded %s was altered on the disk is undone, to be signed again',
    async (which) => {
      const { made, view, before } = await begun();
      const { vault, db } = made.now();
      const files = store(made.now());
      recordSignedFiles(db, view.sheet, files);
      const { sha256 } = files[which];
      const path = join(vault.folder, sha256.slice(0, 2), sha256);
      const bytes = readFileSync(path);
      bytes.writeUInt8(bytes.readUInt8(25) ^ 1, 25);
      writeFileSync(path, bytes);
      const workspace = await made.reopen();
      expect(answer(viewSheet(workspace, view.sheet))).toEqual(before);
      expect(kinds(workspace).slice(-2)).toEqual(['signing-begun', 'signing-undone']);
      expect(revisionsOf(workspace.db, view.sheet)).toEqual([]);
      expectWhole(workspace);
      expect(answer(await sign(workspace, view)).state).toBe('signed');
    },
  );

  it('is settled once: the start after changes nothing more', async () => {
    const { made } = await begun();
    const after = kinds(await made.reopen());
    expect(kinds(await made.reopen())).toEqual(after);
  });
});
