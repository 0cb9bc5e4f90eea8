import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { signingKeyOf } from '../../../../electron/db/stores/people-store.ts';
import type { LaunchReader } from '../../../../electron/readers/launch-reader.ts';
import { noteKey } from '../../../../electron/services/register/trust.ts';
import { verifyOffered } from '../../../../electron/services/verification/verify-file.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { ownerOf } from '../../../../electron/services/workspace/workspace.ts';
import { listFiles } from '../../../../electron/vault/vault.ts';
import { sentSheet } from '../../../support/checking.ts';
import { signedSheet } from '../../../support/desk.ts';
import { bringIn } from '../../../support/incoming.ts';
import { workspaceOf } from '../../../support/person-workspace.ts';
import { answer, present, refusal } from '../../../support/result.ts';

/** A verifier that was taken over by what it read, and says this. */
function readerThatSays(said: unknown): LaunchReader {
  return () => {
    let hear: (message: unknown) => void = () => undefined;
    return {
      post: () => queueMicrotask(() => hear(said)),
      onMessage(listener) {
        hear = listener;
      },
      onExit: () => undefined,
      kill: () => undefined,
    };
  };
}

const verify = (workspace: Workspace, name: string, bytes: Uint8Array, launch?: LaunchReader) =>
  verifyOffered(workspace, { file: bringIn(workspace, name, bytes) }, launch);

const ALL_IS_WELL = {
  type: 'pdf',
  verdict: 'intact',
  findings: [],
  signatures: [],
  fields: [],
  sheet: null,
  check: null,
};

describe('a file that is verified', () => {
  it('is judged in words, with what is known of its keys, and is not kept', async () => {
    const assessor = (await workspaceOf('Morgan Vale', ['assessor'])).now();
    const sheet = await signedSheet(assessor);
    const { pdf, docx } = await sentSheet(assessor, sheet.sheet);
    const iqa = (await workspaceOf('Ines Okoro', ['iqa'])).now();
    const before = readChain(iqa.db).events.length;
    const [signed] = sheet.signed;
    for (const [name, bytes] of [
      ['a.pdf', pdf],
      ['a.docx', docx],
    ] as const) {
      const verified = answer(await verify(iqa, name, bytes));
      expect(verified).toMatchObject({ name, size: bytes.length, verdict: 'intact' });
      expect(verified.verdictSentence).toMatch(/^INTACT\. /);
      expect(verified.findings[0]).toMatchObject({ code: 'signed', severity: 'good' });
      expect(verified.findings.map((one) => one.code)).not.toContain('trust-not-judged');
      expect(verified.signers).toMatchObject([
        { name: 'Morgan Vale', fingerprint: signed?.signer.fingerprint, trust: { kind: 'unknown' } },
      ]);
      expect(verified.sheet).toMatchObject({ learner: 'Rhys Jones', attempt: 1, outcome: 'pass', total: 67 });
    }
    expect(listFiles(iqa.vault)).toEqual([]);
    expect(readChain(iqa.db).events).toHaveLength(before);
    const key = present(signingKeyOf(assessor.db, ownerOf(assessor).id));
    noteKey(iqa, key.certificate);
    expect(answer(await verify(iqa, 'a.pdf', pdf)).signers).toMatchObject([{ trust: { kind: 'seen' } }]);
    expect(answer(await verify(assessor, 'a.pdf', pdf)).signers).toMatchObject([{ trust: { kind: 'own' } }]);
    // It is the assessor's own file, which the workspace keeps.
    expect(listFiles(assessor.vault)).toContain(signed?.pdf.sha256);
  });

  it('stays while another call waits for the same bytes', async () => {
    const { now } = await workspaceOf('Ines Okoro', ['iqa']);
    const bytes = Buffer.from('one two');
    const waiting = bringIn(now(), 'b.txt', bytes);
    expect(answer(await verify(now(), 'a.txt', bytes)).verdict).toBe('not-checkable');
    expect(listFiles(now().vault)).toHaveLength(1);
    expect(answer(await verifyOffered(now(), { file: waiting })).verdict).toBe('not-checkable');
    expect(listFiles(now().vault)).toEqual([]);
  });

  it('may take its verifier over, which then is heard only in what a verifier can say', async () => {
    const { now } = await workspaceOf('Ines Okoro', ['iqa']);
    const heard = async (said: unknown) =>
      answer(await verify(now(), 'a.pdf', Buffer.from('%PDF-'), readerThatSays(said)));
    expect((await heard({ kind: 'verified', file: ALL_IS_WELL })).verdict).toBe('intact');
    const strange = [
      { kind: 'verified', file: { ...ALL_IS_WELL, verdict: 'trusted' } },
      { kind: 'verified', file: { ...ALL_IS_WELL, trust: 'own' } },
      { kind: 'verified', file: { ...ALL_IS_WELL, sheet: { learner: 'anybody' } } },
      { kind: 'reading', reading: { kind: 'damaged', found: 'pdf' }, final: true },
      'all is well',
    ];
    for (const said of strange) {
      const { verdict, findings } = await heard(said);
      expect([verdict, findings.map((one) => one.code)]).toEqual(['not-checkable', ['reading-limit']]);
    }
  });

  it('has a token that is good once', async () => {
    const { now } = await workspaceOf('Ines Okoro', ['iqa']);
    expect(refusal(await verifyOffered(now(), { file: 'made-up' }))).toEqual({ code: 'file-token-unknown' });
  });
});
