import { ATTACHMENT } from '../../model/evidence.ts';
import type { Finding } from '../finding.ts';
import { comparePage } from '../page/compare-page.ts';
import { readFilledFields } from '../page/filled-fields.ts';
import { judgeFields } from '../page/judge-fields.ts';
import { readPdfWords } from '../page/pdf-words.ts';
import { readAttachments } from '../pdf/attachments.ts';
import { reading } from '../unreadable.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import type { VerifiedPdf } from '../verify-pdf.ts';
import { judgeAttachments } from './judge-attachments.ts';
import { DATA_NOT_READ, type JudgedData } from './judged-data.ts';

const WANTED = new Set<string>(Object.values(ATTACHMENT));

/**
 * Judges what a PDF carries as data against what its pages show. The data are those of the first signature's own
 * revision, the fields those of the file as it is. Read only where nothing stands against the signatures.
 */
export async function judgePdfData(
  { file, findings, placed, reports }: VerifiedPdf,
  crypto: VerificationCrypto,
): Promise<JudgedData> {
  const [first] = placed;
  const [certifying] = reports;
  if (!first || !certifying) return { ...DATA_NOT_READ, findings: [] };
  if (findings.some((one) => one.severity === 'altered' || one.severity === 'not-checkable')) return DATA_NOT_READ;
  const read = reading(() => readAttachments(file, file.revisionEndingAt(first.coverage.end), WANTED));
  if (!read.ok) {
    const unread = { code: 'data-unknown', severity: 'not-checkable', attachment: ATTACHMENT.sheet } as const;
    return { ...DATA_NOT_READ, findings: [{ ...unread, problem: read.error }] };
  }
  const twice = [...read.value].filter(([, bytes]) => bytes === null);
  if (twice.length > 0) {
    return {
      ...DATA_NOT_READ,
      findings: twice.map(([attachment]): Finding => ({ code: 'data-twice', severity: 'altered', attachment })),
    };
  }
  const attachments = new Map([...read.value].flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])));
  const judged = await judgeAttachments(attachments, [certifying], crypto);
  const { sheet, check, content, register } = judged;
  const pages = reading(() => {
    if (!sheet) return [];
    const last = file.revisionEndingAt(file.bytes.length);
    const fields = judgeFields(readFilledFields(file, last), sheet.sheet);
    return [...comparePage(readPdfWords(file, last), sheet, check), ...fields];
  });
  const compared: readonly Finding[] = pages.ok
    ? pages.value
    : [{ code: 'page-not-read', severity: 'not-checkable', problem: pages.error }];
  return { findings: [...judged.findings, ...compared], content, register };
}
