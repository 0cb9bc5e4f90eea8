import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import yauzl from 'yauzl';
import type { Identity } from '../../../../electron/signing/identity.ts';
import type { DocxSignatureRequest } from '../../../../electron/signing/opc/docx-signature-request.ts';
import { collected, zipOf } from '../../../support/zip-files.ts';
import { path, saved } from '../../exports/pdf/pdf-tools.ts';
import { AT } from '../signers.ts';

export function docxRequest(who: Identity, more: Partial<DocxSignatureRequest> = {}): DocxSignatureRequest {
  return {
    privateKey: who.privateKey,
    certificate: who.certificate,
    signedAt: AT,
    signerName: 'Zoë Ångström-Nguyễn',
    reason: 'Assessor’s decision (revision 1)',
    ...more,
  };
}

export type Parts = ReadonlyMap<string, Buffer>;

/** Every item of a ZIP in its order, read by no code of ours. */
export async function partsOf(zip: Uint8Array): Promise<Parts> {
  const file = await yauzl.fromBufferPromise(Buffer.from(zip), { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of file.eachEntry()) {
    parts.set(entry.fileName, await collected(await file.openReadStreamPromise(entry)));
  }
  return parts;
}

/** The same package with some items as text changed (null takes one away), or added. */
export async function edited(
  zip: Uint8Array,
  edits: Readonly<Record<string, ((text: string) => string) | null>>,
): Promise<Buffer> {
  const parts = new Map(await partsOf(zip));
  for (const [name, edit] of Object.entries(edits)) {
    if (edit === null) parts.delete(name);
    else parts.set(name, Buffer.from(edit(parts.get(name)?.toString('latin1') ?? ''), 'latin1'));
  }
  return zipOf([...parts]);
}

export async function signatureXml(docx: Uint8Array, number = 1): Promise<string> {
  const xml = (await partsOf(docx)).get(`_xmlsignatures/sig${number}.xml`);
  if (!xml) throw new Error(`There is no signature ${number}`);
  return xml.toString('utf8');
}

/** An element with all of its content, by the text of its start tag. It must not hold another of its name. */
export function elementIn(xml: string, start: RegExp): string {
  const found = start.exec(xml);
  const name = /^<([\w:]+)/.exec(found?.[0] ?? '')?.[1];
  if (!found || name === undefined) throw new Error(`No element ${start}`);
  const end = `</${name}>`;
  return xml.slice(found.index, xml.indexOf(end, found.index) + end.length);
}

/** Canonical XML 1.0, as libxml2 makes it. */
export function canonicalByXmllint(xml: string): string {
  const ran = spawnSync('xmllint', ['--c14n', '--noent', saved(Buffer.from(xml), 'element.xml')], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64');
}

/** openssl's verdict on a signature value of XML over these bytes, with the key of that certificate. */
export function opensslOnValue(signed: string, value: string, certificate: Uint8Array): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' });
  const files = {
    key: saved(Buffer.from(key), 'key.pem'),
    signature: saved(derOfValue(Buffer.from(value, 'base64')), 'signature.der'),
    signed: saved(Buffer.from(signed), 'signed.xml'),
  };
  const args = ['dgst', '-sha256', '-verify', files.key, '-signature', files.signature, files.signed];
  return spawnSync('openssl', args, { encoding: 'utf8' }).stdout.trim();
}

/** r and s of 32 bytes each, as the sequence of two integers that openssl takes. */
function derOfValue(value: Buffer): Buffer {
  if (value.length !== 64) throw new Error(`The signature is ${value.length} bytes long`);
  const integers = [value.subarray(0, 32), value.subarray(32)].map((part) => {
    const digits = Buffer.from(
      BigInt(`0x${part.toString('hex')}`)
        .toString(16)
        .padStart(2, '0')
        .replace(/^(?=(?:..)*.$)/, '0'),
      'hex',
    );
    const positive = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
    return Buffer.concat([Buffer.of(0x02, positive.length), positive]);
  });
  const body = Buffer.concat(integers);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

/** A DOCX as LibreOffice itself makes it, with a link whose address has to be escaped. */
export function docxByLibreOffice(): Buffer {
  return converted(saved(Buffer.from(FLAT_TEXT), 'foreign.fodt'));
}

function converted(file: string): Buffer {
  const out = path('converted');
  const profile = `-env:UserInstallation=file://${path('profile')}`;
  const ran = spawnSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', out, file]);
  if (ran.status !== 0) throw new Error(String(ran.stderr));
  return readFileSync(join(out, basename(file).replace(/\.fodt$/, '.docx')));
}

const FLAT_TEXT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>Reflective review, with <text:a xlink:type="simple" xlink:href="https://a.example/?unit=602&amp;page=2">a link</text:a></text:p>
</office:text></office:body></office:document>`;
