import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const hasForeignTools = ['certutil', 'pdfsig'].every((tool) => spawnSync(tool, ['-v']).error === undefined);

/** An external verifier with another program: a key in an NSS database, RSA and not P-256, and pdfsig to sign with. */
export type ForeignSigner = {
  /** DER. */
  readonly certificate: Buffer;
  readonly sign: (from: string, to: string, how: readonly string[]) => void;
};

export function foreignSigner(folder: string): ForeignSigner {
  const database = join(folder, 'nss');
  mkdirSync(database);
  const seed = join(folder, 'seed');
  writeFileSync(seed, 'not random, and only for a test of this very file, so that certutil asks nobody to type');
  const certutil = (...args: readonly string[]) =>
    execFileSync('certutil', [...args, '-d', `sql:${database}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  certutil('-N', '--empty-password');
  const subject = 'CN=Vera Lunt (demo),OU=ev,O=Another program';
  const key = ['-x', '-k', 'rsa', '-g', '2048', '-Z', 'SHA256', '--keyUsage', 'digitalSignature,nonRepudiation'];
  certutil('-S', '-n', 'ev', '-s', subject, ...key, '-t', 'u,u,u', '-v', '12', '-z', seed);
  return {
    certificate: certutil('-L', '-n', 'ev', '-r'),
    sign(from, to, how) {
      execFileSync('pdfsig', ['-nssdir', `sql:${database}`, '-nick', 'ev', ...how, from, to], { stdio: 'ignore' });
    },
  };
}
