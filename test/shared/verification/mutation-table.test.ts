import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { signDocx } from '../../../electron/signing/opc/sign-docx.ts';
import type { Verification } from '../../../shared/verification/verification.ts';
import { signedAtAllPlaces } from '../../electron/services/sign-off/signing-all-places.ts';
import { docxByLibreOffice, docxRequest, partsOf } from '../../electron/signing/opc/opc-tools.ts';
import { zipOf } from '../../support/zip-files.ts';
import { chainOf, extractFile, extractOf, registerFile, registerOf } from './chain/chains.ts';
import { ama, checkFile, filesOf, sheetBy } from './data/signed-sheets.ts';
import { fixture, patched, verify } from './verifying.ts';

/** Files up to this size are tried at every position, larger ones at 5,000 by chance. */
const SMALL = 8192;
const TRIES = 5000;
const SEED = Number(process.env.MUTATION_SEED ?? Math.floor(Date.now() % 2 ** 31));
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Numbers by chance that come again with their seed (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Positions with the change to make at each: every one of a small file, 5,000 of a large one. */
function changesOf(bytes: Uint8Array, random: (below: number) => number): readonly (readonly [number, number])[] {
  const positions = bytes.length <= SMALL ? bytes.keys() : Array.from({ length: TRIES }, () => random(bytes.length));
  return [...positions].map((at) => [at, 1 + random(255)] as const);
}

/** True for a byte that the findings of an intact file say is under no signature. */
function isDeclared({ findings }: Verification, at: number): boolean {
  const within = ({ from, to }: { readonly from: number; readonly to: number }) => at >= from && at < to;
  const packing = findings.some((one) => one.code === 'package-bookkeeping' && one.ranges.some(within));
  const covers = findings.flatMap((one) => (one.code === 'signed' && one.covers.kind === 'bytes' ? one.covers : []));
  const covered = covers.some((one) => at < one.end && !within(one.holder));
  return packing || (covers.length > 0 && !covered);
}

/** The same content may be packed in more than one way, which is said of a DOCX. */
async function unpacksAlike(name: string, one: Uint8Array, other: Uint8Array): Promise<boolean> {
  if (!name.endsWith('.docx')) return false;
  const [before, after] = [await partsOf(one), await partsOf(other)];
  return before.size === after.size && [...before].every(([part, content]) => after.get(part)?.equals(content));
}

async function filesToMutate(): Promise<readonly (readonly [string, string, Uint8Array])[]> {
  const { pdf, docx } = await filesOf(sheetBy(ama));
  const all = await signedAtAllPlaces();
  const last = all.pdfs.at(-1)?.pdf ?? pdf;
  const chain = chainOf([
    { kind: 'script-taken-in', payload: { file: 'a.pdf' } },
    { kind: 'learner-added', payload: {}, shown: false },
    { kind: 'sheet-signed', payload: { sheet: 1 } },
  ]);
  const files = [
    ['a PDF of the app', 'sheet.pdf', pdf],
    ['a PDF with all four signatures', 'sheet.pdf', Uint8Array.from(last)],
    ['a DOCX of the app', 'sheet.docx', docx],
    ['the DOCX of a check', 'check.docx', await checkFile(await filesOf(sheetBy(ama)))],
    ['a PDF signed twice by poppler', 'foreign.pdf', fixture('pdfsig-two-signatures.pdf')],
    ['a PDF signed by LibreOffice', 'foreign.pdf', fixture('libreoffice.pdf')],
    ['an extract', 'extract.json', extractFile(extractOf(chain))],
    ['a register', 'register.json', registerFile(registerOf())],
  ] as const;
  if (!hasLibreOffice) return files;
  const foreign = Uint8Array.from(await signDocx(docxByLibreOffice(), docxRequest(ama)));
  return [...files, ['a DOCX made by LibreOffice, signed by the app', 'foreign.docx', foreign]];
}

const files = await filesToMutate();

describe(`a file with one byte changed (MUTATION_SEED=${SEED})`, () => {
  it.each(files)(
    'is reported, or the byte is said to be under no signature: %s',
    { timeout: 600_000 },
    async (_, name, bytes) => {
      expect((await verify(bytes, name)).verdict).toBe('intact');
      const random = chance(SEED);
      for (const [at, mask] of changesOf(bytes, random)) {
        const verification = await verify(patched(bytes, at, [(bytes[at] ?? 0) ^ mask]), name);
        if (verification.verdict !== 'intact') continue;
        const unprotected = verification.findings.some((one) => one.code === 'unprotected-data');
        const changed = patched(bytes, at, [(bytes[at] ?? 0) ^ mask]);
        const declared = isDeclared(verification, at) || unprotected || (await unpacksAlike(name, bytes, changed));
        expect(declared, `byte ${at} xor ${mask}`).toBe(true);
      }
    },
  );
});

describe(`a DOCX with one byte of a part changed and packed anew (MUTATION_SEED=${SEED})`, async () => {
  const docx = files.find(([, name]) => name === 'sheet.docx')?.[2] ?? new Uint8Array();
  const parts = [...(await partsOf(docx))];

  it.each(parts.map(([name]) => name))(
    'is reported, or the part is said not to be covered by its bytes: %s',
    { timeout: 300_000 },
    async (name) => {
      const random = chance(SEED);
      const content = parts.find(([one]) => one === name)?.[1] ?? Buffer.alloc(0);
      const tries = Math.min(content.length, 80);
      for (let index = 0; index < tries; index++) {
        const at = content.length <= 80 ? index : random(content.length);
        const changed = Buffer.from(patched(content, at, [(content[at] ?? 0) ^ (1 + random(255))]));
        const packed = await zipOf(parts.map(([one, bytes]) => [one, one === name ? changed : bytes]));
        const verification = await verify(Uint8Array.from(packed), 'sheet.docx');
        if (verification.verdict !== 'intact') continue;
        const said = verification.findings.flatMap((one) =>
          one.code === 'package-bookkeeping' ? [...one.signatureParts, ...one.byMeaning] : [],
        );
        expect(said, `byte ${at}`).toContain(name);
      }
    },
  );
});
