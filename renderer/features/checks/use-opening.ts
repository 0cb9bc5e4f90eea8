import { useState } from 'react';
import type { CheckView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { giveUpFile, sendFile } from '../../api/transfer.ts';
import { type SheetFiles, sortFiles } from './sort-files.ts';

/** A file that was not opened; `verify` is set where verifying it says more. */
export type Refusal = { readonly id: string; readonly sentence: string; readonly verify: File | null };

type Opening = { readonly done: number; readonly total: number };

/** Opens signed sheets one after the other; `onOpened` hears of those that came in, once all are through. */
export function useOpening(onOpened: (checks: readonly CheckId[]) => void) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  async function open(files: readonly File[]): Promise<void> {
    if (opening || files.length === 0) return;
    const { sheets, left } = sortFiles(files);
    const opened: CheckId[] = [];
    const refused: Refusal[] = left.map((file) => refusal(leftSentence(file), null));
    for (const [done, sheet] of sheets.entries()) {
      setOpening({ done, total: sheets.length });
      const reply = await openOne(sheet);
      if (reply.ok) opened.push(reply.value.check);
      else refused.push(refusal(sentenceFor(reply.error), toVerify(reply.error, sheet)));
    }
    setOpening(null);
    setRefusals(refused);
    onOpened(opened);
  }

  return { opening, refusals, open, dismiss: () => setRefusals([]) };
}

async function openOne({ pdf, docx }: SheetFiles<File>): Promise<Result<CheckView, AppError>> {
  const first = await sendFile(pdf);
  if (!first.ok) return first;
  const second = docx ? await sendFile(docx) : null;
  if (second && !second.ok) {
    await giveUpFile(first.value);
    return second;
  }
  return call('checks.open', { pdf: first.value, ...(second ? { docx: second.value } : {}) });
}

function refusal(sentence: string, verify: File | null): Refusal {
  return { id: crypto.randomUUID(), sentence, verify };
}

function toVerify(error: AppError, { pdf, docx }: SheetFiles<File>): File | null {
  if (error.code !== 'not-a-signed-sheet') return null;
  return docx && docx.name === error.name ? docx : pdf;
}

function leftSentence({ name }: File): string {
  return /\.docx$/i.test(name)
    ? `“${name}” came without its PDF, so it was not opened. Nothing was changed. Choose both together: the signatures of the form are made in the PDF.`
    : `“${name}” is neither PDF nor DOCX, so it was not opened. Nothing was changed. Choose the PDF that Countersign exported.`;
}
