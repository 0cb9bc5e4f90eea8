import { readReceived } from '../../electron/db/stores/received-store.ts';
import { revisionsOf } from '../../electron/db/stores/signing-store.ts';
import { openCheck } from '../../electron/services/checks/open-check.ts';
import { signPlace } from '../../electron/services/checks/sign-place.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import { readFile } from '../../electron/vault/vault.ts';
import type { CheckView } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { ParsedInput } from '../../shared/api/inputs.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { CheckId, SheetId } from '../../shared/model/ids.ts';
import { PASSING } from './desk.ts';
import { bringIn } from './incoming.ts';
import { answer, present } from './result.ts';
import { verifyInProcess } from './verify-in-process.ts';
import { PASSPHRASE } from './workspace-details.ts';

/** A sheet's files as they travel. */
export type Sent = { readonly pdf: Buffer; readonly docx: Buffer | null };

/** The latest signed revision's files, as an export copies them. */
export async function sentSheet(workspace: Workspace, sheet: SheetId): Promise<Sent & { readonly docx: Buffer }> {
  const { files } = present(revisionsOf(workspace.db, sheet).at(-1));
  return {
    pdf: await readFile(workspace.vault, files.pdf.sha256),
    docx: await readFile(workspace.vault, files.docx.sha256),
  };
}

/** The files of a sheet that came in, as they are there now. */
export async function sentCheck(workspace: Workspace, check: CheckId): Promise<Sent> {
  const { pdf, docx } = present(readReceived(workspace.db, check));
  return {
    pdf: await readFile(workspace.vault, pdf.sha256),
    docx: docx && (await readFile(workspace.vault, docx.sha256)),
  };
}

export function openSent(workspace: Workspace, { pdf, docx }: Sent): Promise<Result<CheckView, AppError>> {
  const more = docx ? { docx: bringIn(workspace, 'sheet.docx', docx) } : {};
  return openCheck(workspace, { pdf: bringIn(workspace, 'sheet.pdf', pdf), ...more }, verifyInProcess);
}

/** QA marks for the sections in the scheme's order. */
export function qaMarks({ sheet }: CheckView, marks: readonly number[] = PASSING) {
  return sheet.scheme.sections.map(({ id }, at) => ({ section: id, typed: String(marks[at] ?? 0) }));
}

export function signAs(
  workspace: Workspace,
  view: CheckView,
  place: string,
  more: Partial<ParsedInput<'checks.sign'>> = {},
): Promise<Result<CheckView, AppError>> {
  return signPlace(workspace, { check: view.check, place, passphrase: PASSPHRASE, ...more }, verifyInProcess);
}

/** Opened and checked with passing marks. */
export async function checkedSheet(workspace: Workspace, sent: Sent, marks = PASSING): Promise<CheckView> {
  const view = answer(await openSent(workspace, sent));
  return answer(await signAs(workspace, view, 'iqa', { marks: qaMarks(view, marks) }));
}
