import { ATTACHMENT } from '../../model/evidence.ts';
import type { VerifiedPackage } from '../docx/verify-docx.ts';
import type { Finding } from '../finding.ts';
import { comparePage } from '../page/compare-page.ts';
import { readDocxWords } from '../page/docx-words.ts';
import { reading } from '../unreadable.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import { judgeAttachments } from './judge-attachments.ts';
import { DATA_NOT_READ, type JudgedData } from './judged-data.ts';

const FOLDER = 'countersign/';

/** Judges what a DOCX carries as data against what its pages say. Read only where nothing stands against the signatures. */
export async function judgeDocxData(
  { findings, reports, opened, covered }: VerifiedPackage,
  crypto: VerificationCrypto,
): Promise<JudgedData> {
  if (!opened || reports.length === 0) return { ...DATA_NOT_READ, findings: [] };
  if (findings.some((one) => one.severity === 'altered' || one.severity === 'not-checkable')) return DATA_NOT_READ;
  const attachments = new Map<string, Uint8Array>();
  for (const name of Object.values(ATTACHMENT)) {
    const part = opened.find(FOLDER + name);
    if (part === null) continue;
    if (covered.get(part) !== null) {
      return { ...DATA_NOT_READ, findings: [{ code: 'data-not-signed', severity: 'altered', attachment: name }] };
    }
    attachments.set(name, opened.bytes(part) ?? new Uint8Array());
  }
  const { sheet, check, content, register, findings: judged } = await judgeAttachments(attachments, reports, crypto);
  const pages = reading(() => (sheet ? comparePage(readDocxWords(opened), sheet, check) : []));
  const compared: readonly Finding[] = pages.ok
    ? pages.value
    : [{ code: 'page-not-read', severity: 'not-checkable', problem: pages.error }];
  return { findings: [...judged, ...compared], content, register };
}
