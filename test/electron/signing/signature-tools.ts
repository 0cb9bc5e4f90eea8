import { spawnSync } from 'node:child_process';
import { path, saved } from '../exports/pdf/pdf-tools.ts';

/** pdfsig's verdicts on the fields that are signed. */
export function pdfsig(pdf: Uint8Array): readonly { readonly field: string; readonly report: string }[] {
  const { stdout } = spawnSync('pdfsig', ['-nocert', saved(pdf)], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  });
  return stdout
    .split(/^Signature #\d+:$/m)
    .slice(1)
    .filter((report) => !report.includes('is not signed'))
    .map((report) => ({ field: /Signature Field Name: (.*)/.exec(report)?.[1] ?? '', report }));
}

/** The report on one field's signature. */
export function reportOn(pdf: Uint8Array, field: string): string {
  return pdfsig(pdf).find((signature) => signature.field === field)?.report ?? 'not signed';
}

export type Extracted = { readonly range: readonly number[]; readonly content: Uint8Array; readonly cms: Uint8Array };

/** Every signature in the bytes, oldest first, with what it covers: found by its text, not by a PDF reader. */
export function extract(pdf: Uint8Array): readonly Extracted[] {
  const bytes = Buffer.from(pdf);
  const found = bytes.toString('latin1').matchAll(/\/ByteRange \[(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g);
  return [...found].map((match) => {
    const range = match.slice(1, 5).map(Number);
    const [start = 0, length = 0, after = 0, rest = 0] = range;
    const contents = Buffer.from(bytes.toString('latin1', length + 1, after - 1), 'hex');
    const cms = contents.subarray(0, contents.readUInt16BE(2) + 4);
    const content = Buffer.concat([bytes.subarray(start, length), bytes.subarray(after, after + rest)]);
    return { range, content, cms };
  });
}

/** openssl's verdict on a detached CMS, as CAdES, trusting that certificate alone. */
export function opensslVerdict({ content, cms }: Extracted, certificate: Uint8Array): string {
  const pem = saved(Buffer.from(pemOf(certificate)), 'certificate.pem');
  const args = ['cms', '-verify', '-cades', '-inform', 'DER', '-in', saved(cms, 'cms.der'), '-binary'];
  const result = spawnSync(
    'openssl',
    [...args, '-content', saved(content, 'content'), '-CAfile', pem, '-purpose', 'any', '-out', path('out')],
    { encoding: 'utf8' },
  );
  return result.stderr.trim();
}

/** What openssl reads in a CMS. */
export function printedCms(cms: Uint8Array): string {
  const args = ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', saved(cms, 'cms.der')];
  return spawnSync('openssl', args, { encoding: 'utf8' }).stdout;
}

export function pemOf(certificate: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----\n`;
}
