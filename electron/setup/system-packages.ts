import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A Debian package, and the file or command that shows it is there. */
type SystemPackage = { readonly name: string; readonly shows: string };

export const BROWSER: readonly SystemPackage[] = [{ name: 'chromium', shows: 'chromium' }];
/** Independent tools that the tests hold our files against. */
export const CHECKERS: readonly SystemPackage[] = [
  ...BROWSER,
  { name: 'poppler-utils', shows: 'pdfsig' },
  { name: 'qpdf', shows: 'qpdf' },
  { name: 'openssl', shows: 'openssl' },
  { name: 'libreoffice-writer', shows: 'soffice' },
  { name: 'python3-uno', shows: '/usr/lib/python3/dist-packages/uno.py' },
  { name: 'libxml2-utils', shows: 'xmllint' },
  { name: 'gcc', shows: 'gcc' },
  { name: 'libc6-dev', shows: '/usr/include/stdio.h' },
  { name: 'libnss3-tools', shows: 'certutil' },
  { name: 'default-jre-headless', shows: 'java' },
  { name: 'libpdfbox2-java', shows: '/usr/share/java/preflight.jar' },
  { name: 'libactivation-java', shows: '/usr/share/java/javax.activation.jar' },
  { name: 'libjaxb-api-java', shows: '/usr/share/java/jaxb-api.jar' },
];

/** Installs what is missing where it may (apt as root); otherwise says in one sentence what to install. True if all is there. */
export function haveSystemPackages(packages: readonly SystemPackage[]): boolean {
  const missing = packages.filter((one) => !present(one.shows)).map((one) => one.name);
  if (missing.length === 0) return true;
  if (process.platform === 'linux' && process.getuid?.() === 0 && present('apt-get')) {
    console.error(`Installing ${missing.join(', ')} ...`);
    const options = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { ...options, env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { ...options, env });
    if (packages.every((one) => present(one.shows))) return true;
  }
  const still = packages.filter((one) => !present(one.shows)).map((one) => one.name);
  console.error(`Please install these first: ${still.join(' ')} (on Debian: apt-get install ${still.join(' ')}).`);
  return false;
}

function present(shows: string): boolean {
  if (shows.startsWith('/')) return existsSync(shows);
  return (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(`${folder}/${shows}`));
}
