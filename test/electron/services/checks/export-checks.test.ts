import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { exportChecks } from '../../../../electron/services/checks/export-checks.ts';
import { destinations } from '../../../../electron/services/exports/destinations.ts';
import { tasks } from '../../../../electron/services/tasks.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { CheckId } from '../../../../shared/model/ids.ts';
import { checkedSheet, openSent, sentCheck, sentSheet } from '../../../support/checking.ts';
import { signedSheet } from '../../../support/desk.ts';
import { workspaceOf } from '../../../support/person-workspace.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function received() {
  const assessor = (await workspaceOf('Morgan Vale', ['assessor'])).now();
  const sent = await sentSheet(assessor, (await signedSheet(assessor)).sheet);
  return { sent, iqa: (await workspaceOf('Ines Okoro', ['iqa'])).now() };
}

function exportTo(workspace: Workspace, folder: string, check: CheckId, formats: ('pdf' | 'docx')[]) {
  const chosen = destinations();
  const input = { checks: [check], formats, destination: chosen.issue(folder) };
  return exportChecks(
    workspace,
    chosen,
    input,
    tasks().begin(undefined, () => undefined),
  );
}

describe('the export of a check', () => {
  it('copies the stored bytes under the name of the sheet and what was added to it, and says so in the chain', async () => {
    const { iqa, sent } = await received();
    const { check, sheet, exportName } = await checkedSheet(iqa, sent);
    const folder = temporaryFolder();
    const { files } = answer(await exportTo(iqa, folder, check, ['pdf', 'docx']));
    expect(exportName).toBe(`R Jones-${sheet.learner.registrationNumber}-012345-8316-602(1) checked`);
    expect(files.map((file) => file.name)).toEqual([`${exportName}.pdf`, `${exportName}.docx`]);
    const kept = await sentCheck(iqa, check);
    expect(readFileSync(join(folder, `${exportName}.pdf`)).equals(kept.pdf)).toBe(true);
    for (const { name, sha256, size } of files) {
      const bytes = readFileSync(join(folder, name));
      expect([sha256, size]).toEqual([createHash('sha256').update(bytes).digest('hex'), bytes.length]);
    }
    expect(readChain(iqa.db).events.at(-1)?.kind).toBe('check-exported');
  });

  it('of a sheet that no IQA has signed has no DOCX', async () => {
    const { iqa, sent } = await received();
    const { check } = answer(await openSent(iqa, sent));
    const folder = temporaryFolder();
    expect(answer(await exportTo(iqa, folder, check, ['pdf', 'docx'])).files).toHaveLength(1);
    expect(refusal(await exportTo(iqa, folder, check, ['docx']))).toEqual({ code: 'nothing-signed' });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('says where its folder is gone', async () => {
    const { iqa, sent } = await received();
    const { check } = answer(await openSent(iqa, sent));
    const folder = join(temporaryFolder(), 'gone');
    rmSync(folder, { recursive: true, force: true });
    expect(refusal(await exportTo(iqa, folder, check, ['pdf']))).toEqual({ code: 'destination-gone' });
  });
});
